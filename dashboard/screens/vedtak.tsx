import {Conflicts} from "../components/conflicts.tsx";
import {Field} from "../components/field.tsx";
import {Head} from "../components/head.tsx";
import {Draft, useMinutes} from "../components/protokoll.tsx";
import {KeyButton, Vedtaksboks} from "../components/vedtaksboks.tsx";
import {candidateName} from "../findings/kandidatane.ts";
import {decidedOf, type Minutes, minutesOf} from "../findings/protokoll.ts";
import {useDesk} from "../meeting/desk.ts";
import {useKeys} from "../meeting/keys.ts";
import {conflictsOf, fieldValue, type Meeting} from "../meeting/meeting.ts";
import {prioritised} from "../meeting/rules.ts";
import {texts} from "../text/text.ts";
import {audienceName, type View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {meetingAudiences as examples} from "./screen.ts";

/** What have we decided: the minutes as they will stand, the answers to those who reported, and where each case goes. */
export function Vedtak({view}: ScreenProps) {
  const desk = useDesk();
  const minutes = minutesOf(view, desk.meeting);
  const t = texts[view.language].moete;
  const isConfirmed = fieldValue(desk.meeting, "moete", "stadfesta") === true;
  const incomplete = minutes.decisions.filter(({complete}) => !complete).length;
  const canConfirm = minutes.decisions.length > 0 && incomplete === 0;
  const confirm = () => {
    if (canConfirm) desk.write("moete", "stadfesta", true);
  };
  const {keys, buttons} = useMinutes({view, minutes});
  useKeys({...keys, S: confirm});
  return (
    <>
      <Head
        finding={vedtakFinding(view, desk.meeting, minutes)}
        lead={isConfirmed ? t.vedtak.confirmedLead : t.vedtak.lead}
      />
      <div class="kropp vedtak">
        <div>
          <Conflicts view={view} conflicts={conflictsOf(desk.meeting)} />
          <Draft view={view} minutes={minutes} />
        </div>
        <Aside view={view} minutes={minutes} />
      </div>
      <Vedtaksboks ask={t.vedtak.ask} help={incomplete > 0 ? t.vedtak.incomplete(incomplete) : t.vedtak.help}>
        {buttons}
        <KeyButton
          letter="S"
          text={isConfirmed ? t.vedtak.confirmed : t.vedtak.confirm}
          pressed={isConfirmed}
          disabled={!canConfirm}
          onClick={confirm}
        />
      </Vedtaksboks>
    </>
  );
}

function vedtakFinding(view: View, meeting: Meeting, {decisions}: Minutes): string {
  const t = texts[view.language].moete.vedtak;
  const committee = audienceName(view.facts, view.language);
  const first = prioritised(meeting, decidedOf(view, meeting)).map((id) => `«${candidateName(view, meeting, id)}»`);
  if (decisions.length === 0) return t.none(committee);
  return first.length > 0 ? t.prioritised(committee, first) : t.some(committee, decisions.length);
}

function Aside({view, minutes}: {readonly view: View; readonly minutes: Minutes}) {
  const t = texts[view.language].moete.vedtak;
  return (
    <div class="ved-sida">
      <div class="moetefelt">
        <Field subject="moete" field="dato" label={t.date} kind="date" />
        <Field subject="moete" field="sak" label={t.caseNumber} />
        <Field subject="moete" field="neste" label={t.nextDate} kind="date" />
      </div>
      {minutes.replies.length > 0 && (
        <section aria-labelledby="svar">
          <h2 id="svar">{t.replies}</h2>
          {minutes.replies.map((text) => (
            <blockquote key={text}>{text}</blockquote>
          ))}
        </section>
      )}
      <section aria-labelledby="veg">
        <h2 id="veg">{t.route}</h2>
        <p>{minutes.routes.length > 0 ? t.routeShort(minutes.routes.length) : t.routeNone}</p>
      </section>
      <Field subject="moete" field="fraavaer" label={t.absent} kind="long" />
    </div>
  );
}
