import type {Document, TableBlock, TableColumn} from "../document.ts";

/** What the file says it is, to a screen reader and in a list of files. */
export function headingOf({title, subtitle, marks}: Document): string {
  return [...marks.slice(0, 1).map(() => "SYNTETISK"), `${title}. ${subtitle}`].join(" · ");
}

/** The finding under a chapter's heading is large; several after each other are smaller. */
export function isLargeFinding({blocks, form}: Document, index: number): boolean {
  return form === "report" && blocks[index - 1]?.kind === "heading" && blocks[index + 1]?.kind !== "finding";
}

/** A table with numbers in it needs the key to the signs. */
export function hasSigns({rows}: TableBlock): boolean {
  return rows.some((row) => row.some(({kind}) => kind === "sign" || kind === "number"));
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
