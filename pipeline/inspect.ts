import {basename} from "node:path";
import type {Field, RefusedFile} from "./contract/delivery.ts";
import {cleanText} from "./deidentify/deidentify.ts";
import {HIDDEN, shownHeader, shownName} from "./deidentify/shown.ts";
import {type Database, openDatabase} from "./duckdb/open.ts";
import {readRows} from "./duckdb/rows.ts";
import {fileReadings} from "./ingest/file-records.ts";
import {batchesOf, type Delivery, openDelivery, refusedFile} from "./ingest/ingest.ts";
import {isShared, type LayoutSpec} from "./ingest/layout.ts";
import type {Knowledge, PersonsIn, ProposedColumn} from "./ingest/proposal/columns.ts";
import {nearness} from "./ingest/proposal/nearness.ts";
import {type DraftSender, draftLayout, type Proposal, proposeLayout} from "./ingest/proposal/proposal.ts";
import {type KnownWords, knownHeaders, knownWordsOf, wordKey} from "./ingest/proposal/vocabulary.ts";
import {type OpenFile, openFile, readLayouts} from "./ingest/read-files.ts";
import {Refusal} from "./ingest/refusal.ts";
import {knownWords, type KnownWords as PersonWords, toldRefused} from "./intake.ts";
import type {Project} from "./project.ts";
import {readRegisters} from "./registers/read.ts";

/** A word no register knows; null where it may name somebody and is not shown. */
export interface ShownWord {
  readonly field: Field;
  readonly word: string | null;
  readonly rows: number;
  readonly nearest: string | null;
}

/** What is found out about one file. No value of it is in here but words that name nobody. */
export interface Inspected extends Omit<Proposal, "unknown" | "codes"> {
  readonly file: string;
  /** The layout that reads the file as it is, if there is one. */
  readonly fits: string | null;
  readonly unknown: readonly ShownWord[];
  /** Places, from 1, of headers that may name somebody: the first row is then hardly a header. */
  readonly namingHeaders: readonly number[];
  readonly layout: LayoutSpec;
}

const SAMPLE = 8 * 1024 ** 2;
const SAME_WORD = 0.7;

/** Reads files and proposes a layout for each; nothing is stored. `id` is what the draft is called. */
export async function inspectFiles(
  paths: readonly string[],
  project: Project,
  id: string,
): Promise<(Inspected | RefusedFile)[]> {
  const database = await openDatabase();
  try {
    await readRegisters(database, project.registers);
    const context = await contextOf(database, project, id);
    const inspected: (Inspected | RefusedFile)[] = [];
    for (const [index, path] of paths.entries()) {
      const found = await inspectPath(path, context);
      inspected.push("outcome" in found ? toldRefused(found, context.persons, index + 1) : found);
    }
    return inspected;
  } finally {
    database.closeSync();
  }
}

interface Context {
  readonly sender: DraftSender;
  readonly layouts: ReturnType<typeof readLayouts>;
  readonly knowledge: Knowledge;
  readonly persons: PersonWords;
}

async function contextOf(database: Database, project: Project, id: string): Promise<Context> {
  const layouts = readLayouts(project.layouts);
  const persons = await knownWords(database);
  const shared = layouts.find(isShared);
  const avsendar = shared?.avsendar ?? id;
  const words = knownWordsOf(layouts.filter(isShared), await registerWords(database, [avsendar, "*"]));
  const nearby = knownWordsOf(layouts, await registerWords(database, null));
  return {
    sender: {id, avsendar, fixed: shared?.fixed ?? {}},
    layouts,
    persons,
    knowledge: {headers: knownHeaders(layouts), words, nearby, personsIn: personsBy(persons)},
  };
}

interface RegisterWord {
  readonly felt: Field;
  readonly ord: string;
  readonly kode: string;
}

/** The words of the registers for municipalities, categories and severities; of some senders, or of all. */
async function registerWords(database: Database, senders: readonly string[] | null): Promise<KnownWords> {
  const rows = await readRows<RegisterWord>(
    database,
    `select 'kommune' as felt, unnest([kommunenr, namn]) as ord, namn || ' (' || kommunenr || ')' as kode from register.kommune
     union all
     select 'kommune', alias, namn || ' (' || kommune.kommunenr || ')'
     from register.kommune_alias join register.kommune on kommune.kommunenr = kommune_alias.kommunenr
     union all
     select 'kategori', unnest([kode, nn, nb]), kode from register.kategori where akse = 'feiltype'
     union all
     select 'kategori', original, kategori from register.kategori_mapping where $1 is null or list_contains(string_split($1, '|'), avsendar)
     union all
     select 'alvor', original, alvor from register.alvor_mapping where $1 is null or list_contains(string_split($1, '|'), avsendar)
     order by all`,
    [senders?.join("|") ?? null],
  );
  const known = new Map<Field, Map<string, string>>();
  for (const {felt, ord, kode} of rows) {
    const own = known.get(felt) ?? new Map<string, string>();
    known.set(felt, own.set(wordKey(ord), kode));
  }
  return known;
}

/** Person data that fills most of a cell: a number, a way to reach somebody, or a name. */
function personsBy(words: PersonWords): PersonsIn {
  return (text) => {
    if (/^\d{6}[ .-]?\d{5}$/.test(text)) return "number";
    const {spans} = cleanText(text.slice(0, 400), "prose", words);
    const covered = spans.reduce((sum, {start, end}) => sum + end - start, 0);
    if (covered * 2 < text.length) return null;
    const types = new Set(spans.map(({type}) => type));
    if (types.has("FNR") || types.has("DNR")) return "number";
    if (types.has("PHONE") || types.has("EMAIL") || types.has("ADDRESS")) return "contact";
    return types.has("PERSON") ? "name" : null;
  };
}

/** Another way to write a header that is known, with no capital but the first: «Alvorl.grad». */
function isSpellingOf({header, like}: ProposedColumn): boolean {
  return like !== null && nearness(header, like) >= SAME_WORD && !/\d/.test(header) && !/.\p{Lu}/u.test(header);
}

async function inspectPath(path: string, context: Context): Promise<Inspected | RefusedFile> {
  const file = openFile(path);
  if ("kind" in file) return refusedFile({name: basename(path), sha256: ""}, file);
  try {
    return await inspectOpen(file, context);
  } finally {
    file.close();
  }
}

/** A layout may fit a file that cannot be read to its end; then the file is refused here as it would be by ingest. */
function refusedWhenRead(delivery: Delivery): RefusedFile | null {
  const batches = batchesOf(delivery)[Symbol.iterator]();
  try {
    while (!batches.next().done);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return refusedFile(delivery, error.fault);
    throw error;
  }
}

async function inspectOpen(
  file: OpenFile,
  {knowledge, layouts, persons, sender}: Context,
): Promise<Inspected | RefusedFile> {
  const readings = await fileReadings(file, SAMPLE);
  const delivery = await openDelivery(file, layouts);
  const {name, sha256} = delivery;
  if ("kind" in readings) return refusedFile({name, sha256}, readings);
  const refused = "outcome" in delivery ? null : refusedWhenRead(delivery);
  if (refused !== null) return refused;
  const proposal = proposeLayout(readings, knowledge);
  if (proposal === null) return refusedFile({name, sha256}, {kind: "not_tabular"});
  const isTellable = (text: string): boolean => shownHeader(text, persons) === text;
  const {codes: _, unknown, columns, ...facts} = proposal;
  const isShown = (column: ProposedColumn): boolean => isTellable(column.header) || isSpellingOf(column);
  const naming = columns.flatMap((column, at) => (isShown(column) ? [] : [at + 1]));
  const shown = columns.map((column) => (isShown(column) ? column : {...column, header: HIDDEN}));
  return {
    ...facts,
    file: shownName({name, sha256}, persons),
    sheet: facts.sheet === null ? null : shownHeader(facts.sheet, persons),
    fits: "outcome" in delivery ? null : delivery.layout,
    columns: shown,
    twice: facts.twice.map((header) => shownHeader(header, persons)),
    unknown: unknown.map((one) => ({...one, word: isTellable(one.word) ? one.word : null})),
    namingHeaders: naming,
    layout: draftLayout({...proposal, columns: columns.filter(isShown)}, sender, isTellable),
  };
}
