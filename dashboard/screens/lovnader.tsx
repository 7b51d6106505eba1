import {aldersrad} from "../charts/aldersrad.ts";
import {DataTable} from "../components/data-table.tsx";
import {Drawing} from "../components/figure.tsx";
import {Funn} from "../components/funn.tsx";
import {Head} from "../components/head.tsx";
import {
  aboutWhat,
  lovnaderFinding,
  notDelivered,
  type OpenDecision,
  openByCommittee,
  openDecisions,
} from "../findings/ssu.ts";
import {date} from "../text/dates.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {ssuAudiences as examples} from "./screen.ts";

const oldestAxis = 365;

/** What the LSU have promised: every open decision by committee and age, never by who has most. */
export function Lovnader({view, tables}: ScreenProps) {
  const t = texts[view.language].ssu.lovnader;
  const open = openDecisions(view);
  const silent = notDelivered(view);
  const most = Math.max(oldestAxis, ...open.map(({age}) => age));
  return (
    <>
      <Head finding={lovnaderFinding(view)} lead={open.length === 0 ? t.noneLead : t.lead} />
      <div class="kropp lovnader">
        {open.length > 0 && (
          <Funn
            view={view}
            tables={tables}
            title={t.chart}
            subtitle={`○ ${t.onTime}   ◆ ${t.late}, 0–${number(most)} ${t.days}`}
            table={() => decisionTable(view)}
          >
            <Ages view={view} most={most} />
            <DataTable {...decisionTable(view)} />
          </Funn>
        )}
        {silent.length > 0 && <p class="dempa">{t.notDelivered(silent)}</p>}
      </div>
    </>
  );
}

function Ages({view, most}: {readonly view: View; readonly most: number}) {
  const t = texts[view.language].ssu.lovnader;
  return (
    <table class="kandidatliste alder">
      <caption class="usynleg">{t.chart}</caption>
      <tbody>
        {openByCommittee(view).map(({name, open}) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Drawing
                width={820}
                draw={(size) => aldersrad(open.map(mark), {...size, language: view.language, most})}
              />
              <span class="usynleg">{t.row(name, open.length, open.filter(({isLate}) => isLate).length)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function mark({age, isLate}: OpenDecision) {
  return {days: age, isLate};
}

function decisionTable(view: View) {
  const {ssu, moete} = texts[view.language];
  const t = ssu.lovnader;
  return {
    caption: texts[view.language].tableOf(t.chart),
    columns: [
      {title: t.committee},
      {title: t.decision},
      {title: t.decided},
      {title: t.due},
      {title: t.status},
      {title: t.lateHead},
    ],
    rows: openDecisions(view).map(({decision}) => [
      decision.committee[view.language],
      `${aboutWhat(view, decision)}: ${moete.decisions[decision.type].toLocaleLowerCase(view.language)}`,
      date(decision.decided.slice(0, 10)),
      decision.due === null ? "–" : date(decision.due),
      t.statuses[decision.status],
      decision.daysLate > 0 ? t.daysLate(decision.daysLate) : "–",
    ]),
  };
}
