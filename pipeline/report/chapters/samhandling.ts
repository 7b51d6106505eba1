import {date} from "../../../dashboard/text/dates.ts";
import {number} from "../../../dashboard/text/numbers.ts";
import {texts} from "../../../dashboard/text/text.ts";
import type {Indicator} from "../../contract/samhandling.ts";
import {countCell, rangeCell, shownCount, text, valueCell} from "../cells.ts";
import type {Block, Cell, TableBlock, TableColumn} from "../document.ts";
import {
  type DischargeRow,
  denominator,
  dischargeSpread,
  hospitalsIn,
  newestYear,
  type Published,
  perDischarges,
  sourcesIn,
  valueFor,
} from "../samhandling.ts";
import {samhandlingTexts} from "../text/samhandling.ts";
import {reportTexts} from "../text/text.ts";
import {committee, melding, retningar, type View} from "../view.ts";

/** What others have published, beside the reports. Nothing where nothing is loaded for the year or before it. */
export function samhandling(view: View): Block[] {
  const t = samhandlingTexts[view.language];
  const dated = datedIndicators(view);
  if (dated.length === 0) return [];
  const split = dated.filter(({indicator, year}) => hospitalsIn(indicator, year).length > 0);
  return [
    {kind: "heading", level: 1, text: t.heading},
    {kind: "finding", text: t.finding[dischargeSpread(view)], lead: t.lead},
    valuesTable(view, dated),
    ...(hasRates(view) ? [{kind: "heading", level: 2, text: t.rates} as const, ratesTable(view)] : []),
    ...(split.length === 0 ? [] : [{kind: "heading", level: 2, text: t.hospitals} as const]),
    ...split.map((one) => hospitalTable(view, one)),
    {kind: "decision", title: reportTexts[view.language].decision, items: samhandlingDecisions(view)},
  ];
}

interface Dated {
  readonly indicator: Indicator;
  readonly year: number;
}

function datedIndicators({facts}: View): Dated[] {
  return (facts.samhandling ?? []).flatMap((indicator) => {
    const year = newestYear(indicator, facts.year);
    return year === undefined ? [] : [{indicator, year}];
  });
}

function hasRates(view: View): boolean {
  return perDischarges(view, "K2H").some(({utskrivingar}) => utskrivingar !== undefined);
}

const left = (title: string, widthMm: number): TableColumn => ({title, widthMm, align: "left"});
const right = (title: string, widthMm: number, group?: string): TableColumn => ({
  ...{title, widthMm, align: "right"},
  ...(group === undefined ? {} : {group}),
});

function publishedCell(value: Published, {eining}: Indicator): Cell {
  if (value === undefined) return {kind: "sign", status: "missing"};
  if (value === null) return {kind: "sign", status: "hidden"};
  return eining === "tal" ? {kind: "number", value, form: "count"} : text(number(value, 1));
}

function sourceOf({language}: View, {indicator, year}: Dated): string {
  const t = samhandlingTexts[language];
  return sourcesIn(indicator, year)
    .map(({kjelde, henta}) => t.source(indicator[language], kjelde, date(henta)))
    .join(" ");
}

function valuesTable(view: View, dated: readonly Dated[]): TableBlock {
  const t = samhandlingTexts[view.language];
  const years = [...new Set(dated.map(({year}) => year))].sort();
  return {
    kind: "table",
    title: t.valuesTitle,
    subtitle: t.valuesSubtitle(view.facts.county[view.language], years.join(", ")),
    columns: [
      left(texts[view.language].kommune, 34),
      ...dated.map(({indicator, year}) =>
        right(`${indicator[view.language]}, ${t.units[indicator.eining]}, ${year}`, Math.min(34, 132 / dated.length)),
      ),
    ],
    rows: perDischarges(view, "K2H").map(({kommune, namn}) => [
      text(namn),
      ...dated.map(({indicator, year}) => publishedCell(valueFor(indicator, year, kommune), indicator)),
    ]),
    notes: [],
    source: dated.map((one) => sourceOf(view, one)).join(" "),
  };
}

function hospitalTable(view: View, {indicator, year}: Dated): TableBlock {
  const t = samhandlingTexts[view.language];
  const hospitals = hospitalsIn(indicator, year);
  const valueAt = (kommune: string, hospital: string): Published =>
    indicator.values.find((value) => value.aar === year && value.kommune === kommune && value.sjukehus === hospital)
      ?.verdi;
  return {
    kind: "table",
    title: t.hospitalTitle(indicator[view.language]),
    subtitle: t.hospitalSubtitle(view.facts.county[view.language], year, t.units[indicator.eining]),
    columns: [
      left(texts[view.language].kommune, 34),
      ...hospitals.map((hospital) => right(hospital, Math.min(34, 132 / hospitals.length))),
    ],
    rows: perDischarges(view, "K2H").map(({kommune, namn}) => [
      text(namn),
      ...hospitals.map((hospital) => publishedCell(valueAt(kommune, hospital), indicator)),
    ]),
    notes: [],
    source: sourceOf(view, {indicator, year}),
  };
}

function ratesTable(view: View): TableBlock {
  const t = samhandlingTexts[view.language];
  const own = reportTexts[view.language].lsu;
  const {year, county, trustShort} = view.facts;
  const nemnar = denominator(view);
  const directions = retningar.map((retning) => perDischarges(view, retning));
  return {
    kind: "table",
    title: t.ratesTitle,
    subtitle: t.ratesSubtitle(county[view.language], year, shownCount(melding(view))),
    columns: [
      left(texts[view.language].kommune, 34),
      right(nemnar?.[view.language] ?? "", 26),
      ...retningar.flatMap((retning) => {
        const group = texts[view.language].retning[retning](trustShort);
        return [right(own.number, 13, group), right(own.rate, 13, group), right(own.interval, 20, group)];
      }),
    ],
    rows: (directions[0] ?? []).map((row, index) => [
      text(row.namn),
      nemnar === undefined ? text("") : publishedCell(row.utskrivingar, nemnar),
      ...directions.flatMap((direction) => rateCells(direction[index])),
    ]),
    notes: [t.ratesNote, own.zero, ...(nemnar === undefined ? [] : [sourceOf(view, {indicator: nemnar, year})])],
  };
}

function rateCells(row: DischargeRow | undefined): Cell[] {
  return [countCell(row), valueCell(row, row?.rate ?? null, "rate"), rangeCell(row, "rate")];
}

function samhandlingDecisions(view: View): string[] {
  const t = samhandlingTexts[view.language];
  const {year} = view.facts;
  const nemnar = denominator(view);
  const rows = perDischarges(view, "K2H").filter(({folketal}) => folketal);
  const missing = rows.filter(({utskrivingar}) => utskrivingar === undefined);
  const names = missing.length < rows.length ? missing.map(({namn}) => namn) : [];
  return [
    t.choose(committee(view, "ssu")),
    ...(nemnar === undefined || missing.length === 0
      ? []
      : [t.fetch(committee(view, "sekretariat"), nemnar[view.language], year, names)]),
  ];
}
