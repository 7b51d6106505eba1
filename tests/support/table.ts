/** A small table as people write it: a line of heads, then a line for each row, with `|` between the cells. */
export type TextTable = readonly Readonly<Record<string, string>>[];

export function table(strings: TemplateStringsArray, ...values: readonly unknown[]): TextTable {
  const text = String.raw({raw: strings.raw}, ...values.map(String));
  const [heads = [], ...rows] = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return rows.map((cells) => Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? ""])));
}

/** The same table as a semicolon-separated export. */
export function csvText(rows: TextTable): string {
  const heads = Object.keys(rows[0] ?? {});
  const lines = [heads, ...rows.map((row) => heads.map((head) => row[head] ?? ""))];
  return lines.map((cells) => cells.map(quoted).join(";")).join("\r\n");
}

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Rows from a query as text, in the columns of the expected table, so that the two can be compared as they are read. */
export function asText(rows: readonly object[], heads: readonly string[]): TextTable {
  return rows.map((row) =>
    Object.fromEntries(heads.map((head) => [head, shown((row as Readonly<Record<string, unknown>>)[head])])),
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
