import type {Side} from "../../pipeline/contract/meeting-fields.ts";
import {intervallrad} from "../charts/intervallrad.ts";
import {rangband} from "../charts/rangband.ts";
import {candidateName, candidateWord, isInput} from "../findings/kandidatane.ts";
import {place, placeRange, ranking, topThreeChance} from "../findings/rang.ts";
import {canWeigh, placeWords, weighedPlace} from "../findings/vekting.ts";
import {useDesk} from "../meeting/desk.ts";
import {dotsOn} from "../meeting/rules.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, melding, shown, type View} from "../view.ts";
import {Drawing} from "./figure.tsx";

interface ListProps {
  readonly view: View;
  readonly ids: readonly string[];
  readonly chosen: string | null;
  readonly side: Side;
  readonly add: (id: string, step: 1 | -1) => void;
}

/** The candidates as rows: how large, which place, what the weights say, and the dots of one side. */
export function Kandidatliste({view, ids, chosen, side, add}: ListProps) {
  const desk = useDesk();
  const t = texts[view.language];
  const {kandidatane} = t.moete;
  const ranked = ranking(view)?.differ ? ranking(view) : undefined;
  const isWeighed = canWeigh(view, ids);
  return (
    <table class="kandidatliste">
      <caption class="usynleg">{kandidatane.listLabel}</caption>
      <thead>
        <tr>
          <th scope="col">{t.category}</th>
          <th scope="col" class="kol-band">
            {ranked ? `${kandidatane.place} 1–${ranked.places.length}` : kandidatane.interval}
          </th>
          <th scope="col" class="tal">
            {ranked ? kandidatane.topThree : view.facts.year}
          </th>
          {isWeighed && (
            <th scope="col" class="tal">
              {desk.trial ? <b>{t.grunnlag.trial}</b> : t.grunnlag.weighed}
            </th>
          )}
          <th scope="col">{kandidatane.dots}</th>
        </tr>
      </thead>
      <tbody>
        {ids.map((id) => (
          <tr key={id} data-vald={id === chosen ? "ja" : undefined}>
            <th scope="row">
              <button type="button" class="kandidatnamn" aria-pressed={id === chosen} onClick={() => desk.choose(id)}>
                {candidateName(view, desk.meeting, id)}{" "}
                <small>{ranked || isInput(id) ? candidateWord(view, id) : ""}</small>
              </button>
            </th>
            {ranked ? (
              <Ranked view={view} id={id} places={ranked.places.length} />
            ) : (
              <Counted view={view} id={id} ids={ids} />
            )}
            {isWeighed && <Weighed view={view} id={id} ids={ids} />}
            <Dots view={view} id={id} side={side} add={add} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellsProps {
  readonly view: View;
  readonly id: string;
}

function Ranked({view, id, places}: CellsProps & {readonly places: number}) {
  const t = texts[view.language].moete.kandidatane;
  const spot = isInput(id) ? undefined : place(view, id);
  return (
    <>
      <td>
        <Drawing
          fixed
          width={170}
          draw={(size) => rangband(spot, {...size, language: view.language, places, height: 48})}
          says={spot ? `${t.place} ${placeRange(spot)}` : t.words.none}
        />
      </td>
      <td class="tal" data-namn={t.topThree}>
        {spot ? topThreeChance(spot) : "–"}
      </td>
    </>
  );
}

/** Where places cannot be told: the count, with the interval it can be in by chance. */
function Counted({view, id, ids}: CellsProps & {readonly ids: readonly string[]}) {
  const rows = ids.map((one) => melding(view, one, alle));
  const row = melding(view, id, alle);
  const n = shown(row);
  const max = Math.max(1, ...rows.map((one) => one?.oevre ?? 0));
  const says = row?.nedre == null || row.oevre === null ? "–" : `${number(row.nedre, 0)}–${number(row.oevre, 0)}`;
  return (
    <>
      <td>
        {row && (
          <Drawing
            fixed
            width={170}
            draw={(size) => intervallrad(row, {...size, height: 40, language: view.language, max})}
            says={says}
          />
        )}
      </td>
      <td class="tal" data-namn={view.facts.year}>
        {n === null ? "–" : number(n)}
      </td>
    </>
  );
}

function Weighed({view, id, ids}: CellsProps & {readonly ids: readonly string[]}) {
  const desk = useDesk();
  const of = desk.trial ?? view.facts.weights?.of;
  const spot = of ? weighedPlace(view, id, {ids, of}) : null;
  const t = texts[view.language].grunnlag;
  return (
    <td class="tal" data-namn={desk.trial ? t.trial : t.weighed}>
      {spot ? placeWords(spot) : "–"}
    </td>
  );
}

function Dots({view, id, side, add}: CellsProps & Pick<ListProps, "side" | "add">) {
  const desk = useDesk();
  const t = texts[view.language].moete;
  const name = candidateName(view, desk.meeting, id);
  const sideName = t.sides[side].toLocaleLowerCase(view.language);
  return (
    <td class="prikkar" data-namn={t.kandidatane.dots}>
      <button type="button" class="knapp" aria-label={t.kandidatane.fewer(sideName, name)} onClick={() => add(id, -1)}>
        −
      </button>
      <output>{dotsOn(desk.meeting, side, id)}</output>
      <button type="button" class="knapp" aria-label={t.kandidatane.more(sideName, name)} onClick={() => add(id, 1)}>
        +
      </button>
    </td>
  );
}
