import type {Field} from "../../pipeline/contract/delivery.ts";
import type {ReasonKind} from "../../pipeline/contract/reasons.ts";
import type {Layout} from "../../pipeline/ingest/layout.ts";
import {dateOf, dayOf, norwegian} from "./days.ts";
import type {Bundle, Entry, Outcome} from "./entries.ts";
import {randomFor} from "./random.ts";
import {layoutOf, rowsOn, senderOf, type World} from "./world.ts";

export type Cell = string | number | Date;

/** One record below the header; `row` is its number as a spreadsheet counts, titles and header included. */
export interface PlannedRow {
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly outcome: Outcome;
  readonly kind: ReasonKind | null;
  readonly field: Field | null;
  readonly truth: string | null;
  readonly entry: Entry | null;
}

/** One file to be delivered, with what shall become of each row. */
export interface PlannedFile {
  readonly name: string;
  readonly avsendar: string;
  readonly aar: number;
  readonly titles: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly PlannedRow[];
}

type Column = Layout["columns"][number];
type LooseRow = Omit<PlannedRow, "row">;

const dates: ReadonlySet<string> = new Set(["hendingsdato", "registrert", "sendt", "motteken", "svart", "lukka"]);
/** Hours that keep the order of the dates when two of them fall on one day. */
const clock: Readonly<Record<string, number>> = {
  hendingsdato: 7,
  registrert: 9,
  sendt: 11,
  motteken: 12,
  svart: 14,
  lukka: 15,
};

export function plannedFile(world: World, {avsendar, aar, entries}: Bundle): PlannedFile {
  const layout = layoutOf(world, avsendar);
  const sender = senderOf(world, avsendar);
  const isFirst = aar === Math.min(...world.truths.aar);
  const rows = [
    ...withBlanks(
      world,
      {avsendar, aar},
      entries.map((entry) => rowOf(world, entry)),
    ),
    ...footer(layout, sender.sumrad, entries.length),
  ];
  return {
    name: `SYNTETISK_${avsendar}_${aar}.${layout.format}`,
    avsendar,
    aar,
    titles: sender.tittel.map((title) => title.replace("{aar}", String(aar))),
    header: layout.columns.map((column) => (isFirst ? (column.aliases[0] ?? column.header) : column.header)),
    rows: rows.map((row, index) => ({...row, row: sender.tittel.length + 2 + index})),
  };
}

function rowOf(world: World, entry: Entry): LooseRow {
  const {columns} = layoutOf(world, entry.melding.slot.avsendar);
  const missing = Object.keys(entry.set).filter((field) => !columns.some((column) => column.field === field));
  if (missing.length > 0) throw new Error(`no column for ${missing.join(", ")}: ${entry.truth}`);
  const cells = columns.map((column) => cellOf(world, entry, column));
  const {outcome, kind, field, truth} = entry;
  return {cells: entry.extra === null ? cells : [...cells, entry.extra], outcome, kind, field, truth, entry};
}

function cellOf(world: World, entry: Entry, column: Column): Cell {
  const sender = senderOf(world, entry.melding.slot.avsendar);
  if (column.role === "pseudonym") return entry.melding.fnr;
  if (column.field === undefined) return sender.namnekolonnar.includes(column.header) ? entry.melding.namn : "";
  const planted = entry.set[column.field];
  if (planted !== undefined) return planted;
  const value = entry.values[column.field] ?? "";
  if (value === "") return "";
  if (dates.has(column.field)) return dateCell(world, entry, {field: column.field, iso: value});
  return column.field === "kommune"
    ? kommuneCell(world, entry, value)
    : codeText(world, entry, {field: column.field, value});
}

function dateCell(world: World, entry: Entry, {field, iso}: {field: string; iso: string}): Cell {
  const {avsendar} = entry.melding.slot;
  const random = randomFor(world.truths.seed, `cell ${avsendar} ${entry.saksnr} ${field}`);
  const minute = String(random.int(0, 59)).padStart(2, "0");
  const text = norwegian(dayOf(iso));
  switch (senderOf(world, avsendar).datoform) {
    case "iso":
      return iso;
    case "dmy":
      return text;
    case "dmyhm":
      return `${text} ${String(clock[field] ?? 10).padStart(2, "0")}:${minute}`;
    case "xlsx":
      return random.chance(0.15) ? text : dateOf(dayOf(iso));
  }
}

function kommuneCell(world: World, entry: Entry, kommunenr: string): Cell {
  const {avsendar} = entry.melding.slot;
  const form = senderOf(world, avsendar).kommuneform;
  if (form !== "fritekst") return form === "tal" ? Number(kommunenr) : kommunenr;
  const random = randomFor(world.truths.seed, `cell ${avsendar} ${entry.saksnr} kommune`);
  const name =
    rowsOn(world, "kommune", entry.melding.registrert).find((row) => row.kommunenr === kommunenr)?.namn ?? kommunenr;
  return random.pick(
    world.truths.kommuneformer[kommunenr] ?? [name, name, name, `${name} kommune`, name.toLocaleUpperCase("nb")],
  );
}

/** The sender's own word for one of our codes; a sender with fewer words uses the nearest one. */
function codeText(world: World, entry: Entry, {field, value}: {field: string; value: string}): string {
  const {avsendar} = entry.melding.slot;
  const codes = layoutOf(world, avsendar).codes[field];
  if (codes === undefined) return value;
  const wordsFor = (code: string): string[] =>
    Object.entries(codes).flatMap(([word, kode]) => (kode === code ? [word] : []));
  const words = [wordsFor(value), wordsFor("svart")].find((each) => each.length > 0);
  if (words === undefined) throw new Error(`no word for ${field} ${value}: ${avsendar}`);
  return randomFor(world.truths.seed, `cell ${avsendar} ${entry.saksnr} ${field}`).pick(words);
}

function withBlanks(world: World, file: {avsendar: string; aar: number}, rows: readonly LooseRow[]): LooseRow[] {
  const result = [...rows];
  const width = layoutOf(world, file.avsendar).columns.length;
  const truths = world.truths.sanningar.rader.filter(
    (truth) => truth.avsendar === file.avsendar && truth.aar === file.aar,
  );
  for (const {id, tom, tal} of truths) {
    const random = randomFor(world.truths.seed, `blank ${id}`);
    for (let left = tom === undefined ? 0 : tal; left > 0; left -= 1) {
      const cells = tom === "linje" ? [] : Array.from({length: width}, () => "");
      result.splice(random.int(1, result.length - 1), 0, {...aside(cells, "blank_rows"), truth: id});
    }
  }
  return result;
}

function footer(layout: Layout, label: string | undefined, count: number): LooseRow[] {
  if (label === undefined) return [];
  const rest = layout.columns.slice(2).map(({field}) => (field === "datagrunnlag" ? "SYNTETISK" : ""));
  return [aside([label, count, ...rest], "footer_row")];
}

function aside(cells: readonly Cell[], kind: ReasonKind): LooseRow {
  return {cells, outcome: "skipped", kind, field: null, truth: null, entry: null};
}
