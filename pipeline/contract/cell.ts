/** What a cell of a published table can be. A cell is not a number: only `published` carries one. */
const cellStatuses = ["published", "hidden", "missing", "not_applicable"] as const;
export type CellStatus = (typeof cellStatuses)[number];

/** SSB's standard signs. Hidden has one sign whatever the cause, so that it never tells which cell is small. */
export const cellSign: Readonly<Record<Exclude<CellStatus, "published">, string>> = {
  hidden: ":",
  missing: "..",
  not_applicable: ".",
};

export function isCellStatus(value: unknown): value is CellStatus {
  return cellStatuses.some((status) => status === value);
}
