import {changedFjordland} from "./fjordland.ts";

/** The number that nobody may see, in each of the four. */
export const variants = [1, 2, 3, 4] as const;

const heads = "Id|Kommune|Gruppe|Grad|Skjedde|Meldt|Svar|Personnr|Merknad|Ref|Datagrunnlag";

interface Report {
  readonly kommune: string;
  readonly gruppe: string;
  readonly meldt: string;
}

/** Many reports that may be seen, in every quarter; they say nothing of the ten below. */
const seen: readonly Report[] = ["Granvik", "Elvestad", "Kvitsund"].flatMap((kommune) =>
  Array.from({length: 28}, (_, index) => ({
    kommune,
    gruppe: "Utskrivning",
    meldt: `2025-${String((index % 4) * 3 + 2).padStart(2, "0")}-${String(10 + (index >> 2)).padStart(2, "0")}`,
  })),
);

/**
 * Ten reports on ten days from two municipalities about two categories: `n` from Granvik about the first and as many
 * from Kvitsund about the second, five less `n` the other way. Every sum of them is five or ten, whatever `n` is.
 */
function unseen(n: number): Report[] {
  const five = (kommune: string, first: number): Report[] =>
    Array.from({length: 5}, (_, index) => ({
      kommune,
      gruppe: index < first ? "Legemidler og resept" : "Dialog",
      meldt: `2025-08-${String(11 + index).padStart(2, "0")}`,
    }));
  return [...five("Granvik", n), ...five("Kvitsund", 5 - n)];
}

/** A copy of Fjordland that shows nothing below five, with its last year delivered anew. */
export function variantProject(scratch: string, n: number): string {
  const reports = [...seen, ...unseen(n)].map(({kommune, gruppe, meldt}, index) =>
    [
      `B25-${String(index + 1).padStart(3, "0")}`,
      kommune,
      gruppe,
      "Lite",
      meldt,
      meldt,
      meldt,
      "",
      "SYNTETISK",
      "",
      "SYNTETISK",
    ].join("|"),
  );
  return changedFjordland(scratch, {
    "deliveries/SYNTETISK_bygdenett_2025.csv": () =>
      `\ufeff${[heads, ...reports, `Sum|${reports.length}|||||||||`].join("\n")}\n`,
    // Both categories under one field, so that the fields do not move when the categories do.
    "registers/kategori_mapping.csv": (text) => text.replace("bygdenett,Dialog,DIA,,", "bygdenett,Dialog,DIA,SOM,"),
    "registers/terskel.csv": (text) => text.replace("moete,3,", "moete,5,").replace("open,4,", "open,5,"),
  });
}
