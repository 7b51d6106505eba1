import {criteria} from "../../pipeline/contract/evidence.ts";
import {Conflicts} from "../components/conflicts.tsx";
import {Field} from "../components/field.tsx";
import {Head} from "../components/head.tsx";
import {Draft, useMinutes} from "../components/protokoll.tsx";
import {KeyButton, Vedtaksboks} from "../components/vedtaksboks.tsx";
import {Slider} from "../components/vekter.tsx";
import {areWeightsDecided, draftWeights, ssuMinutes, vekterFinding} from "../findings/ssu.ts";
import {weightsSentence} from "../findings/vekting.ts";
import {useDesk} from "../meeting/desk.ts";
import {useKeys} from "../meeting/keys.ts";
import {conflictsOf} from "../meeting/meeting.ts";
import {texts} from "../text/text.ts";
import type {ScreenProps} from "./screen.ts";

export {ssuAudiences as examples} from "./screen.ts";

/** What shall count next year, and the minutes of all that SSU has decided. */
export function Vekter({view}: ScreenProps) {
  const desk = useDesk();
  const {ssu, moete} = texts[view.language];
  const t = ssu.vekter;
  const minutes = ssuMinutes(view, desk.meeting);
  const {keys, buttons} = useMinutes({view, minutes});
  const of = draftWeights(view, desk.meeting);
  const isDecided = areWeightsDecided(desk.meeting);
  const canDecide = criteria.some((criterion) => of[criterion] > 0);
  const decide = () => {
    if (!canDecide) return;
    for (const criterion of criteria) desk.note("vekt", criterion, of[criterion]);
    desk.write("vekt", "vedteke", true);
  };
  useKeys({...keys, S: decide});
  return (
    <>
      <Head finding={vekterFinding(view, desk.meeting)} lead={t.lead} />
      <div class="kropp vedtak">
        <div>
          <Conflicts view={view} conflicts={conflictsOf(desk.meeting)} />
          {minutes.decisions.length === 0 ? <p class="dempa">{t.empty}</p> : <Draft view={view} minutes={minutes} />}
        </div>
        <div class="ved-sida">
          <section aria-labelledby="nye-vekter">
            <h2 id="nye-vekter">{t.title(view.facts.year + 1)}</h2>
            {criteria.map((criterion) => (
              <Slider
                key={criterion}
                view={view}
                criterion={criterion}
                of={of}
                onMove={(value) => desk.write("vekt", criterion, value)}
              />
            ))}
            <p class="dempa">{weightsSentence(view)}</p>
          </section>
          <Field subject="vekt" field="grunn" label={t.reason} kind="long" />
          <div class="moetefelt">
            <Field subject="moete" field="dato" label={moete.vedtak.date} kind="date" />
            <Field subject="moete" field="sak" label={moete.vedtak.caseNumber} />
          </div>
        </div>
      </div>
      <Vedtaksboks ask={t.ask} help={t.help}>
        {buttons}
        <KeyButton
          letter="S"
          text={isDecided ? t.used : t.use}
          pressed={isDecided}
          disabled={!canDecide}
          onClick={decide}
        />
      </Vedtaksboks>
    </>
  );
}
