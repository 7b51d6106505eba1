import {leveringar, leveringTitle, parts, tillitFinding, tillitLead} from "../../../dashboard/findings/tillit.ts";
import {date, period} from "../../../dashboard/text/dates.ts";
import {number} from "../../../dashboard/text/numbers.ts";
import {list} from "../../../dashboard/text/sentences.ts";
import {texts} from "../../../dashboard/text/text.ts";
import type {Row} from "../../contract/tables.ts";
import {text} from "../cells.ts";
import {grunnlagetDecisions} from "../decisions.ts";
import type {Block, Cell, TableBlock} from "../document.ts";
import {qualityTable} from "../quality-table.ts";
import {sinceBlocks, sinceTexts} from "../since-table.ts";
import {reportTexts} from "../text/text.ts";
import {areaName, areaShort, breaks, categories, categoryName, lsuIds, seenFrom, type View} from "../view.ts";

const hf = "hf";

/** What came in, from whom, what became of it, how good it is, and what it cannot say. */
export function grunnlaget(view: View): Block[] {
  const own = reportTexts[view.language];
  const {grunnlaget: t} = own;
  return [
    {kind: "heading", level: 1, text: t.heading},
    {kind: "finding", text: tillitFinding(view), lead: tillitLead(view)},
    {kind: "heading", level: 2, text: t.delivery},
    {kind: "paragraph", text: t.deliveryText(view.facts.trustShort)},
    deliveryTable(view),
    {kind: "heading", level: 2, text: t.account},
    {kind: "paragraph", text: t.accountText},
    accountTable(view),
    {kind: "heading", level: 2, text: t.quality},
    qualityTable(view),
    {kind: "heading", level: 2, text: t.breaks},
    ...breakBlocks(view),
    {kind: "heading", level: 2, text: sinceTexts[view.language].heading},
    ...sinceBlocks(view),
    {kind: "heading", level: 2, text: t.limits},
    {kind: "list", items: t.limitItems(view.facts.trustShort)},
    {kind: "decision", title: own.decision, items: grunnlagetDecisions(view)},
  ];
}

export function deliveryTable(view: View): TableBlock {
  const t = texts[view.language];
  const {grunnlaget: own} = reportTexts[view.language];
  const trust = parts(view).filter(({part}) => part === hf);
  return {
    kind: "table",
    title: leveringTitle(view),
    subtitle: `${own.deliverySubtitle(view.facts.year, view.facts.county[view.language])}, n\u00a0=\u00a0${number(parts(view).length)}`,
    columns: [
      {title: own.area, align: "left", widthMm: 32},
      {title: t.levering.levert, align: "left", widthMm: 66},
      {title: t.levering.stadfesta_null, align: "left", widthMm: 34},
      {title: t.levering.manglar, align: "left", widthMm: 34},
    ],
    rows: [
      deliveryRow(view, view.facts.trust[view.language], trust),
      ...lsuIds(view).map((id) => {
        const seen = seenFrom(view, id);
        const own = parts(seen).filter(({part}) => part !== hf);
        return deliveryRow(view, areaName(seen), own);
      }),
    ],
    notes: [],
  };
}

function deliveryRow(view: View, name: string, own: ReturnType<typeof parts>): Cell[] {
  const {nobody} = reportTexts[view.language].grunnlaget;
  const names = leveringar.map((levering) => own.filter((part) => part.levering === levering).map(({namn}) => namn));
  return [text(name), ...names.map((found) => text(found.length > 0 ? found.join(", ") : nobody))];
}

function accountTable(view: View): TableBlock {
  const {metode} = texts[view.language];
  const {grunnlaget: t} = reportTexts[view.language];
  const rows = [...view.tables.rekneskap].sort((a, b) => a.nr - b.nr);
  const of = (utfall: string) => rows.find((row) => row.utfall === utfall)?.rader;
  const [received, reports] = [of("rader_inn"), of("avvik")];
  const known = received !== undefined && reports !== undefined;
  return {
    kind: "table",
    title: known ? t.accountTitle(number(received), number(reports)) : t.accountPlain,
    subtitle: `${t.accountSubtitle(period(view.facts.years))}${known ? `, n\u00a0=\u00a0${number(received)}` : ""}`,
    columns: [
      {title: metode.accountStep, align: "left", widthMm: 110},
      {title: metode.accountRows, align: "right", widthMm: 30},
    ],
    rows: rows.map(({utfall, rader}) => [
      text(metode.outcomes[utfall] ?? utfall),
      {kind: "number", value: rader, form: "count"},
    ]),
    notes: [],
  };
}

function breakBlocks(view: View): Block[] {
  const {grunnlaget: t} = reportTexts[view.language];
  const rows = touched(view);
  if (rows.length === 0) return [{kind: "paragraph", text: texts[view.language].metode.noBreaks}];
  return [
    {
      kind: "table",
      title: t.breaksTitle(rows.length),
      subtitle: t.breaksSubtitle(period(view.facts.years), rows.length),
      columns: [
        {title: t.date, align: "left", widthMm: 22},
        {title: t.breakWhat, align: "left", widthMm: 48},
        {title: t.breakWhere, align: "left", widthMm: 48},
        {title: t.breakEffect, align: "left", widthMm: 48},
      ],
      rows: rows.map((row) =>
        [date(row.dato), row[view.language], breakScope(view, row), t.effects[row.verknad] ?? row.verknad].map(text),
      ),
      notes: [],
      source: reportTexts[view.language].registers,
    },
  ];
}

/** The municipalities and categories a break touches; several codes stand with a space between. */
function breakScope(view: View, {kommune, kategori}: Row<"brot">): string {
  const {and} = texts[view.language];
  const named = (codes: string | null, name: (code: string) => string) =>
    codes === null ? "" : list([...new Set(codes.split(" ").map(name))], and);
  const parts = [
    named(kommune, (id) => areaShort(view, id)),
    named(kategori, (kode) => categoryName(view, kode)),
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(": ") : reportTexts[view.language].grunnlaget.breakAll;
}

function touched(view: View) {
  const ids = new Set(
    [view, ...categories(view)]
      .flatMap((one) => breaks(view, typeof one === "string" ? one : undefined))
      .map(({id}) => id),
  );
  return view.tables.brot.filter(({id}) => ids.has(id)).sort((a, b) => a.dato.localeCompare(b.dato));
}
