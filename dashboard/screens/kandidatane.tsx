import {useState} from "preact/hooks";
import {type Side, sides} from "../../pipeline/contract/meeting-fields.ts";
import {rangband} from "../charts/rangband.ts";
import {Field} from "../components/field.tsx";
import {Described} from "../components/figure.tsx";
import {Head} from "../components/head.tsx";
import {Kandidatkort} from "../components/kandidatkort.tsx";
import {KeyButton, Vedtaksboks} from "../components/vedtaksboks.tsx";
import {
  candidateName,
  candidatesOf,
  candidateWord,
  isInput,
  kandidatFinding,
  kandidatLead,
  nextInput,
} from "../findings/kandidatane.ts";
import {place, placeRange, ranking, topThreeChance} from "../findings/rang.ts";
import {useDesk} from "../meeting/desk.ts";
import {beside, useKeys} from "../meeting/keys.ts";
import {candidateSubject, dotsOf, dotsOn} from "../meeting/rules.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {meetingAudiences as examples} from "./screen.ts";

/** What can we do something about: three to five candidates, and each side's dots on them. */
export function Kandidatane({view}: ScreenProps) {
  const desk = useDesk();
  const [side, setSide] = useState<Side>("kommune");
  const t = texts[view.language].moete;
  const ids = candidatesOf(view, desk.meeting);
  const chosen = ids.includes(desk.chosen ?? "") ? desk.chosen : (ids[0] ?? null);
  const add = (id: string | null, step: 1 | -1) => {
    if (id === null) return;
    const {all, used} = dotsOf(desk.meeting, side, ids);
    const next = dotsOn(desk.meeting, side, id) + step;
    if (next >= 0 && (step < 0 || used < all)) desk.write(candidateSubject(id), `prikkar_${side}`, next);
  };
  const move = (step: 1 | -1) => {
    const next = beside(ids, chosen, step);
    if (next) desk.choose(next);
  };
  useKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    "+": () => add(chosen, 1),
    "-": () => add(chosen, -1),
    ...Object.fromEntries(sides.map((one) => [t.sideKeys[one], () => setSide(one)])),
  });
  return (
    <>
      <Head finding={kandidatFinding(view, desk.meeting)} lead={kandidatLead(view)} />
      <div class="kropp kandidatane">
        <div>
          <List view={view} ids={ids} chosen={chosen} side={side} add={add} />
          <NewInput view={view} />
        </div>
        {chosen === null ? <p>{t.kandidatane.none}</p> : <Kandidatkort view={view} id={chosen} />}
      </div>
      <Vedtaksboks ask={t.kandidatane.ask} help={t.kandidatane.help}>
        {sides.map((one) => (
          <Present key={one} view={view} ids={ids} side={one} isOn={one === side} onChoose={() => setSide(one)} />
        ))}
      </Vedtaksboks>
    </>
  );
}

interface ListProps {
  readonly view: View;
  readonly ids: readonly string[];
  readonly chosen: string | null;
  readonly side: Side;
  readonly add: (id: string, step: 1 | -1) => void;
}

function List({view, ids, chosen, side, add}: ListProps) {
  const {kandidatane: t} = texts[view.language].moete;
  const places = Math.max(3, ranking(view)?.places.length ?? 0);
  return (
    <table class="kandidatliste">
      <caption class="usynleg">{t.listLabel}</caption>
      <thead>
        <tr>
          <th scope="col">{texts[view.language].category}</th>
          <th scope="col" class="kol-band">
            {t.place} 1–{places}
          </th>
          <th scope="col">{t.topThree}</th>
          <th scope="col">{t.dots}</th>
        </tr>
      </thead>
      <tbody>
        {ids.map((id) => (
          <Candidate key={id} view={view} id={id} isChosen={id === chosen} places={places} side={side} add={add} />
        ))}
      </tbody>
    </table>
  );
}

interface CandidateProps extends Pick<ListProps, "view" | "side" | "add"> {
  readonly id: string;
  readonly isChosen: boolean;
  readonly places: number;
}

function Candidate({view, id, isChosen, places, side, add}: CandidateProps) {
  const desk = useDesk();
  const t = texts[view.language].moete;
  const name = candidateName(view, desk.meeting, id);
  const spot = isInput(id) ? undefined : place(view, id);
  const sideName = t.sides[side].toLocaleLowerCase(view.language);
  return (
    <tr data-vald={isChosen ? "ja" : undefined}>
      <th scope="row">
        <button type="button" class="kandidatnamn" aria-pressed={isChosen} onClick={() => desk.choose(id)}>
          {name} <small>{candidateWord(view, id)}</small>
        </button>
      </th>
      <td>
        <Described
          width={210}
          draw={(size) => rangband(spot, {...size, language: view.language, places, height: 48})}
          says={spot ? `${t.kandidatane.place} ${placeRange(spot)}` : t.kandidatane.words.none}
        />
      </td>
      <td class="tal">{spot ? topThreeChance(spot) : "–"}</td>
      <td class="prikkar">
        <button
          type="button"
          class="knapp"
          aria-label={t.kandidatane.fewer(sideName, name)}
          onClick={() => add(id, -1)}
        >
          −
        </button>
        <output>{dotsOn(desk.meeting, side, id)}</output>
        <button type="button" class="knapp" aria-label={t.kandidatane.more(sideName, name)} onClick={() => add(id, 1)}>
          +
        </button>
      </td>
    </tr>
  );
}

interface PresentProps {
  readonly view: View;
  readonly ids: readonly string[];
  readonly side: Side;
  readonly isOn: boolean;
  readonly onChoose: () => void;
}

function Present({view, ids, side, isOn, onChoose}: PresentProps) {
  const desk = useDesk();
  const t = texts[view.language].moete;
  const {all, used} = dotsOf(desk.meeting, side, ids);
  return (
    <div class="side">
      <KeyButton letter={t.sideKeys[side]} text={t.sides[side]} pressed={isOn} onClick={onChoose} />
      <Field
        subject="moete"
        field={`til_stades_${side}`}
        kind="number"
        most={60}
        label={`${t.sides[side]} ${t.kandidatane.present}`}
      />
      <small>{used > all ? t.kandidatane.tooMany : t.kandidatane.ofDots(used, all)}</small>
    </div>
  );
}

/** Evidence of another kind, from the yearly meeting between hospital and municipalities. */
function NewInput({view}: {readonly view: View}) {
  const desk = useDesk();
  const [isOpen, setOpen] = useState(false);
  const t = texts[view.language].moete.kandidatane;
  const [id, setId] = useState<string | null>(null);
  const free = nextInput(desk.meeting);
  const begin = () => {
    setId(free);
    setOpen(free !== null);
  };
  return (
    <div class="nytt-innspel">
      {isOpen && id ? (
        <>
          <Field subject={`innspel/${id}`} field="tittel" label={t.inputTitle} />
          <Field subject={`innspel/${id}`} field="skildring" label={t.inputText} kind="long" />
        </>
      ) : (
        free !== null && (
          <button type="button" class="knapp" onClick={begin}>
            {t.addInput}
          </button>
        )
      )}
    </div>
  );
}
