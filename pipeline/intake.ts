import {randomBytes} from "node:crypto";
import {basename, resolve} from "node:path";
import {cleanDelivery, type Found, sameAgain} from "./clean-delivery.ts";
import type {Field, Note, RefusedFile} from "./contract/delivery.ts";
import {DeliveryError} from "./contract/delivery-error.ts";
import type {Reason, ReasonKind} from "./contract/reasons.ts";
import {addCounts, type SpanCount} from "./deidentify/batch.ts";
import type {Cleaning} from "./deidentify/cleaning.ts";
import {isKnownPlace, isKnownWord} from "./deidentify/known-words.ts";
import type {Words} from "./deidentify/memory.ts";
import {readRecognizers} from "./deidentify/recognizer.ts";
import {type DecisionRegister, readDecisions} from "./deidentify/review/decisions.ts";
import {readFlagged} from "./deidentify/review/texts.ts";
import {isTellableName, shownHeader, shownName} from "./deidentify/shown.ts";
import {openStore, type Removed, type Store, type StoredDelivery} from "./deidentify/store.ts";
import {traceBook} from "./deidentify/traces.ts";
import {type Doubt, readDoubts} from "./doubts.ts";
import type {Database} from "./duckdb/open.ts";
import {readRows, writeTable} from "./duckdb/rows.ts";
import {type Account, assertAccounted} from "./ingest/account.ts";
import {type Delivery, openDelivery, refusedFile} from "./ingest/ingest.ts";
import type {Layout} from "./ingest/layout.ts";
import {writeLayouts} from "./ingest/layout-tables.ts";
import {openFile, readLayout, readLayouts} from "./ingest/read-files.ts";
import {Refusal} from "./ingest/refusal.ts";
import {isMarkedName, isSynthetic} from "./ingest/synthetic.ts";
import {normalise} from "./normalise/normalise.ts";
import type {Project} from "./project.ts";
import {readRegisters} from "./registers/read.ts";
import {writeSources} from "./registers/sources.ts";

/** What became of one delivery. */
export interface FileAccount extends Account {
  readonly fil: string;
  readonly levering: string;
  readonly layout: string;
}

/** A row that waits for a person. `naermast` is the nearest known code; the value itself is never quoted. */
export interface WaitingRow extends Omit<Reason, "column"> {
  readonly fil: string;
  readonly levering: string;
  readonly column: string | null;
  readonly naermast: string | null;
}

/** A row that is not counted, and why (a blank one, a footer, one that came twice), or what else is worth knowing. */
export interface NotedRow extends Note {
  readonly levering: string;
}

/** What became of one row of the register of corrections: `nr` is its row in the file. */
export interface CorrectionAccount {
  readonly nr: number;
  readonly felt: string;
  /** Rows it was used on, rows where the source is mended already, and rows where the source says something else. */
  readonly brukt: number;
  readonly rettaIKjelda: number;
  readonly slaattAv: number;
}

export interface Intake {
  /** What became of each file, in the order they were given. */
  readonly files: readonly (FileAccount | RefusedFile)[];
  readonly accounts: readonly FileAccount[];
  readonly waiting: readonly WaitingRow[];
  /** The first of each kind in each file. */
  readonly noted: readonly NotedRow[];
  readonly refused: readonly RefusedFile[];
  readonly removed: Removed;
  readonly review: ReviewAccount;
  readonly corrections: readonly CorrectionAccount[];
  /** Cases that a later delivery of the same sender leaves out. They are counted all the same. */
  readonly vanished: readonly VanishedCase[];
  readonly doubts: readonly Doubt[];
  /** Why a person went on in spite of the doubts; null when nobody has. */
  readonly accepted: string | null;
}

/** The doubts that nobody has accepted: about the files themselves, and, when asked, beside what was there before. */
export function unaccepted({doubts, accepted}: Intake, isCompared: boolean): readonly Doubt[] {
  return accepted === null ? doubts.filter(({mot}) => mot === null || isCompared) : [];
}

/** A row of one delivery whose case is not in a later one. */
export interface VanishedCase {
  readonly fil: string;
  readonly rad: number;
  readonly seinareFil: string;
}

/** Texts that a person must look at before they go anywhere, and how many of them nobody has decided on. */
interface ReviewAccount {
  readonly flagged: number;
  readonly open: number;
}

/** The files to take in, and the one layout to read them by when a person has said which. */
export interface Deliveries {
  readonly paths: readonly string[];
  readonly only?: string;
}

/** Files to normalised rows: registers and layouts in, then ingest, deidentify and normalise. */
export async function takeIn(database: Database, project: Project, {paths, only}: Deliveries): Promise<Intake> {
  await readRegisters(database, project.registers);
  await writeSources(database, project);
  const layouts = layoutsFor(project, only);
  await writeLayouts(database, layouts);
  const words = await knownWords(database);
  const {today, year} = project;
  const register = readDecisions(project.review);
  const recognizers = await readRecognizers(project.recognizer);
  const cleaning = {...words, recognizers, key: randomBytes(32), register, book: traceBook(words.isOrdinary)};
  const store = await openStore(database);
  const reading: Reading = {layouts, words, cleaning, store, synthetic: [], count: {}, seen: new Map()};
  const read: (StoredDelivery | RefusedFile)[] = [];
  for (const [index, path] of paths.entries()) {
    const file = await readPath(path, reading);
    read.push("outcome" in file ? toldRefused(file, words, index + 1) : file);
  }
  await store.close({today, year, synthetic: isSynthetic(reading.synthetic)});
  await normalise(database);
  const accounts = await readRows<FileAccount>(
    database,
    "select * from normalised.rekneskap_per_levering order by fil, levering",
  );
  for (const account of accounts) assertAccounted(account, account.fil);
  const accountOf = new Map(accounts.map((account) => [account.levering, account]));
  return {
    files: read.flatMap((file) => ("outcome" in file ? file : (accountOf.get(file.levering) ?? []))),
    accounts,
    waiting: await readWaiting(database, read),
    noted: [...notesOf(read), ...(await readLeftOut(database))],
    refused: read.filter((file) => "outcome" in file),
    removed: {count: reading.count, traces: cleaning.book},
    review: await reviewAccount(database, register),
    corrections: await readRows<CorrectionAccount>(database, CORRECTIONS),
    vanished: await readRows<VanishedCase>(database, VANISHED),
    ...(await judged(database, project)),
  };
}

/** The doubts, stored with the reason a person has given for going on. */
async function judged(database: Database, project: Project): Promise<Pick<Intake, "doubts" | "accepted">> {
  const accepted = project.accept;
  const doubts = await readDoubts(database, project.comparesWith, project.today);
  const columns = {levering: "VARCHAR", avsendar: "VARCHAR", tvil: "VARCHAR", aar: "INTEGER", godteke_fordi: "VARCHAR"};
  const rows = doubts.map(({levering, avsendar, tvil, aar}) => ({
    levering,
    avsendar,
    tvil,
    aar,
    godteke_fordi: accepted,
  }));
  await writeTable(database, {schema: "normalised", table: "tvil_godteke", columns}, rows);
  return {doubts, accepted: doubts.length > 0 ? accepted : null};
}

const VANISHED = `select levering.fil, borte.rad, seinare.fil as "seinareFil"
  from normalised.borte
  join deidentified.levering on levering.levering = borte.levering
  join deidentified.levering as seinare on seinare.levering = borte.seinare
  order by levering.fil, borte.rad`;

const CORRECTIONS = `select nr, felt,
    count(*) filter (utfall = 'brukt')::integer as brukt,
    count(*) filter (utfall = 'retta_i_kjelda')::integer as "rettaIKjelda",
    count(*) filter (utfall = 'slaatt_av')::integer as "slaattAv"
  from normalised.rad_retting group by nr, felt order by nr, felt`;

async function reviewAccount(database: Database, register: DecisionRegister): Promise<ReviewAccount> {
  const flagged = await readFlagged(database, register);
  return {flagged: flagged.length, open: flagged.filter(({verdict}) => verdict === null).length};
}

/** The layout of this name, or the one in this file when the name is that of a file. */
function layoutsFor(project: Project, only: string | undefined): readonly Layout[] {
  if (only?.endsWith(".json")) return [readLayout(resolve(only))];
  return chosenLayouts(readLayouts(project.layouts), only);
}

function chosenLayouts(layouts: readonly Layout[], only: string | undefined): readonly Layout[] {
  const chosen = layouts.filter(({id}) => only === undefined || id === only);
  if (chosen.length > 0) return chosen;
  throw new DeliveryError([`Oppsettet «${only}» finst ikkje. Desse finst: ${layouts.map(({id}) => id).join(", ")}.`]);
}

interface Reading {
  readonly layouts: readonly Layout[];
  readonly words: Words;
  readonly cleaning: Cleaning;
  readonly store: Store;
  /** Of each file taken in, whether it says that it is invented. */
  readonly synthetic: boolean[];
  readonly count: SpanCount;
  /** How often each content has come. */
  readonly seen: Map<string, number>;
}

/** Takes one file in; gives the reason when it cannot be read, and then nothing of it is stored. */
async function readPath(path: string, reading: Reading): Promise<StoredDelivery | RefusedFile> {
  const file = openFile(path);
  if ("kind" in file) return refusedFile({name: basename(path), sha256: ""}, file);
  try {
    const delivery = await openDelivery(file, reading.layouts);
    return "outcome" in delivery ? delivery : await readDelivery(delivery, reading);
  } finally {
    file.close();
  }
}

async function readDelivery(delivery: Delivery, reading: Reading): Promise<StoredDelivery | RefusedFile> {
  const {words, cleaning, store, seen} = reading;
  const {sha256} = delivery;
  const times = (seen.get(sha256) ?? 0) + 1;
  const levering = times === 1 ? sha256.slice(0, 16) : `${sha256.slice(0, 16)}-${times}`;
  const found: Found = {isSynthetic: false, count: {}};
  const batches =
    times === 1 ? cleanDelivery(delivery, {levering, cleaning, found}) : sameAgain(delivery, {levering, found});
  const stored = {...delivery, name: shownName(delivery, words), levering};
  try {
    await store.take(stored, batches);
  } catch (error) {
    if (error instanceof Refusal) return refusedFile(delivery, error.fault);
    throw error;
  }
  seen.set(sha256, times);
  reading.synthetic.push(found.isSynthetic || isMarkedName(delivery.name));
  addCounts(reading.count, found.count);
  return stored;
}

/** A file that is refused is told of without its name or headers where these may name somebody. */
export function toldRefused(file: RefusedFile, words: Words, number: number): RefusedFile {
  const columns = file.columns.map((column) => shownHeader(column, words));
  const isUnread = file.sha256 === "" && (file.name === "" || !isTellableName(file.name, words));
  return {...file, name: isUnread ? `fil nr. ${number}` : shownName(file, words), columns: [...new Set(columns)]};
}

/** What deidentify is told beforehand of words that are no persons. */
export type KnownWords = Words;

/** Municipalities and committees are places, not persons; the words of the registers and the dictionaries are words. */
export async function knownWords(database: Database): Promise<KnownWords> {
  const places = await registerWords(
    database,
    "select namn as ord from register.kommune union select kort from register.utval union select foretak_kort from register.helsefellesskap",
  );
  const ordinary = await registerWords(
    database,
    "select nn as ord from register.kategori union select nb from register.kategori",
  );
  const lower = new Set([...ordinary].map((word) => word.toLocaleLowerCase("nb")));
  return {
    isPlace: (word) => places.has(word) || isKnownPlace(word),
    isOrdinary: (word) => lower.has(word) || isKnownWord(word),
  };
}

async function registerWords(database: Database, sql: string): Promise<Set<string>> {
  const rows = await readRows<{ord: string}>(database, sql);
  return new Set(rows.flatMap(({ord}) => ord.split(/[ -]/)));
}

interface StoredWaiting {
  readonly fil: string;
  readonly levering: string;
  readonly rad: number;
  readonly kolonne: string | null;
  readonly grunn: ReasonKind;
  readonly naermast: string | null;
}

/** More rows than this of one file are counted, not listed. */
const MOST_WAITING = 200_000;

/** Rows in quarantine with the header as it stands in the sender's own file. */
async function readWaiting(database: Database, read: readonly (StoredDelivery | RefusedFile)[]): Promise<WaitingRow[]> {
  const headers = new Map(read.flatMap((file) => ("outcome" in file ? [] : [[file.levering, file.headers] as const])));
  const rows = await readRows<StoredWaiting>(
    database,
    `select * from normalised.ventar qualify row_number() over (partition by levering order by rad, kolonne, grunn) <= ${MOST_WAITING} order by fil, levering, rad, kolonne, grunn`,
  );
  return rows.map(({fil, levering, rad, kolonne, grunn, naermast}) => {
    const column = headers.get(levering)?.get(kolonne as Field) ?? kolonne;
    return {fil, levering, row: rad, column, kind: grunn, naermast};
  });
}

const MOST_NOTED = 1000;

function notesOf(read: readonly (StoredDelivery | RefusedFile)[]): NotedRow[] {
  return read.flatMap((file) =>
    "outcome" in file ? [] : file.notes.slice(0, MOST_NOTED).map((note) => ({...note, levering: file.levering})),
  );
}

async function readLeftOut(database: Database): Promise<NotedRow[]> {
  const rows = await readRows<{levering: string; rad: number; grunn: ReasonKind}>(
    database,
    `select * from (
       select levering, rad, grunn from deidentified.til_side where utfall <> 'quarantined'
       union all
       select levering, rad, 'duplicate_id' from normalised.rad_utfall where utfall = 'duplicate'
     ) qualify row_number() over (partition by levering, grunn order by rad) <= ${MOST_NOTED} order by levering, rad`,
  );
  return rows.map(({levering, rad, grunn}) => ({levering, row: rad, kind: grunn}));
}
