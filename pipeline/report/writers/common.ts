import type {CellStatus} from "../../contract/cell.ts";
import type {Language} from "../../contract/edition.ts";
import {yearMarks} from "../cells.ts";
import type {Document, TableBlock, TableColumn} from "../document.ts";
import {reportTexts} from "../text/text.ts";

/** What the file says it is, to a screen reader and in a list of files. */
export function headingOf({title, subtitle, marks}: Document): string {
  return [...marks.slice(0, 1).map(() => "SYNTETISK"), `${title}. ${subtitle}`].join(" · ");
}

/** The finding under a chapter's heading is large; several after each other are smaller. */
export function isLargeFinding({blocks, form}: Document, index: number): boolean {
  return form === "report" && blocks[index - 1]?.kind === "heading" && blocks[index + 1]?.kind !== "finding";
}

/** The signs a table has, with what they mean; nothing for a table without any. */
export function signKey({rows, notes, notReports}: TableBlock, language: Language): string {
  const {signs, lsu} = reportTexts[language];
  const cells = rows.flat();
  const marks = rows.flatMap(([first]) => (first?.kind === "text" ? first.text.split(/\s/).slice(1) : []));
  const isSign = (status: CellStatus) => cells.some((cell) => cell.kind === "sign" && cell.status === status);
  const has: Readonly<Record<keyof typeof signs, boolean>> = {
    hidden: isSign("hidden"),
    missing: isSign("missing"),
    not_applicable: isSign("not_applicable"),
    zero:
      !notReports &&
      (isSign("hidden") || isSign("missing")) &&
      !notes.includes(lsu.zero) &&
      cells.some((cell) => cell.kind === "number" && cell.form === "count" && cell.value === 0),
    provisional: marks.includes(yearMarks.provisional),
    broken: marks.includes(yearMarks.broken),
  };
  const shown = (Object.keys(signs) as (keyof typeof signs)[]).filter((sign) => has[sign]);
  return shown.map((sign) => signs[sign]).join(" · ");
}

/** What is said under a table or a chart, as one paragraph: a line for each would take half the room of the table. */
export function noteText(notes: readonly string[], key = ""): string[] {
  const sentences = [...notes, ...(key === "" ? [] : [key])].map((note) => (/[.!?]$/.test(note) ? note : `${note}.`));
  return sentences.length === 0 ? [] : [sentences.join(" ")];
}

/** Under a table or a chart of a report: where the numbers come from, and the run. */
export function sourceLine({meta}: Document, source = meta.source): string {
  return `${source} · ${meta.run}`;
}

/** Columns that stand under one common head, as that head and how many they are. */
export function columnGroups(columns: readonly TableColumn[]): {title: string; span: number}[] {
  const starts = columns.map((column, index) => index === 0 || column.group !== columns[index - 1]?.group);
  const indexes = columns.map((_column, index) => index).filter((index) => starts[index]);
  return indexes.map((index, place) => ({
    title: columns[index]?.group ?? "",
    span: (indexes[place + 1] ?? columns.length) - index,
  }));
}
