import {useContext, useState} from "preact/hooks";
import {Choice} from "../components/choice.tsx";
import {ChoiceField, Field} from "../components/field.tsx";
import {Head} from "../components/head.tsx";
import {Paper} from "../components/paper.ts";
import {KeyButton, Vedtaksboks} from "../components/vedtaksboks.tsx";
import {candidateName, candidatesOf, chanceWord, visibilityOf} from "../findings/kandidatane.ts";
import {meetingDay} from "../findings/sidan.ts";
import {useDesk} from "../meeting/desk.ts";
import {useKeys} from "../meeting/keys.ts";
import {textOf} from "../meeting/meeting.ts";
import {cardFaults, isCardSaved, pdsaSubject, prioritised} from "../meeting/rules.ts";
import {date} from "../text/dates.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, melding, shown, type View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {meetingAudiences as examples} from "./screen.ts";

/** What do we try first: one card for each prioritised candidate, saved only when nothing it needs is missing. */
export function Pdsa({view}: ScreenProps) {
  const desk = useDesk();
  const [picked, setPicked] = useState<string | null>(null);
  const ids = prioritised(desk.meeting, candidatesOf(view, desk.meeting));
  const t = texts[view.language].moete.pdsa;
  const id = ids.find((one) => one === picked) ?? ids[0];
  const paper = useContext(Paper);
  if (id === undefined) return <Head finding={t.nothing} lead={t.nothingLead} />;
  if (paper) return <Cards view={view} ids={ids} />;
  const options = ids.map((value) => ({value, text: candidateName(view, desk.meeting, value)}));
  return (
    <>
      <Head finding={pdsaFinding(view, desk.meeting, id)} lead={t.lead}>
        {ids.length > 1 && <Choice label={t.choose} value={id} options={options} onChange={setPicked} />}
      </Head>
      <div class="kropp pdsa">
        <Card key={id} view={view} id={id} />
        <Visible view={view} id={id} />
      </div>
      <SaveCard view={view} id={id} />
    </>
  );
}

/** On paper nothing can be chosen, so every card is there. */
function Cards({view, ids}: {readonly view: View; readonly ids: readonly string[]}) {
  const desk = useDesk();
  return ids.map((id) => (
    <section key={id} class="ark">
      <Head finding={pdsaFinding(view, desk.meeting, id)} lead={texts[view.language].moete.pdsa.lead} />
      <div class="kropp pdsa">
        <Card view={view} id={id} />
        <Visible view={view} id={id} />
      </div>
    </section>
  ));
}

function pdsaFinding(view: View, meeting: Parameters<typeof cardFaults>[0], id: string): string {
  const t = texts[view.language].moete.pdsa;
  const name = candidateName(view, meeting, id);
  const from = meetingDay(view, meeting);
  const faults = cardFaults(meeting, id, from);
  if (faults.length > 0) return t.missing(name, faults.length);
  return isCardSaved(meeting, id, from)
    ? t.saved(name, date(textOf(meeting, pdsaSubject(id), "proeve_dato")))
    : t.ready(name);
}

function Card({view, id}: {readonly view: View; readonly id: string}) {
  const {pdsa: t, frequencies} = texts[view.language].moete;
  const subject = pdsaSubject(id);
  return (
    <form class="kort" onSubmit={(event) => event.preventDefault()}>
      <Field subject={subject} field="maal" label={t.fields.maal} kind="long" />
      <Field subject={subject} field="eigar_sjukehus" label={t.fields.eigar_sjukehus} />
      <Field subject={subject} field="eigar_kommune" label={t.fields.eigar_kommune} />
      <Field subject={subject} field="proeve" label={t.fields.proeve} kind="long" />
      <Field subject={subject} field="proeve_dato" label={t.fields.proeve_dato} kind="date" />
      <Field subject={subject} field="spaadom" label={t.fields.spaadom} kind="long" />
      <Field subject={subject} field="spaadom_tal" label={t.fields.spaadom_tal} kind="number" />
      <Field subject={subject} field="teljar" label={t.fields.teljar} />
      <Field subject={subject} field="nemnar" label={t.fields.nemnar} />
      <ChoiceField
        subject={subject}
        field="betre"
        label={t.fields.betre}
        none={t.chooseFrequency}
        options={t.betterWays}
      />
      <Field subject={subject} field="kjelde" label={t.fields.kjelde} />
      <ChoiceField
        subject={subject}
        field="ofte"
        label={t.fields.ofte}
        none={t.chooseFrequency}
        options={frequencies}
      />
      <Field subject={subject} field="vurdering" label={t.fields.vurdering} kind="date" />
      <Field subject={subject} field="balanse" label={t.fields.balanse} />
      <Field subject={subject} field="kostnad" label={t.fields.kostnad} />
      <Field subject={subject} field="betalar" label={t.fields.betalar} />
    </form>
  );
}

/** Whether a halving would be seen on the count of reports; if not, the process measure must show it. */
function Visible({view, id}: {readonly view: View; readonly id: string}) {
  const text = texts[view.language];
  const t = text.moete.pdsa;
  const seen = visibilityOf(view, id);
  const n = shown(melding(view, id, alle));
  const inAYear = seen?.chances.find(({after}) => after === 12);
  if (!seen || !inAYear || n === null) return <Seen title={t.visible} says={t.visibleUnknown} />;
  const say = seen.advice === "tel_meldingar" ? t.visibleYes : t.visibleNot;
  return (
    <Seen title={t.visible} says={say(text.messages(number(n), n), chanceWord(inAYear.chance))}>
      {seen.chances.map(({after, chance}) => t.visibleMonths(after, chanceWord(chance)))}
    </Seen>
  );
}

function Seen({
  title,
  says,
  children = [],
}: {
  readonly title: string;
  readonly says: string;
  readonly children?: readonly string[];
}) {
  return (
    <section class="ser-vi" aria-labelledby="ser-vi">
      <h2 id="ser-vi">{title}</h2>
      <p>{says}</p>
      <ul>
        {children.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function SaveCard({view, id}: {readonly view: View; readonly id: string}) {
  const desk = useDesk();
  const t = texts[view.language].moete.pdsa;
  const from = meetingDay(view, desk.meeting);
  const faults = cardFaults(desk.meeting, id, from);
  const isSaved = isCardSaved(desk.meeting, id, from);
  const costs = textOf(desk.meeting, pdsaSubject(id), "kostnad") !== "";
  const save = () => {
    if (faults.length === 0) desk.write(pdsaSubject(id), "klar", true);
  };
  useKeys({S: save});
  const help = faults.length > 0 ? t.notYet(faults.map((fault) => t.faults[fault])) : costs ? t.money : t.complete;
  return (
    <Vedtaksboks ask={t.ask} help={help}>
      <KeyButton
        letter="S"
        text={isSaved ? t.savedCard : t.saveCard}
        pressed={isSaved}
        disabled={faults.length > 0}
        onClick={save}
      />
    </Vedtaksboks>
  );
}
