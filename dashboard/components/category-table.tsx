import {intervallrad} from "../charts/intervallrad.ts";
import {retningsrad} from "../charts/retningsrad.ts";
import {verdict} from "../findings/moenster.ts";
import {place, placeRange, topThreeChance} from "../findings/rang.ts";
import {rowScales, spoken} from "../series.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, categories, categoryName, melding, type View} from "../view.ts";
import {Cell, Signal} from "./cells.tsx";
import {Course} from "./course.tsx";
import {type Draw, Drawing} from "./figure.tsx";

interface RowProps {
  readonly view: View;
  readonly kode: string;
  readonly scales: ReturnType<typeof rowScales>;
  readonly height: number;
}

const widths = {spark: 164, interval: 104, direction: 184};
const tallest = 40;
const lowest = 22;
const roomForRows = 320;

interface TableProps {
  readonly view: View;
  /** What stands over and under the rows takes so many lines more than it usually does. */
  readonly lessRoom: number;
}

/** One row per category; every drawing has its numbers in words for those who do not see it. */
export function CategoryTable({view, lessRoom}: TableProps) {
  const all = categories(view);
  const scales = rowScales(view);
  const height = Math.max(lowest, Math.min(tallest, Math.floor((roomForRows - lessRoom) / all.length)));
  return (
    <table class="signalrader">
      <caption class="usynleg">{texts[view.language].moenster.alt(all.length)}</caption>
      <Columns view={view} />
      <tbody>
        {all.map((kode) => (
          <CategoryRow key={kode} view={view} kode={kode} scales={scales} height={height} />
        ))}
      </tbody>
    </table>
  );
}

function Columns({view}: {readonly view: View}) {
  const t = texts[view.language];
  const {year, trustShort} = view.facts;
  return (
    <thead>
      <tr>
        <th scope="col">{t.category}</th>
        <th scope="col" class="kol-strek">
          {t.moenster.spark}
          <small>{t.moenster.sparkKey}</small>
        </th>
        <th scope="col" class="tal">
          {year}
        </th>
        <th scope="col" class="kol-intervall">
          {t.moenster.intervalHead}
        </th>
        <th scope="col" class="plass">
          {t.moenster.place}
          <small>{t.moenster.placeKey}</small>
        </th>
        <th scope="col" class="kol-retning">
          <span>{t.fra.K2H(trustShort)}</span>
          <span>{t.fra.H2K(trustShort)}</span>
        </th>
        <th scope="col">{t.changeFrom(year - 1)}</th>
      </tr>
    </thead>
  );
}

function CategoryRow({view, kode, scales, height}: RowProps) {
  const {language, facts} = view;
  const t = texts[language];
  const found = verdict(view, kode);
  const dom = found.kind === "dom" && found.dom !== "uviss" ? found.dom : undefined;
  const total = melding(view, kode, alle);
  return (
    <tr data-dom={dom}>
      <th scope="row">{categoryName(view, kode)}</th>
      <td class="kol-strek">
        <Course view={view} kode={kode} span={scales.span} width={widths.spark} height={height} />
      </td>
      <td class="tal" data-namn={facts.year}>
        <Cell status={total?.status ?? "missing"} n={total?.n ?? null} language={language} />
      </td>
      <td class="kol-intervall" data-namn={t.moenster.intervalHead}>
        <Interval view={view} kode={kode} scales={scales} height={height} />
      </td>
      <td class="plass" data-namn={place(view, kode) ? t.moenster.place : undefined}>
        <Placed view={view} kode={kode} />
      </td>
      <td class="kol-retning" data-namn={`${t.fra.K2H(facts.trustShort)} | ${t.fra.H2K(facts.trustShort)}`}>
        <Directions view={view} kode={kode} scales={scales} height={height} />
      </td>
      <td data-namn={found.kind === "hidden" ? t.changeFrom(facts.year - 1) : undefined}>
        <Signal verdict={found} language={language} />
      </td>
    </tr>
  );
}

function Interval({view, kode, scales, height}: RowProps) {
  const row = melding(view, kode, alle);
  if (row?.status !== "published" || row.nedre === null || row.oevre === null) return null;
  const draw: Draw = (size) => intervallrad(row, {...size, height, language: view.language, max: scales.year});
  return <Drawing fixed draw={draw} width={widths.interval} says={`${number(row.nedre)}–${number(row.oevre)}`} />;
}

/** The places a category may have among those of the area, and how surely it is among the three first. */
function Placed({view, kode}: Pick<RowProps, "view" | "kode">) {
  const t = texts[view.language].moenster;
  const found = place(view, kode);
  if (!found) return <span class="usynleg">{t.notPlaced}</span>;
  return (
    <>
      <span aria-hidden="true">{placeRange(found)}</span>
      <span class="usynleg">{t.placeSays(placeRange(found), topThreeChance(found))}</span>
    </>
  );
}

function Directions({view, kode, scales, height}: RowProps) {
  const t = texts[view.language];
  const missing = {n: null, status: "missing"} as const;
  const K2H = melding(view, kode, "K2H") ?? missing;
  const H2K = melding(view, kode, "H2K") ?? missing;
  const draw: Draw = (size) =>
    retningsrad({K2H, H2K}, {...size, height, language: view.language, max: scales.direction});
  const {trustShort} = view.facts;
  const says = `${t.fra.K2H(trustShort)} ${spoken(view, K2H)}, ${t.fra.H2K(trustShort)} ${spoken(view, H2K)}`;
  return <Drawing fixed draw={draw} width={widths.direction} says={says} />;
}
