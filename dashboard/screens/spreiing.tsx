import type {Elsewhere} from "../../pipeline/contract/loop.ts";
import {Head} from "../components/head.tsx";
import {KeyButton, Vedtaksboks} from "../components/vedtaksboks.tsx";
import {spreadSubject, wantedBy} from "../findings/ssu.ts";
import {useDesk} from "../meeting/desk.ts";
import {beside, useKeys} from "../meeting/keys.ts";
import {fieldValue} from "../meeting/meeting.ts";
import {list} from "../text/sentences.ts";
import {texts} from "../text/text.ts";
import {categoryName, type View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {ssuAudiences as examples} from "./screen.ts";

/** What worked in one LSU and could be tried in another. SSU recommends; each LSU chooses. */
export function Spreiing({view}: ScreenProps) {
  const desk = useDesk();
  const t = texts[view.language].ssu.spreiing;
  const {elsewhere} = view.facts.loop;
  const ids = elsewhere.map(spreadSubject);
  const chosen = elsewhere[Math.max(0, ids.indexOf(desk.chosen ?? ""))];
  const isRecommended = (one: Elsewhere) => fieldValue(desk.meeting, spreadSubject(one), "tilraa") === true;
  const recommend = () => {
    if (chosen) desk.write(spreadSubject(chosen), "tilraa", isRecommended(chosen) ? null : true);
  };
  const move = (step: 1 | -1) => {
    const next = beside(ids, chosen ? spreadSubject(chosen) : null, step);
    if (next) desk.choose(next);
  };
  useKeys({ArrowDown: () => move(1), ArrowUp: () => move(-1), S: recommend});
  return (
    <>
      <Head
        finding={elsewhere.length === 0 ? t.none : t.some(elsewhere.length, howCertain(elsewhere))}
        lead={elsewhere.length === 0 ? t.noneLead : t.lead}
      />
      {chosen && (
        <>
          <div class="kropp spreiing">
            <Worked view={view} chosen={chosen} isRecommended={isRecommended} />
          </div>
          <Vedtaksboks ask={t.ask} help={t.help}>
            <KeyButton
              letter="S"
              text={isRecommended(chosen) ? t.recommended : t.recommend}
              pressed={isRecommended(chosen)}
              onClick={recommend}
            />
          </Vedtaksboks>
        </>
      )}
    </>
  );
}

/** The finding says no more than the verdicts of the tiltak do. */
function howCertain(elsewhere: readonly Elsewhere[]): "certain" | "likely" | "both" {
  const certain = elsewhere.filter(({verdict}) => verdict === "betring_paavist").length;
  if (certain === elsewhere.length) return "certain";
  return certain === 0 ? "likely" : "both";
}

interface WorkedProps {
  readonly view: View;
  readonly chosen: Elsewhere;
  readonly isRecommended: (one: Elsewhere) => boolean;
}

function Worked({view, chosen, isRecommended}: WorkedProps) {
  const desk = useDesk();
  const t = texts[view.language].ssu.spreiing;
  return (
    <table class="kandidatliste">
      <caption class="usynleg">{texts[view.language].moete.questions.spreiing}</caption>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.where}</th>
          <th scope="col">{t.verdict}</th>
          <th scope="col">{t.wanted}</th>
          <th scope="col">SSU</th>
        </tr>
      </thead>
      <tbody>
        {view.facts.loop.elsewhere.map((one) => {
          const wanted = wantedBy(view, one);
          const isChosen = spreadSubject(one) === spreadSubject(chosen);
          return (
            <tr key={spreadSubject(one)} data-vald={isChosen ? "ja" : undefined}>
              <th scope="row">
                <button
                  type="button"
                  class="kandidatnamn"
                  aria-pressed={isChosen}
                  onClick={() => desk.choose(spreadSubject(one))}
                >
                  {one.test} <small>{`${categoryName(view, one.kategori)}: ${one.measure}`}</small>
                </button>
              </th>
              <td data-namn={t.where}>{one.fromName[view.language]}</td>
              <td data-namn={t.verdict}>{t.verdicts[one.verdict]}</td>
              <td data-namn={t.wanted}>{wanted.length === 0 ? t.nobody : list(wanted, "og")}</td>
              <td data-namn="SSU">{isRecommended(one) ? <b>{t.recommended}</b> : "–"}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
