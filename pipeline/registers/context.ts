import {einingar, indikatorar} from "../contract/context.ts";

type TextRow = Readonly<Record<string, string>>;

const value = (row: TextRow, column: string): string => row[column]?.trim() ?? "";

/** What one row of publishers' figures is about; two rows may not be about the same. */
function contextKey(row: TextRow): string {
  return ["indikator", "kommune", "sjukehus", "aar"].map((column) => value(row, column)).join(" ");
}

/** What is wrong with the rows of publishers' figures, beside what may be wrong with a row of any register. */
export function contextFaults(rows: readonly TextRow[]): readonly (readonly string[])[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const key = contextKey(row);
    const isTwice = seen.has(key);
    seen.add(key);
    return [...ownFaults(row), ...(isTwice ? ["eit anna tal for det same står lenger oppe. La eitt stå."] : [])];
  });
}

function ownFaults(row: TextRow): string[] {
  const [indikator, eining, verdi] = ["indikator", "eining", "verdi"].map((column) => value(row, column));
  const isOneOf = (all: readonly string[], one = ""): boolean => all.includes(one);
  return [
    ...(isOneOf(indikatorar, indikator) ? [] : [`indikator skal vere ${indikatorar.join(", ")}.`]),
    ...(isOneOf(einingar, eining) ? [] : [`eining skal vere ${einingar.join(", ")}.`]),
    ...(/^\d{4}$/.test(value(row, "kommune")) ? [] : ["kommune skal vere eit kommunenummer med fire siffer."]),
    ...(eining === "tal" && !/^\d*$/.test(verdi ?? "") ? ["verdi skal vere eit heilt tal når eininga er tal."] : []),
    ...(eining === "prosent" && Number(verdi?.replace(",", ".")) > 100
      ? ["verdi kan ikkje vere over 100 prosent."]
      : []),
  ];
}
