import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {conclusionsFor, conclusionsOf} from "./conclude/conclusions.ts";
import {type EditionName, editionNames, type PageFacts} from "./contract/edition.ts";
import type {Manifest} from "./contract/manifest.ts";
import {type MeetingFile, writeMeeting} from "./contract/meeting.ts";
import type {Row} from "./contract/tables.ts";
import {readMeetings} from "./decide/decision-files.ts";
import {earlierOf, readDecided, shownLoop} from "./decided.ts";
import {readDisclosed} from "./duckdb/disclosed.ts";
import type {Database} from "./duckdb/open.ts";
import {readRows} from "./duckdb/rows.ts";
import {readLetterhead} from "./letterhead.ts";
import {programId} from "./program.ts";
import type {Project} from "./project.ts";
import {publish} from "./publish/publish.ts";
import type {EditionFolder} from "./publish/write-edition.ts";
import {readFacts} from "./registers/facts.ts";
import {readSources} from "./registers/sources.ts";
import {report} from "./report/report.ts";
import {changesSinceYearBefore} from "./since.ts";

export const stages = ["innlesing", "kopling", "måling", "skjuling", "sider", "rapport", "kontroll"] as const;
/** `detail` is what is being made within the stage. */
export type Progress = (stage: (typeof stages)[number], detail?: string) => void;

export interface Editions {
  readonly year: number;
  readonly account: readonly Row<"rekneskap">[];
  readonly editions: readonly EditionFolder[];
}

type MadeOf = Pick<Manifest, "inputs" | "registers" | "layouts" | "letterhead">;
type RunFacts = Omit<PageFacts, "audience" | "threshold" | "conclusions" | "earlier" | "loop" | "since">;

/** Pages, tables and documents of both editions, from `disclosed.*` and what the run knows about itself. */
export async function makeEditions(database: Database, project: Project, progress: Progress): Promise<Editions> {
  const {audiences, thresholds, ...county} = await readFacts(database);
  const meetings = readMeetings(project.decisions).map((meeting) => ({...meeting, hash: meetingHash(meeting)}));
  const letterhead = readLetterhead(project.letterhead);
  const madeOf: MadeOf = {
    inputs: await inputHashes(database),
    registers: await readSources(database, "register"),
    layouts: await readSources(database, "oppsett"),
    ...(letterhead === null ? {} : {letterhead: letterhead.sha256}),
  };
  const hashes = [...fingerprintsOf(madeOf), ...meetings.map(({hash}) => hash)];
  const run: RunFacts = {...county, ...(await runFacts(database, project, hashes))};
  const template = readFileSync(project.template, "utf8");
  const decided = await readDecided(database, meetings, {...run, audiences});
  const editions: EditionFolder[] = [];
  for (const name of editionNames) {
    const threshold = thresholds[name];
    const tables = await readDisclosed(database, name);
    const all = conclusionsOf(tables, run.year);
    const loop = decided.loopIn(name, tables, threshold);
    const manifest = {...manifestOf(name, run, threshold), ...madeOf};
    const since = changesSinceYearBefore(project.out, manifest, tables);
    const facts = audiences
      .filter(({edition}) => edition === name)
      .map((audience) => ({
        ...{...run, audience, threshold, since},
        conclusions: conclusionsFor(all, tables, audience.omraade),
        courses: audience.edition === "moete" ? coursesFor(county.courses, audience.omraade) : [],
        loop: shownLoop(loop, audience),
        earlier: loop.followed.filter((followed) => followed.audience === audience.id).map(earlierOf),
      }));
    progress("sider");
    const pages = publish(tables, {template, facts});
    const documents = await report(tables, facts, {
      template: letterhead?.template ?? null,
      progress: (path, number, of) => progress("rapport", `${name} ${number}/${of} ${path}`),
    });
    editions.push({name, manifest, files: [...pages, ...documents]});
  }
  const account = await readRows<Row<"rekneskap">>(
    database,
    "select nr, steg, utfall, rader from measured.rekneskap order by nr",
  );
  return {year: run.year, account, editions};
}

/** What the bytes of every document come from, besides the decisions. */
function fingerprintsOf({inputs, registers, layouts, letterhead}: MadeOf): Manifest["inputs"] {
  return [
    ...[...inputs, ...registers, ...layouts],
    ...(letterhead === undefined ? [] : [{file: "mal", sha256: letterhead}]),
  ];
}

/** The courses of one LSU, its own before those for all; for the county those for all. */
function coursesFor(courses: PageFacts["courses"], omraade: string): PageFacts["courses"] {
  const own = courses.filter(({lsu}) => lsu === omraade);
  const has = new Set(own.map(({kategori}) => kategori));
  return [...own, ...courses.filter(({lsu, kategori}) => lsu === null && !has.has(kategori))];
}

async function runFacts(database: Database, {today}: Project, hashes: Manifest["inputs"]) {
  const years = (await readRows<{aar: number}>(database, "select aar from measured.aar order by aar")).map(
    ({aar}) => aar,
  );
  const year = years.at(-1) ?? 0;
  const frozen = await readRows<{aar: number}>(database, "select aar from disclosed.frose_aar order by aar");
  const [cut] = await readRows<{dato: string}>(
    database,
    "select last_day(dato)::varchar as dato from measured.uttrekk",
  );
  const [own] = await readRows<{syntetisk: boolean}>(database, "select syntetisk from deidentified.koeyring");
  return {
    year,
    years,
    ...(frozen.length > 0 ? {frozenYears: frozen.map(({aar}) => aar)} : {}),
    runId: `${year}-${digestOf(hashes)}`,
    runDate: today,
    cutOff: cut?.dato ?? "",
    synthetic: own?.syntetisk ?? false,
  };
}

function manifestOf(edition: EditionName, {year, runId, runDate, synthetic}: RunFacts, threshold: number) {
  const datagrunnlag: Manifest["datagrunnlag"] = synthetic ? "SYNTETISK" : "leveringar";
  return {format: 1 as const, edition, year, runId, runDate, datagrunnlag, threshold, program: programId()};
}

/** Deliveries are named by their content: a file name can hold a person's name. */
async function inputHashes(database: Database): Promise<Manifest["inputs"]> {
  return readRows<Manifest["inputs"][number]>(
    database,
    "select levering as file, sha256 from deidentified.levering order by sha256",
  );
}

function meetingHash(meeting: MeetingFile): Manifest["inputs"][number] {
  const text = writeMeeting(meeting);
  return {file: `${meeting.audience}-${meeting.year}`, sha256: createHash("sha256").update(text).digest("hex")};
}

function digestOf(hashes: Manifest["inputs"]): string {
  const hash = createHash("sha256");
  for (const sha256 of hashes.map((file) => file.sha256).sort()) hash.update(sha256);
  return hash.digest("hex").slice(0, 8);
}
