import {criteria} from "../../pipeline/contract/evidence.ts";
import {type DecisionType, decisionTypes, gates, type Side, sides} from "../../pipeline/contract/meeting-fields.ts";
import {prikkrad} from "../charts/prikkrad.ts";
import {Field, Tick} from "../components/field.tsx";
import {Drawing} from "../components/figure.tsx";
import {Head} from "../components/head.tsx";
import {KeyButton, Vedtaksboks} from "../components/vedtaksboks.tsx";
import {candidateName, candidatesOf, isInput, ownerOf} from "../findings/kandidatane.ts";
import {place, placeRange} from "../findings/rang.ts";
import {useDesk} from "../meeting/desk.ts";
import {beside, useKeys} from "../meeting/keys.ts";
import type {Meeting} from "../meeting/meeting.ts";
import {
  agreedOn,
  candidateSubject,
  decisionMissing,
  decisionOf,
  dotShare,
  dotsOf,
  fieldsOf,
  gateAnswer,
  mostPrioritised,
  prioritised,
  warningsOf,
} from "../meeting/rules.ts";
import {percent} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {meetingAudiences as examples} from "./screen.ts";

/** What do we choose: the dots of each side beside the numbers, six questions, and one of five decisions. */
export function Val({view}: ScreenProps) {
  const desk = useDesk();
  const t = texts[view.language].moete;
  const ids = candidatesOf(view, desk.meeting);
  const chosen = ids.includes(desk.chosen ?? "") ? desk.chosen : (ids[0] ?? null);
  const isFull = (id: string) => {
    const first = prioritised(desk.meeting, ids);
    return first.length >= mostPrioritised && !first.includes(id);
  };
  const decide = (type: DecisionType) => {
    if (chosen === null || (type === "prioriter" && isFull(chosen))) return;
    desk.write(candidateSubject(chosen), "vedtak", decisionOf(desk.meeting, chosen) === type ? null : type);
    desk.note(candidateSubject(chosen), "vekter", weightsRecord(view));
  };
  const move = (step: 1 | -1) => {
    const next = beside(ids, chosen, step);
    if (next) desk.choose(next);
  };
  useKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ...Object.fromEntries(decisionTypes.map((type) => [t.decisionKeys[type], () => decide(type)])),
  });
  const decided = ids.filter((id) => decisionOf(desk.meeting, id) !== null).length;
  return (
    <>
      <Head finding={valFinding(view, desk.meeting, ids)} lead={t.val.lead(decided, ids.length)} />
      <div class="kropp val">
        <Rows view={view} ids={ids} chosen={chosen} />
        {chosen !== null && <Questions view={view} id={chosen} />}
      </div>
      <Vedtaksboks ask={t.val.ask} help={chosen === null ? "" : help(view, desk.meeting, chosen, isFull(chosen))}>
        {decisionTypes.map((type) => (
          <KeyButton
            key={type}
            letter={t.decisionKeys[type]}
            text={t.decisions[type]}
            pressed={chosen !== null && decisionOf(desk.meeting, chosen) === type}
            disabled={chosen === null || (type === "prioriter" && isFull(chosen))}
            onClick={() => decide(type)}
          />
        ))}
      </Vedtaksboks>
    </>
  );
}

/** Which weights held when a decision was made, as the register has them; nothing where there are none. */
function weightsRecord({facts: {weights}}: View): string | null {
  if (weights === null) return null;
  return criteria.map((criterion) => `${criterion} ${weights.of[criterion]}`).join(", ");
}

function valFinding(view: View, meeting: Meeting, ids: readonly string[]): string {
  const t = texts[view.language].moete.val;
  const set = sides.filter((side) => dotsOf(meeting, side, ids).used > 0);
  if (set.length === 0) return t.noDots;
  if (set.length === 1) return t.oneSide;
  const top = agreedOn(meeting, ids);
  return top === null ? t.differ : t.agreed(candidateName(view, meeting, top));
}

function help(view: View, meeting: Meeting, id: string, isFull: boolean): string {
  const t = texts[view.language].moete.val;
  if (decisionOf(meeting, id) === null) return isFull ? t.full : t.help(candidateName(view, meeting, id));
  const missing = decisionMissing(meeting, id, ownerOf(view, id) === null);
  return missing.length === 0 ? t.stands : t.missing(missing.map((field) => t.missingWords[field]));
}

/** The shapes of the sides, as the drawing has them. */
const marks: Readonly<Record<Side, string>> = {kommune: "●", sjukehus: "■", brukar: "◇"};

interface RowsProps {
  readonly view: View;
  readonly ids: readonly string[];
  readonly chosen: string | null;
}

function Rows({view, ids, chosen}: RowsProps) {
  const desk = useDesk();
  const t = texts[view.language].moete;
  const shares = ids.flatMap((id) => sides.map((side) => dotShare(desk.meeting, side, id, ids) ?? 0));
  const most = Math.max(0.5, ...shares);
  return (
    <table class="kandidatliste">
      <caption class="usynleg">{t.questions.val}</caption>
      <thead>
        <tr>
          <th scope="col">{texts[view.language].category}</th>
          <th scope="col">{t.val.inData}</th>
          <th scope="col">
            {sides.flatMap((one) => [<span key={one} class="eiLinje">{`${marks[one]} ${t.sides[one]}`}</span>, " "])}
            <span class="eiLinje">0–{percent(most)}</span>
          </th>
          <th scope="col">{t.val.decision}</th>
        </tr>
      </thead>
      <tbody>
        {ids.map((id) => (
          <Row key={id} view={view} id={id} ids={ids} isChosen={id === chosen} most={most} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<RowsProps, "view" | "ids"> {
  readonly id: string;
  readonly isChosen: boolean;
  readonly most: number;
}

function Row({view, id, ids, isChosen, most}: RowProps) {
  const desk = useDesk();
  const t = texts[view.language].moete;
  const name = candidateName(view, desk.meeting, id);
  const spot = isInput(id) ? undefined : place(view, id);
  const shares = Object.fromEntries(sides.map((side) => [side, dotShare(desk.meeting, side, id, ids)]));
  const spoken = sides.flatMap((side) => {
    const share = dotShare(desk.meeting, side, id, ids);
    return share === null ? [] : [t.val.shareOf(t.sides[side], percent(share))];
  });
  const decision = decisionOf(desk.meeting, id);
  return (
    <tr data-vald={isChosen ? "ja" : undefined}>
      <th scope="row">
        <button type="button" class="kandidatnamn" aria-pressed={isChosen} onClick={() => desk.choose(id)}>
          {name}
        </button>
      </th>
      <td class="tal" data-namn={t.val.inData}>
        {spot ? placeRange(spot) : "–"}
      </td>
      <td data-namn={sides.map((one) => `${marks[one]} ${t.sides[one]}`).join("  ")}>
        <Drawing
          fixed
          width={240}
          draw={(size) =>
            prikkrad(shares as Parameters<typeof prikkrad>[0], {
              ...size,
              language: view.language,
              most,
              isChosen,
              height: 48,
            })
          }
          says={spoken.length > 0 ? t.val.shareAlt(name, spoken) : t.val.noDots}
        />
      </td>
      <td>{decision === null ? <span class="dempa eiLinje">{t.notChosen}</span> : <b>{t.decisions[decision]}</b>}</td>
    </tr>
  );
}

function Questions({view, id}: {readonly view: View; readonly id: string}) {
  const desk = useDesk();
  const t = texts[view.language].moete;
  return (
    <section class="spoersmaal" aria-labelledby="seks">
      <h2 id="seks">
        {t.val.questions}: {candidateName(view, desk.meeting, id)}
      </h2>
      {gates.map((gate) => (
        <fieldset key={gate} class="port">
          <legend>
            {warningsOf(desk.meeting, id).includes(gate) && <span title={t.val.against}>◆ </span>}
            {t.gates[gate]}
            {warningsOf(desk.meeting, id).includes(gate) && <span class="usynleg"> ({t.val.against})</span>}
          </legend>
          {(["ja", "nei"] as const).map((answer) => (
            <button
              key={answer}
              type="button"
              class="knapp"
              aria-pressed={gateAnswer(desk.meeting, id, gate) === answer}
              onClick={() => desk.write(candidateSubject(id), `port_${gate}`, answer)}
            >
              {answer === "ja" ? t.yes : t.no}
            </button>
          ))}
        </fieldset>
      ))}
      <DecisionFields key={id} view={view} id={id} />
    </section>
  );
}

function DecisionFields({view, id}: {readonly view: View; readonly id: string}) {
  const desk = useDesk();
  const {fields} = texts[view.language].moete.val;
  const type = decisionOf(desk.meeting, id);
  if (type === null) return null;
  const subject = candidateSubject(id);
  const asked = fieldsOf(type, ownerOf(view, id) === null);
  return (
    <div class="vedtaksfelt" key={`${id} ${type}`}>
      {asked.includes("via_ssu") && <Tick subject={subject} field="via_ssu" label={fields.via_ssu} />}
      {asked.includes("grunn") && type !== "prioriter" && (
        <Field subject={subject} field="grunn" label={fields.grunn[type]} kind="long" />
      )}
      {asked.includes("kven") && <Field subject={subject} field="kven" label={fields.kven} />}
      {asked.includes("frist") && <Field subject={subject} field="frist" label={fields.frist} kind="date" />}
      <Field subject={subject} field="usemje" label={fields.usemje} />
    </div>
  );
}
