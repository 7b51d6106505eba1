import type {Row, TableName} from "../contract/tables.ts";

/**
 * A place in the one cube that every published count comes from. `kvartal` 0 is the whole year; `del` is a part of the
 * reports, such as those answered in time, and `alle` is all of them.
 */
export interface Coordinate {
  readonly aar: number;
  readonly kvartal: number;
  readonly omraade: string;
  readonly kategori: string;
  readonly retning: string;
  readonly fagomraade: string;
  readonly del: string;
}

export interface Count {
  readonly at: Coordinate;
  readonly value: number;
}

export function keyOf(at: Coordinate): string {
  return `${at.aar}|${at.kvartal}|${at.omraade}|${at.kategori}|${at.retning}|${at.fagomraade}|${at.del}`;
}

function place(aar: number, omraade: string, rest: Partial<Coordinate> = {}): Coordinate {
  return {aar, omraade, kvartal: 0, kategori: "alle", retning: "alle", fagomraade: "alle", del: "alle", ...rest};
}

/** What a measured row has and a published one has not. */
interface Unpublished {
  readonly tilstand?: string;
}

type Counts = {readonly [N in TableName]?: (row: Row<N>) => Count[]};

/** Which counts a row of each table shows or lets a reader work out; a table that is not here shows none. */
const counts: Counts = {
  melding_per_kategori: ({aar, omraade, kategori, retning, n}) => [
    {at: place(aar, omraade, {kategori, retning}), value: n ?? 0},
  ],
  melding_per_kvartal: ({aar, kvartal, omraade, kategori, retning, n}) => [
    {at: place(aar, omraade, {kvartal, kategori, retning}), value: n ?? 0},
  ],
  melding_per_fagomraade: ({aar, omraade, fagomraade, n}) => [{at: place(aar, omraade, {fagomraade}), value: n ?? 0}],
  melding_per_kommune: ({aar, kommune, retning, n}) => [{at: place(aar, kommune, {retning}), value: n ?? 0}],
  endring_per_kategori: ({aar, omraade, kategori, n_foer, n_no}) => [
    ...(n_foer === null ? [] : [{at: place(aar - 1, omraade, {kategori}), value: n_foer}]),
    {at: place(aar, omraade, {kategori}), value: n_no ?? 0},
  ],
  andel_per_omraade: ({aar, omraade, maal, teljar, nemnar}) => [
    {at: place(aar, omraade, {del: maal}), value: teljar ?? 0},
    {at: place(aar, omraade, {del: wholeOf(maal)}), value: nemnar ?? 0},
  ],
  andel_per_kategori: (row) => {
    const {aar, omraade, kategori, maal, teljar, nemnar, status, tilstand} = row as typeof row & Unpublished;
    const whole = {at: place(aar, omraade, {kategori}), value: nemnar ?? 0};
    if (tilstand === "ikkje_aktuell") return [whole];
    if (status === "not_applicable") return [];
    return [{at: place(aar, omraade, {kategori, del: maal}), value: teljar ?? 0}, whole];
  },
  breidde_per_kategori: ({aar, omraade, kategori, n, status}) =>
    status === "not_applicable" ? [] : [{at: place(aar, omraade, {kategori}), value: n ?? 0}],
  median_per_omraade: ({aar, omraade, maal, n}) => [{at: place(aar, omraade, {del: maal}), value: n ?? 0}],
};

/** A municipality's reports under one of the LSU it has been in that year; in no table, but part of both sums. */
export interface SplitRow {
  readonly aar: number;
  readonly kommune: string;
  readonly lsu: string;
  readonly retning: string;
  readonly n: number;
}

export function splitCount({aar, kommune, lsu, retning, n}: SplitRow): Count {
  return {at: place(aar, splitArea(kommune, lsu), {retning}), value: n};
}

export function splitArea(kommune: string, lsu: string): string {
  return `${kommune}@${lsu}`;
}

/** A place where every report to the trust is of one municipality. */
export interface SingleReporterRow {
  readonly aar: number;
  readonly kvartal: number;
  readonly omraade: string;
  readonly kategori: string;
}

export function singleReporterKey({aar, kvartal, omraade, kategori}: SingleReporterRow): string {
  return keyOf(place(aar, omraade, {kvartal, kategori, retning: "K2H"}));
}

export function countsOf<N extends TableName>(table: N, row: Row<N>): Count[] {
  const read = counts[table] as ((row: Row<N>) => Count[]) | undefined;
  return read?.(row) ?? [];
}

/** Parts that make the whole together, so that none has a rest of its own. */
export function isGroup(del: string): boolean {
  return del.startsWith("gruppe_");
}

/** The part a share is taken of: answers are counted among the reports whose deadline has passed. */
export function wholeOf(del: string): string {
  return del === "svart_innan_frist" ? "forfalle" : "alle";
}
