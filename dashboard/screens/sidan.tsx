import type {EarlierDecision} from "../../pipeline/contract/decisions.ts";
import {type FollowUp, followUps} from "../../pipeline/contract/meeting-fields.ts";
import {Field} from "../components/field.tsx";
import {Head} from "../components/head.tsx";
import {KeyButton, Vedtaksboks} from "../components/vedtaksboks.tsx";
import {Verknad} from "../components/verknad.tsx";
import {dueWords, earlierName, followUpOf, followUpSubject, sidanFinding, unanswered} from "../findings/sidan.ts";
import {useDesk} from "../meeting/desk.ts";
import {beside, useKeys} from "../meeting/keys.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {meetingAudiences as examples} from "./screen.ts";

/** What became of last year's decisions. Nothing new is opened until each has a status. */
export function Sidan({view}: ScreenProps) {
  const desk = useDesk();
  const t = texts[view.language].moete;
  const {earlier} = view.facts;
  const chosen = earlier.find(({id}) => id === desk.chosen) ?? earlier[0];
  const move = (step: 1 | -1) => {
    const next = beside(
      earlier.map(({id}) => id),
      chosen?.id ?? null,
      step,
    );
    if (next) desk.choose(next);
  };
  const answer = (value: FollowUp) => {
    if (chosen) desk.write(followUpSubject(chosen), "val", value);
  };
  useKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ...Object.fromEntries(followUps.map((value) => [t.sidan.keys[value], () => answer(value)])),
  });
  const lead = earlier.length === 0 ? t.sidan.noneLead : t.sidan.lead;
  return (
    <>
      <Head finding={sidanFinding(view, desk.meeting)} lead={lead} />
      {chosen && (
        <>
          <div class="kropp sidan">
            <Rows view={view} chosen={chosen} />
            <Detail key={chosen.id} view={view} earlier={chosen} />
          </div>
          <Vedtaksboks
            ask={t.sidan.ask(earlierName(view, chosen))}
            help={t.sidan.help(earlier.length - unanswered(view, desk.meeting).length, earlier.length)}
          >
            {followUps.map((value) => (
              <KeyButton
                key={value}
                letter={t.sidan.keys[value]}
                text={t.sidan.followUps[value]}
                pressed={followUpOf(desk.meeting, chosen) === value}
                onClick={() => answer(value)}
              />
            ))}
          </Vedtaksboks>
        </>
      )}
    </>
  );
}

function Rows({view, chosen}: {readonly view: View; readonly chosen: EarlierDecision}) {
  const desk = useDesk();
  const t = texts[view.language].moete;
  return (
    <table class="kandidatliste">
      <caption class="usynleg">{t.questions.sidan}</caption>
      <thead>
        <tr>
          <th scope="col">{t.sidan.decided}</th>
          <th scope="col">{t.sidan.deadline}</th>
          <th scope="col">{t.sidan.status}</th>
        </tr>
      </thead>
      <tbody>
        {view.facts.earlier.map((earlier) => {
          const answer = followUpOf(desk.meeting, earlier);
          return (
            <tr key={earlier.id} data-vald={earlier.id === chosen.id ? "ja" : undefined}>
              <th scope="row">
                <button
                  type="button"
                  class="kandidatnamn"
                  aria-pressed={earlier.id === chosen.id}
                  onClick={() => desk.choose(earlier.id)}
                >
                  {earlierName(view, earlier)} <small>{t.decisions[earlier.type]}</small>
                </button>
              </th>
              <td>{dueWords(view, desk.meeting, earlier)}</td>
              <td class="stutt">
                {answer === null ? <span class="dempa">{t.notChosen}</span> : <b>{t.sidan.followUps[answer]}</b>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Detail({view, earlier}: {readonly view: View; readonly earlier: EarlierDecision}) {
  const t = texts[view.language].moete.sidan;
  const {ownerHospital, ownerMunicipality, test, measure, reason, who} = earlier;
  const facts: readonly (readonly [string, string])[] = [
    [t.facts.owners, [ownerHospital, ownerMunicipality].filter(Boolean).join(" · ")],
    [t.facts.test, test],
    [t.facts.measure, measure],
    [t.facts.who, who],
    [t.facts.reason, reason],
  ];
  return (
    <article class="kandidatkort" aria-labelledby="sidan-kort">
      <h2 id="sidan-kort">{earlierName(view, earlier)}</h2>
      <dl class="fakta">
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Verknad view={view} id={earlier.id} />
      <Field subject={followUpSubject(earlier)} field="merknad" label={t.note} kind="long" />
    </article>
  );
}
