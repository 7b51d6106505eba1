import {spanOfYears} from "../charts/aarsrad.ts";
import {spanOf} from "../charts/signalrad.ts";
import {Cell, Mark, Signal} from "../components/cells.tsx";
import {Course} from "../components/course.tsx";
import type {Tabell} from "../components/data-table.tsx";
import {Funn} from "../components/funn.tsx";
import {Head} from "../components/head.tsx";
import {comparisons, fylketFinding, fylketLead, fylketTitle} from "../findings/fylket.ts";
import {verdict} from "../findings/moenster.ts";
import {expectedFalse, standing} from "../findings/rang.ts";
import {quarters, rowBreakNote, years} from "../series.ts";
import {period} from "../text/dates.ts";
import {roughly} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, areaShort, categories, categoryName, fylke, lsuIds, melding, type View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {countyAudiences as examples} from "./screen.ts";

const rowHeight = 27;

/** Every category in every area, for those who see them all. */
export function Fylket({view: seen, tables}: ScreenProps) {
  const view = {...seen, omraade: fylke};
  const t = texts[view.language].fylket;
  const tests = comparisons(view).length;
  const areas = lsuIds(view).map((id) => areaShort(view, id));
  return (
    <>
      <Head finding={fylketFinding(view)} lead={fylketLead(view)} />
      <div class="kropp">
        <Funn
          view={view}
          tables={tables}
          title={fylketTitle(view)}
          subtitle={t.subtitle(period(view.facts.years), tests, roughly(expectedFalse(view, lsuIds(view))))}
          table={() => gridNumbers(view)}
          note={<Key view={view} />}
        >
          <table class="rutenett">
            <caption class="usynleg">{t.alt(areas.join(", "))}</caption>
            <thead>
              <tr>
                <th scope="col">{texts[view.language].category}</th>
                {areas.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {categories(view).map((kode) => (
                <Row key={kode} view={view} kode={kode} />
              ))}
            </tbody>
          </table>
        </Funn>
      </div>
    </>
  );
}

function Row({view, kode}: {readonly view: View; readonly kode: string}) {
  return (
    <tr>
      <th scope="row">{categoryName(view, kode)}</th>
      {lsuIds(view).map((omraade) => (
        <Square key={omraade} view={{...view, omraade}} kode={kode} />
      ))}
    </tr>
  );
}

function Square({view, kode}: {readonly view: View; readonly kode: string}) {
  const found = verdict(view, kode);
  const dom = found.kind === "dom" && found.dom !== "uviss" ? found.dom : undefined;
  const total = melding(view, kode, alle);
  const span = Math.max(spanOf(quarters(view, kode, alle)), spanOfYears(years(view, kode)));
  return (
    <td data-dom={dom} data-namn={areaShort(view)}>
      <div class="rute">
        <Course view={view} kode={kode} span={span} width={128} height={rowHeight} />
        <span class="tal">
          <Cell status={total?.status ?? "missing"} n={total?.n ?? null} language={view.language} />
        </span>
        {dom && <span class="usynleg">{texts[view.language].dom[dom]}</span>}
      </div>
    </td>
  );
}

function Key({view}: {readonly view: View}) {
  const t = texts[view.language].fylket;
  const signals = comparisons(view).filter(({dom}) => dom !== "uviss").length;
  return (
    <>
      <span class="noekkel">
        <Mark dom="auke" /> {t.more}
      </span>
      <span class="noekkel">
        <Mark dom="nedgang" /> {t.fewer}
      </span>
      <span class="noekkel">
        <Mark dom="uviss" /> {t.usual}
      </span>
      <span class="noekkel">{t.thisYear(view.facts.year)}</span>
      {signals > 0 && <span class="noekkel">{texts[view.language].findings.standing(standing(view), signals)}</span>}
      <span class="noekkel">{texts[view.language].moenster.sparkKey}</span>
      <span class="noekkel">{rowBreakNote(view)}</span>
    </>
  );
}

function gridNumbers(view: View): Tabell {
  const t = texts[view.language];
  const areas = lsuIds(view).map((omraade) => ({...view, omraade}));
  return {
    caption: t.tableOf(fylketTitle(view)),
    columns: [
      {title: t.category},
      ...areas.flatMap((area) => [
        {title: `${areaShort(area)}, ${view.facts.year}`, numeric: true},
        {title: `${areaShort(area)}, ${t.change.toLowerCase()}`},
      ]),
    ],
    rows: categories(view).map((kode) => [
      categoryName(view, kode),
      ...areas.flatMap((area) => {
        const total = melding(area, kode, alle);
        return [
          <Cell key="n" status={total?.status ?? "missing"} n={total?.n ?? null} language={view.language} />,
          <Signal key="dom" verdict={verdict(area, kode)} language={view.language} />,
        ];
      }),
    ]),
  };
}
