import {existsSync} from "node:fs";
import {type Database, readExisting} from "./duckdb/open.ts";
import {readRows} from "./duckdb/rows.ts";

/** What may be wrong with a whole delivery, or with all that a sender has delivered. */
export type DoubtKind = "datokolonnar" | "kommunar" | "kolonnar" | "dekning" | "omfang" | "kommune_borte";

/** A doubt stops what would be stored until a person accepts it with a reason. */
export interface Doubt {
  readonly tvil: DoubtKind;
  /** The file it is about; null when it is about a sender's files together. */
  readonly fil: string | null;
  readonly levering: string | null;
  readonly avsendar: string | null;
  readonly aar: number | null;
  /** So many of so many rows; or the number now and the number it is held against. */
  readonly teljar: number;
  readonly nemnar: number;
  /** Municipalities that are gone, by number. */
  readonly kommunar: readonly string[];
  /** What the number is held against: the last warehouse, or the year before in the same files. */
  readonly mot: "foerre" | "aaret_foer" | null;
}

/** Reports of one sender, year and municipality, and the months they are from as bits. */
export interface YearCount {
  readonly avsendar: string;
  readonly aar: number;
  readonly kommune: string | null;
  readonly n: number;
  readonly maanader: number;
}

const COUNTS = "select * from normalised.aarstal order by avsendar, aar, kommune";

/** Doubts about what was read, also held against the warehouse that would be replaced. */
export async function readDoubts(database: Database, warehouse: string | null, today: string): Promise<Doubt[]> {
  const own = await readRows<Pick<Doubt, "tvil" | "fil" | "levering" | "teljar" | "nemnar">>(
    database,
    "select tvil.*, levering.fil from normalised.tvil join deidentified.levering on levering.levering = tvil.levering order by fil, tvil",
  );
  const now = await readRows<YearCount>(database, COUNTS);
  const before = await earlierCounts(warehouse);
  const year = Number(today.slice(0, 4));
  return [
    ...own.map((doubt): Doubt => ({...nothing, ...doubt})),
    ...shrunk(now, before),
    ...goneMunicipalities(now, before),
    ...outOfScale(now, before, year),
  ];
}

const nothing = {fil: null, levering: null, avsendar: null, aar: null, kommunar: [], mot: null};

/** The counts of the last warehouse; none when there is no warehouse, or one from before they were kept. */
async function earlierCounts(warehouse: string | null): Promise<readonly YearCount[]> {
  if (warehouse === null || !existsSync(warehouse)) return [];
  try {
    return await readExisting(warehouse, (database) => readRows<YearCount>(database, COUNTS));
  } catch {
    return [];
  }
}

const FEWEST_IN_YEAR = 10;
const FEWEST_IN_MUNICIPALITY = 3;
const FEWEST_TO_COMPARE = 30;
const FAR = 3;
const MONTHS_OF_A_YEAR = 9;

/** A year that was there before and has lost more than half of its reports. */
export function shrunk(now: readonly YearCount[], before: readonly YearCount[]): Doubt[] {
  return sendersIn(now).flatMap((avsendar) =>
    yearsOf(before, avsendar).flatMap(({aar, n: nemnar}) => {
      const teljar = countOf(now, avsendar, aar);
      if (nemnar < FEWEST_IN_YEAR || teljar * 2 >= nemnar) return [];
      return [{...nothing, tvil: "dekning", avsendar, aar, teljar, nemnar, mot: "foerre"} satisfies Doubt];
    }),
  );
}

/** Municipalities that had reports in a year before and have none of them now, though the sender has reports. */
export function goneMunicipalities(now: readonly YearCount[], before: readonly YearCount[]): Doubt[] {
  return sendersIn(now).flatMap((avsendar) =>
    yearsOf(before, avsendar).flatMap(({aar}) => {
      const isHere = (kommune: string): boolean =>
        now.some((row) => row.avsendar === avsendar && row.aar === aar && row.kommune === kommune);
      const had = before.filter(
        (row) => row.avsendar === avsendar && row.aar === aar && row.n >= FEWEST_IN_MUNICIPALITY,
      );
      const gone = had.flatMap(({kommune}) => (kommune !== null && !isHere(kommune) ? [kommune] : []));
      if (gone.length === 0 || countOf(now, avsendar, aar) === 0) return [];
      const counts = {teljar: gone.length, nemnar: had.length};
      return [
        {...nothing, tvil: "kommune_borte", avsendar, aar, ...counts, kommunar: gone, mot: "foerre"} satisfies Doubt,
      ];
    }),
  );
}

/**
 * The newest whole year held against the year before it: more than three times as many, or less than a third. The year
 * before must be whole too, or a file that begins in its last months would always be in doubt.
 */
export function outOfScale(now: readonly YearCount[], before: readonly YearCount[], year: number): Doubt[] {
  return sendersIn(now).flatMap((avsendar) => {
    const years = yearsOf(now, avsendar).filter(({aar}) => aar < year);
    const last = years.at(-1);
    if (last === undefined) return [];
    const here = years.find(({aar}) => aar === last.aar - 1);
    const there = yearsOf(before, avsendar).find(({aar}) => aar === last.aar - 1);
    const held = here ?? there;
    if (held === undefined || held.months < MONTHS_OF_A_YEAR) return [];
    const [small, large] = [Math.min(last.n, held.n), Math.max(last.n, held.n)];
    if (large < FEWEST_TO_COMPARE || large <= small * FAR) return [];
    const counts = {teljar: last.n, nemnar: held.n};
    return [{...nothing, tvil: "omfang", avsendar, aar: last.aar, ...counts, mot: "aaret_foer"} satisfies Doubt];
  });
}

const sendersIn = (counts: readonly YearCount[]): string[] => [...new Set(counts.map(({avsendar}) => avsendar))].sort();

function countOf(counts: readonly YearCount[], avsendar: string, aar: number): number {
  return yearsOf(counts, avsendar).find((year) => year.aar === aar)?.n ?? 0;
}

interface Year {
  readonly aar: number;
  readonly n: number;
  readonly months: number;
}

/** What a sender has in each year, all municipalities together, oldest first. */
function yearsOf(counts: readonly YearCount[], avsendar: string): Year[] {
  const years = new Map<number, {n: number; bits: number}>();
  for (const row of counts.filter((one) => one.avsendar === avsendar)) {
    const {n, bits} = years.get(row.aar) ?? {n: 0, bits: 0};
    years.set(row.aar, {n: n + row.n, bits: bits | row.maanader});
  }
  return [...years]
    .map(([aar, {n, bits}]) => ({aar, n, months: bits.toString(2).replaceAll("0", "").length}))
    .sort((a, b) => a.aar - b.aar);
}
