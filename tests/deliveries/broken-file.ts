/** A broken or hostile file and what must become of it. */
export interface BrokenFile {
  readonly name: string;
  /** The bytes; `sak` begins the case numbers of this file, so that no two files tell of the same case. */
  readonly make: (sak: string) => Uint8Array;
  /** As `tellOutcome` writes it. */
  readonly expected: string;
}

interface Told {
  readonly outcome: string;
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly duplicates: number;
  readonly skipped: number;
  readonly reasons: readonly {readonly row: number | null; readonly column: string | null; readonly kind: string}[];
}

/**
 * One line: the outcome, accepted + quarantined + duplicates + skipped, and row, column and kind of every reason.
 * «accept 2+0+0+1: 4 footer_row», «refuse: 3 encoding».
 */
export function tellOutcome({outcome, accepted, quarantined, duplicates, skipped, reasons}: Told): string {
  const counts = outcome === "refuse" ? "" : ` ${[accepted, quarantined, duplicates, skipped].join("+")}`;
  const told = reasons.map(({row, column, kind}) => [row, column, kind].filter((part) => part !== null).join(" "));
  return `${outcome}${counts}${told.length > 0 ? `: ${told.join(", ")}` : ""}`;
}

export const HEAD = [
  "Saksnr",
  "Kommune",
  "Hendelsesdato",
  "Meldt dato",
  "Kategori",
  "Alvorlighetsgrad",
  "Retning",
  "Status",
  "Beskrivelse",
  "Enhet",
] as const;
export type Head = (typeof HEAD)[number];

const ORDINARY: Readonly<Record<Exclude<Head, "Saksnr">, string>> = {
  Kommune: "Molde",
  Hendelsesdato: "01.03.2025",
  "Meldt dato": "03.03.2025",
  Kategori: "Epikrise",
  Alvorlighetsgrad: "Høy",
  Retning: "HF til kommune",
  Status: "Lukket",
  Beskrivelse: "Epikrisen kom for sent til hjemmetjenesten",
  Enhet: "Medisinsk avdeling",
};

/** The cells of an ordinary row, some of them changed. */
export function cells(saksnr: string, changes: Partial<Record<Head, string>> = {}): string[] {
  return HEAD.map((head) => changes[head] ?? (head === "Saksnr" ? saksnr : ORDINARY[head]));
}
