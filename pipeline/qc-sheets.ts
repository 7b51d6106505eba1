import {cellSign} from "./contract/cell.ts";
import type {Language} from "./contract/edition.ts";
import type {QcWord, SourceFacts} from "./qc-facts.ts";
import {fieldNames, type QcText, qcTexts} from "./qc-text.ts";
import type {ColumnKind, Sheet, SheetColumn, Workbook} from "./report/workbook.ts";

export interface QcContext {
  readonly year: number;
  readonly language: Language;
  readonly author: string;
  readonly date: string;
  readonly synthetic: boolean;
  /** Whether a word can be shown: it names nobody. */
  readonly isTellable: (text: string) => boolean;
}

type Rows = Sheet["rows"];
type SheetName = keyof QcText["sheets"];
type Column = readonly [head: string, kind: ColumnKind];

/** The heads of each sheet, by their words in the texts; the two years of the counts stand as they are. */
const columns: Readonly<Record<SheetName, readonly Column[]>> = {
  files: [
    ["fil", "text"],
    ["received", "count"],
    ["accepted", "count"],
    ["quarantined", "count"],
    ["duplicates", "count"],
    ["skipped", "count"],
  ],
  counts: [
    ["slag", "text"],
    ["namn", "text"],
  ],
  filled: [
    ["felt", "text"],
    ["fylte", "count"],
    ["alle", "count"],
    ["del", "share"],
  ],
  lags: [
    ["steg", "text"],
    ["n", "count"],
    ["median", "count"],
    ["p90", "count"],
  ],
  words: [
    ["felt", "text"],
    ["ord", "text"],
    ["rader", "count"],
    ["naermast", "text"],
  ],
  waiting: [
    ["fil", "text"],
    ["rad", "plain"],
    ["kolonne", "text"],
    ["grunn", "text"],
    ["gjer", "text"],
  ],
};

/** The quality sheet of one source: what it delivered, how complete and how fast, what is unknown, and which rows wait. */
export function qcWorkbook(facts: SourceFacts, context: QcContext): Workbook {
  const {year, language, synthetic, author, date} = context;
  const t = qcTexts[language];
  const title = t.title(facts[language], year);
  const rows: Readonly<Record<SheetName, Rows>> = {
    files: fileRows(facts, t.total),
    counts: countRows(facts, language),
    filled: filledRows(facts, language),
    lags: facts.lags.map(({steg, n, median, p90}) => [t.lags[steg], n, median ?? "", p90 ?? ""]),
    words: wordRows(facts.words, context),
    waiting: waitingRows(facts, language),
  };
  return {
    title: synthetic ? `SYNTETISK · ${title}` : title,
    author,
    date,
    marks: synthetic ? [t.synthetic] : [],
    foot: `${title} · ${author} · ${dayMonthYear(date)}`,
    sheets: (Object.keys(columns) as SheetName[]).map((name) => qcSheet(name, rows[name], {...context, title})),
  };
}

const dayMonthYear = (iso: string): string => iso.split("-").map(Number).reverse().join(".");

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase("nb") + text.slice(1);

type Titled = QcContext & {readonly title: string};

function qcSheet(name: SheetName, rows: Rows, {title, year, language, author, date}: Titled): Sheet {
  const t = qcTexts[language];
  const isMissing = rows.some((row) => row.includes(cellSign.missing));
  const first = name === "files" ? [t.intro, t.made(author, dayMonthYear(date))] : [];
  const [label, about] = t.sheets[name];
  const years: Column[] = name === "counts" ? [year - 1, year].map((one) => [String(one), "count"]) : [];
  return {
    name: label,
    heading: [title, about, ...first, ...(rows.length === 0 ? [t.none] : isMissing ? [t.missing] : [])],
    columns: [...columns[name], ...years].map(([head, kind]): SheetColumn => ({title: t.heads[head] ?? head, kind})),
    rows,
  };
}

function fileRows({files}: SourceFacts, total: string): Rows {
  const rows = files.map(
    ({fil, received, accepted, quarantined, duplicates, skipped}) =>
      [fil, received, accepted, quarantined, duplicates, skipped] as const,
  );
  const sums = [1, 2, 3, 4, 5].map((at) => rows.reduce((sum, row) => sum + Number(row[at]), 0));
  return rows.length > 1 ? [...rows, [total, ...sums]] : rows;
}

function countRows({counts}: SourceFacts, language: Language): Rows {
  const t = qcTexts[language];
  const name = (slag: string, own: string): string => (slag === "retning" ? (t.directions[own] ?? own) : own);
  return counts.map((count) => [
    t.kinds[count.slag],
    name(count.slag, count[language]),
    hasRows(counts, "foer") ? count.foer : cellSign.missing,
    hasRows(counts, "aar") ? count.aar : cellSign.missing,
  ]);
}

/** A year nothing has come from is not a year with nothing to report. */
function hasRows(counts: SourceFacts["counts"], year: "foer" | "aar"): boolean {
  return counts.some((count) => count[year] > 0);
}

function filledRows({filled}: SourceFacts, language: Language): Rows {
  return filled.map(({felt, fylte, alle}) => [
    fieldNames[language][felt] ?? felt,
    fylte,
    alle,
    alle === 0 ? "" : fylte / alle,
  ]);
}

/** Words that may be names are counted together, for each field. */
function wordRows(words: readonly QcWord[], {language, isTellable}: QcContext): Rows {
  const t = qcTexts[language];
  const field = (felt: QcWord["felt"]): string => fieldNames[language][felt] ?? felt;
  const shown = words.filter(({ord}) => isTellable(ord));
  const hidden = words.filter(({ord}) => !isTellable(ord));
  const fields = [...new Set(hidden.map(({felt}) => felt))];
  return [
    ...shown.map(({felt, ord, rader, naermast}) => [field(felt), ord, rader, naermast ?? ""]),
    ...fields.map((felt) => {
      const rows = hidden.filter((one) => one.felt === felt).reduce((sum, {rader}) => sum + rader, 0);
      return [field(felt), t.notShown, rows, ""];
    }),
  ];
}

function waitingRows({waiting}: SourceFacts, language: Language): Rows {
  return waiting.map(({fil, rad, kolonne, grunn}) => {
    const {what, todo} = qcTexts[language].reason(grunn);
    return [fil, rad, kolonne ?? qcTexts[language].wholeRow, sentenceCase(what), todo];
  });
}
