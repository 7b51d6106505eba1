import {skjulingar, skjulingSentence} from "../../dashboard/findings/skjuling.ts";
import {date, period} from "../../dashboard/text/dates.ts";
import {number} from "../../dashboard/text/numbers.ts";
import {texts} from "../../dashboard/text/text.ts";
import {type CellStatus, cellSign, isCellStatus} from "../contract/cell.ts";
import {type Column, type Table, type TableName, tableNames, tables} from "../contract/tables.ts";
import {terms} from "../contract/terms.ts";
import {inPrintOrder} from "./databok-order.ts";
import {samhandlingSheets} from "./databok-samhandling.ts";
import {signLine} from "./databok-signs.ts";
import {decoder} from "./decode.ts";
import {sinceRows, sinceTexts} from "./since-table.ts";
import {databokTexts} from "./text/databok.ts";
import {reportTexts} from "./text/text.ts";
import {committee, type View} from "./view.ts";
import type {ColumnKind, Sheet, SheetColumn, Workbook} from "./workbook.ts";

type AnyRow = Readonly<Record<string, string | number | boolean | null>>;

/** The data book: a first sheet that says what it is, then every published table in words, numbers as numbers. */
export function databok(view: View): Workbook {
  const {facts, language} = view;
  const {synthetic} = texts[language];
  const title = `${databokTexts[language].title} · ${reportTexts[language].title(facts.year)}`;
  const sheets = [...tableNames.map((name) => tableSheet(view, name)), ...samhandlingSheets(view)];
  return {
    title: facts.synthetic ? `${texts[language].syntheticTitle} · ${title}` : title,
    author: committee(view, "sekretariat"),
    date: facts.runDate,
    marks: facts.synthetic ? [synthetic] : [],
    foot: texts[language].run(facts.runId, date(facts.runDate)),
    sheets: [aboutSheet(view, title, sheets), ...sheets],
  };
}

function aboutSheet(view: View, title: string, sheets: readonly Sheet[]): Sheet {
  const {facts, language} = view;
  const t = databokTexts[language];
  const {metode} = texts[language];
  const own = reportTexts[language];
  return {
    name: t.about,
    heading: [
      title,
      own.subtitle(facts.county[facts.audience.language]),
      own.edition(facts.audience.edition, facts.threshold),
    ],
    columns: [
      {title: t.what, kind: "text"},
      {title: t.content, kind: "text"},
    ],
    rows: [
      ...(facts.synthetic ? [[texts[language].syntheticTitle, own.syntheticNote]] : []),
      [t.period, period(facts.years)],
      ...metode.runRows(facts, date).map(([word = "", value = ""]) => [word, value]),
      [t.source, withoutLabel(texts[language].source(facts.trustShort))],
      [texts[language].skjuling.title, skjulingSentence(view)],
      ...sinceRows(view).map(([what, change]) => [`${sinceTexts[language].heading} ${what}`, change]),
      ...skjulingar(view).map(({kind, shown, hidden}) => [
        kind,
        texts[language].skjuling.row(number(hidden), number(shown + hidden)),
      ]),
      ...[...metode.signRows, ...own.metode.moreSigns].map(([sign = "", meaning = ""]) => [
        `${metode.sign} «${sign}»`,
        meaning,
      ]),
      ...sheets.map((sheet) => [
        `${t.sheet} «${sheet.name}»`,
        `${sheet.heading[1] ?? ""} ${t.rows(number(sheet.rows.length))}`,
      ]),
    ],
  };
}

/** The line of sources without its first word, where that word stands beside it. */
const withoutLabel = (line: string): string => {
  const said = line.replace(/^[^:]+: /, "");
  return said.charAt(0).toLocaleUpperCase("nb") + said.slice(1);
};

function tableSheet(view: View, name: TableName): Sheet {
  const {facts, language} = view;
  const t = databokTexts[language];
  const {name: sheet, definition, unit} = t.tables[name];
  const columns = columnsOf(view, name);
  const rows = inPrintOrder(view, name, view.tables[name] as readonly unknown[] as readonly AnyRow[]);
  const run = texts[language].run(facts.runId, date(facts.runDate));
  const shown = rows.map((row) => columns.map(({id, decode}) => cellOf(name, id, row, decode)));
  return {
    name: sheet,
    heading: [
      sheet,
      definition,
      [`${t.unit}: ${unit}.`, `${t.period}: ${period(facts.years)}.`, ...signLine(view, shown)].join(" "),
      `${texts[language].source(facts.trustShort)} · ${run}`,
    ],
    columns: columns.map(({column}) => column),
    rows: shown,
  };
}

interface Shown {
  readonly id: string;
  readonly column: SheetColumn;
  readonly decode: (value: string) => string;
}

function columnsOf(view: View, name: TableName): Shown[] {
  const {language} = view;
  const other = language === "nn" ? "nb" : "nn";
  const shown = Object.entries((tables[name] as Table).columns).filter(
    ([id]) => id !== other && !id.endsWith(`_${other}`),
  );
  return shown.map(([id, column]) => ({
    id,
    column: {title: headOf(view, name, id, column), kind: kindOf(name, id, column)},
    decode: decoder(view, name, id),
  }));
}

function headOf(view: View, name: TableName, id: string, {term}: Column): string {
  const {heads} = databokTexts[view.language];
  const own = heads[`${name}.${id}`] ?? heads[id] ?? terms[term][view.language];
  return own.charAt(0).toUpperCase() + own.slice(1);
}

const decimals = new Set(["rate", "andel", "nedre", "oevre", "forhold"]);

function kindOf(name: TableName, id: string, {type}: Column): ColumnKind {
  if (type === "VARCHAR" || type === "BOOLEAN") return "text";
  if (["aar", "nr", "kvartal"].includes(id)) return "plain";
  if (!decimals.has(id)) return "count";
  if (name === "melding_per_kategori") return "tenth";
  return name === "andel_per_omraade" ? "share" : "decimal";
}

/** A measure that is not published is its sign as text; what is not applicable in a published row is its sign too. */
function cellOf(name: TableName, id: string, row: AnyRow, decode: (value: string) => string): string | number {
  const {measure} = (tables[name] as Table).columns[id] ?? {};
  const status = row.status;
  if (measure && isCellStatus(status) && status !== "published")
    return cellSign[status as Exclude<CellStatus, "published">];
  const value = row[id];
  if (typeof value === "number") return value;
  if (value === null || value === undefined) return cellSign.not_applicable;
  return decode(String(value));
}
