import type {Route} from "../../pipeline/contract/loop.ts";
import {type SsuAnswer, ssuAnswers} from "../../pipeline/contract/meeting-fields.ts";
import {Field} from "../components/field.tsx";
import {Head} from "../components/head.tsx";
import {KeyButton, Vedtaksboks} from "../components/vedtaksboks.tsx";
import {meetingDay} from "../findings/sidan.ts";
import {aboutWhat, answerOf, routeSubject, sakerFinding, waiting} from "../findings/ssu.ts";
import {useDesk} from "../meeting/desk.ts";
import {beside, useKeys} from "../meeting/keys.ts";
import {date} from "../text/dates.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {ssuAudiences as examples} from "./screen.ts";

/** Which cases wait for SSU: each from an LSU, how long it has waited, and one answer. */
export function Saker({view}: ScreenProps) {
  const desk = useDesk();
  const t = texts[view.language].ssu.saker;
  const {routes} = view.facts.loop;
  const chosen = routes.find(({id}) => id === desk.chosen) ?? waiting(view, desk.meeting)[0] ?? routes[0];
  const answer = (value: SsuAnswer) => {
    if (!chosen) return;
    desk.choose(chosen.id);
    desk.note(routeSubject(chosen), "ssu_dato", meetingDay(view, desk.meeting));
    desk.write(routeSubject(chosen), "ssu_svar", value);
  };
  const move = (step: 1 | -1) => {
    const next = beside(
      routes.map(({id}) => id),
      chosen?.id ?? null,
      step,
    );
    if (next) desk.choose(next);
  };
  useKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ...Object.fromEntries(ssuAnswers.map((value) => [t.keys[value], () => answer(value)])),
  });
  return (
    <>
      <Head finding={sakerFinding(view, desk.meeting)} lead={routes.length === 0 ? t.noneLead : t.lead} />
      {chosen && (
        <>
          <div class="kropp sidan">
            <Cases view={view} chosen={chosen} />
            <Detail key={chosen.id} view={view} route={chosen} />
          </div>
          <Vedtaksboks ask={t.ask} help={t.help(aboutWhat(view, chosen), chosen.fromName[view.language])}>
            {ssuAnswers.map((value) => (
              <KeyButton
                key={value}
                letter={t.keys[value]}
                text={t.answers[value]}
                pressed={answerOf(desk.meeting, chosen) === value}
                onClick={() => answer(value)}
              />
            ))}
          </Vedtaksboks>
        </>
      )}
    </>
  );
}

function Cases({view, chosen}: {readonly view: View; readonly chosen: Route}) {
  const desk = useDesk();
  const t = texts[view.language].ssu.saker;
  return (
    <table class="kandidatliste">
      <caption class="usynleg">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.from}</th>
          <th scope="col" class="tal">
            {t.age}
          </th>
          <th scope="col">{t.answer}</th>
        </tr>
      </thead>
      <tbody>
        {view.facts.loop.routes.map((route) => {
          const answer = answerOf(desk.meeting, route);
          return (
            <tr key={route.id} data-vald={route.id === chosen.id ? "ja" : undefined}>
              <th scope="row">
                <button
                  type="button"
                  class="kandidatnamn"
                  aria-pressed={route.id === chosen.id}
                  onClick={() => desk.choose(route.id)}
                >
                  {aboutWhat(view, route)} <small>{t.whys[route.why]}</small>
                </button>
              </th>
              <td data-namn={t.from}>{route.fromName[view.language]}</td>
              <td class="tal" data-namn={t.age}>
                {number(route.age)}
              </td>
              <td data-namn={t.answer}>
                {answer === null ? <span class="dempa">{t.waits}</span> : <b>{answerWords(view, route, answer)}</b>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function answerWords(view: View, route: Route, answer: SsuAnswer): string {
  const t = texts[view.language].ssu.saker;
  if (route.fsuAnswer) return t.fsuAnswers[route.fsuAnswer];
  return route.waitsFor === "fsu" ? `${t.answers[answer]}, ${t.waitsFsu}` : t.answers[answer];
}

function Detail({view, route}: {readonly view: View; readonly route: Route}) {
  const t = texts[view.language].ssu.saker;
  return (
    <article class="kandidatkort" aria-labelledby="sak">
      <h2 id="sak">{aboutWhat(view, route)}</h2>
      <dl class="fakta">
        <div>
          <dt>{t.from}</dt>
          <dd>{`${route.fromName[view.language]}, ${date(route.sent.slice(0, 10))}`}</dd>
        </div>
        <div>
          <dt>{t.why}</dt>
          <dd>{t.whys[route.why]}</dd>
        </div>
      </dl>
      <p>{t.to(route.toName[view.language])}</p>
      {route.note !== "" && <p>{route.note}</p>}
      <Field subject={routeSubject(route)} field="merknad" label={t.note} kind="long" />
    </article>
  );
}
