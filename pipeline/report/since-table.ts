import {date, period} from "../../dashboard/text/dates.ts";
import type {Language} from "../contract/edition.ts";
import type {ChangedFile, Since} from "../contract/since.ts";
import type {TableName} from "../contract/tables.ts";
import {text} from "./cells.ts";
import type {Block} from "./document.ts";
import {databokTexts} from "./text/databok.ts";
import {sinceNb} from "./text/since-nb.ts";
import {sinceNn} from "./text/since-nn.ts";
import type {SinceText} from "./text/since-text.ts";
import type {View} from "./view.ts";

export const sinceTexts: Readonly<Record<Language, SinceText>> = {nn: sinceNn, nb: sinceNb};

type What = keyof SinceText["whats"];

/** What has changed since the edition of the year before, as a table; a sentence when there is nothing to compare with. */
export function sinceBlocks(view: View): Block[] {
  const t = sinceTexts[view.language];
  const {since} = view.facts;
  if (!since) return [{kind: "paragraph", text: t.first}];
  const run = since.runId;
  const n = changedThings(view, since).length;
  return [
    {
      kind: "table",
      title: n === 0 ? t.nothing(since.year, run).replace(/\.$/, "") : t.title(n, since.year),
      subtitle: t.subtitle(since.year, run, n),
      columns: [
        {title: t.columns[0], align: "left", widthMm: 44},
        {title: t.columns[1], align: "left", widthMm: 122},
      ],
      rows: sinceRows(view).map((row) => row.map(text)),
      notes: [],
    },
  ];
}

/** Each kind of change and what it is; the first row always says how it stands with the numbers of earlier years. */
export function sinceRows(view: View): [string, string][] {
  const {since} = view.facts;
  const t = sinceTexts[view.language];
  if (!since) return [];
  const numbers: [string, string] = [t.whats.numbers, earlierNumbers(view, since)];
  const others = changedThings(view, since).filter(({what}) => what !== "numbers");
  return [numbers, ...others.map(({what, text}): [string, string] => [t.whats[what], text])];
}

/** One sentence for those who read two pages; nothing when there is nothing to compare with. */
export function sinceSentence(view: View): string {
  const {since} = view.facts;
  const t = sinceTexts[view.language];
  if (!since) return "";
  const things = changedThings(view, since).map(({what}) => t.whats[what].toLocaleLowerCase("nb"));
  return things.length === 0 ? t.nothing(since.year, since.runId) : t.sentence(since.year, things);
}

interface Thing {
  readonly what: What;
  readonly text: string;
}

function changedThings(view: View, since: Since): Thing[] {
  const {language, facts, tables} = view;
  const t = sinceTexts[language];
  const breaks = tables.brot
    .filter(({id}) => since.breaks.includes(id))
    .map((row) => t.broken(date(row.dato), row[language]));
  const categories = since.categories.map((own) => t.category[own.change](own[language]));
  const moved = since.moved.map(({namn, from, to}) => t.moved(namn, from, to));
  const threshold = since.threshold === facts.threshold ? [] : [t.threshold(since.threshold, facts.threshold)];
  const found: readonly (readonly [What, readonly string[]])[] = [
    ["numbers", since.revised.length === 0 ? [] : [earlierNumbers(view, since)]],
    ["breaks", breaks],
    ["categories", categories],
    ["kommunar", moved],
    ["threshold", threshold],
    ["registers", fileNames(since.registers, t)],
    ["layouts", fileNames(since.layouts, t)],
    ["program", since.isOtherProgram ? [t.program] : []],
  ];
  return found.flatMap(([what, told]) => (told.length === 0 ? [] : [{what, text: sentence(told)}]));
}

function earlierNumbers({facts, language}: View, {revised}: Since): string {
  const t = sinceTexts[language];
  const {tables} = databokTexts[language];
  if (revised.length > 0)
    return sentence(
      revised.map(({table, rows}) => t.rows(tables[table as TableName].name.toLocaleLowerCase("nb"), rows)),
    );
  const frozen = facts.frozenYears ?? [];
  return frozen.length === 0 ? t.same : t.frozen(period(frozen));
}

function fileNames(files: readonly ChangedFile[], t: SinceText): string[] {
  const name = (file: string) => t.registers[file.replace(/\.\w+$/, "")] ?? file.replace(/\.\w+$/, "");
  return files.map(({file, change}) => t.file[change](name(file)));
}

/** Things after each other, with a capital and a full stop. */
function sentence(things: readonly string[]): string {
  const told = things.join(", ");
  const capital = told.charAt(0).toLocaleUpperCase("nb") + told.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
