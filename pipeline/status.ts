import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {daysBetween, reasonToSend, waitsFor} from "./conclude/loop.ts";
import {decodeTable} from "./contract/arrow.ts";
import type {Bilingual, Language} from "./contract/edition.ts";
import type {Manifest} from "./contract/manifest.ts";
import type {MeetingFile} from "./contract/meeting.ts";
import {conflictsIn, readMeetings} from "./decide/decision-files.ts";
import {type DecisionRecord, decisionRecords, standingIn} from "./decide/decision-records.ts";
import {measureTemplates, routeTemplate, type Template} from "./decide/follow-up-rows.ts";
import {daysOf, periodsBetween} from "./decide/period.ts";
import {writeTemplates} from "./decisions.ts";
import {cleanText} from "./deidentify/deidentify.ts";
import {type Database, openDatabase} from "./duckdb/open.ts";
import {readRows} from "./duckdb/rows.ts";
import {knownWords} from "./intake.ts";
import type {Project} from "./project.ts";
import {readRegisters} from "./registers/read.ts";
import {calendarOf} from "./status/calendar.ts";
import {pageOf} from "./status/page.ts";
import type {Task} from "./status/task.ts";
import {type StatusFacts, tasksOf, type YearWheelRow} from "./status/tasks.ts";

export interface Status {
  readonly facts: StatusFacts;
  readonly tasks: readonly Task[];
  readonly files: readonly string[];
}

interface Places {
  readonly ics: string | null;
  readonly page: string | null;
  /** Folder for the tables that committees fill in; null writes none. */
  readonly templates: string | null;
  readonly language: Language | null;
}

/** What the secretariat should do next, from registers, the newest edition and the register of decisions; writes calendar and page. */
export async function status(project: Project, places: Places): Promise<Status> {
  const known = await gathered(project, places.language);
  const {facts} = known;
  const tasks = tasksOf(facts);
  const folder = join(project.decisions, "..", "status");
  const mark = facts.synthetic ? "SYNTETISK-" : "";
  const page = places.page ?? join(folder, `${mark}status.html`);
  const ics = places.ics ?? join(folder, `${mark}status.ics`);
  for (const path of [page, ics]) mkdirSync(dirname(path), {recursive: true});
  writeFileSync(page, pageOf(tasks, facts));
  writeFileSync(ics, calendarOf(tasks, facts));
  const tables =
    places.templates === null
      ? []
      : await writeTemplates(places.templates, templatesOf(known), {today: facts.today, synthetic: facts.synthetic});
  return {facts, tasks, files: [page, ics, ...tables]};
}

interface Known {
  readonly facts: StatusFacts;
  readonly meetings: readonly MeetingFile[];
  readonly records: readonly DecisionRecord[];
  readonly names: Names;
}

async function gathered(project: Project, language: Language | null): Promise<Known> {
  const database = await openDatabase();
  try {
    await readRegisters(database, project.registers);
    const edition = newestEdition(project);
    const all = readMeetings(project.decisions);
    const synthetic =
      edition?.manifest.datagrunnlag === "SYNTETISK" || (edition === null && all.some((file) => file.synthetic));
    const meetings = all.filter((file) => file.synthetic === synthetic);
    const year =
      project.year ??
      edition?.manifest.year ??
      Math.max(Number(project.today.slice(0, 4)) - 1, ...meetings.map((file) => file.year));
    const names = await readNames(database, project.today);
    const records = decisionRecords(meetings);
    const facts: StatusFacts = {
      ...{today: project.today, language: language ?? names.language, year, synthetic, hasEdition: edition !== null},
      parties: edition === null ? [] : partiesOf(edition, names),
      wheel: await currentRows<YearWheelRow>(database, "aarshjul", project.today),
      committees: names.committees,
      delivered: new Set(meetings.filter((file) => file.year === year).map(({audience}) => audience)),
      conflicts: meetings.flatMap(({audience, entries}) =>
        conflictsIn(entries).map((key) => ({committee: names.committee(audience), about: names.field(key)})),
      ),
      ...followUps(records, {today: project.today, names}),
      thanks: records.filter((record) => record.year === year && record.kategori !== null).length,
    };
    return {facts, meetings, records, names};
  } finally {
    database.closeSync();
  }
}

interface Edition {
  readonly folder: string;
  readonly manifest: Pick<Manifest, "year" | "datagrunnlag">;
}

/** The newest year in the folder of results, or the year that was asked for. */
function newestEdition({out, year}: Project): Edition | null {
  const years = existsSync(out) ? readdirSync(out).filter((name) => /^\d{4}$/.test(name)) : [];
  for (const name of years.sort().reverse()) {
    const folder = join(out, name, "moete");
    if ((year === null || `${year}` === name) && existsSync(join(folder, "manifest.json"))) {
      return {folder, manifest: JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest};
    }
  }
  return null;
}

function partiesOf({folder, manifest}: Edition, names: Names): StatusFacts["parties"] {
  const table = (name: "levering_per_part" | "omraade") =>
    decodeTable(name, readFileSync(join(folder, "tabellar", `${name}.arrow`)));
  const areas = table("omraade") as {id: string; namn: string; aar: number}[];
  return (table("levering_per_part") as {aar: number; part: string; levering: string}[])
    .filter(({aar}) => aar === manifest.year)
    .map(({part, levering}) => ({
      id: part,
      name: areas.filter(({id}) => id === part).at(-1)?.namn ?? names.trust,
      hasDelivered: levering !== "manglar",
    }));
}

interface Names {
  readonly language: Language;
  readonly trust: string;
  readonly committees: StatusFacts["committees"];
  readonly committee: (id: string) => Bilingual;
  /** What a decision is about; an input is named as the committee named it, without persons. */
  readonly subject: (record: DecisionRecord) => Bilingual;
  /** A field of a meeting, `pdsa/EPI maal`, as the category and the field. */
  readonly field: (key: string) => Bilingual;
  readonly fsuOf: (record: DecisionRecord) => Bilingual;
}

interface NamedRow extends Bilingual {
  readonly id: string;
  readonly type: string;
  readonly kode: string;
  readonly akse: string;
}

async function readNames(database: Database, today: string): Promise<Names> {
  const utval = await currentRows<NamedRow>(database, "utval", today);
  const kategoriar = await currentRows<NamedRow>(database, "kategori", today, "akse, kode");
  const ruter = await currentRows<{kategori: string; utval: string}>(database, "rute", today, "kategori");
  const [trust] = await currentRows<{foretak_kort: string}>(database, "helsefellesskap", today);
  const profiles = await currentRows<{gjeld: string; maalform: Language}>(database, "spraakprofil", today, "gjeld");
  const members = await currentRows<{lsu: string}>(database, "lsu_medlem", today, "kommunenr");
  const {isPlace} = await knownWords(database);
  const named = (id: string | undefined): Bilingual => {
    const row = utval.find((one) => one.id === id);
    return row ? {nn: row.nn, nb: row.nb} : {nn: id ?? "SSU", nb: id ?? "SSU"};
  };
  return {
    language: profiles.find(({gjeld}) => gjeld === "fylke")?.maalform ?? "nn",
    trust: trust?.foretak_kort ?? "",
    committees: utval.flatMap(({id, type, nn, nb}) =>
      type === "ssu" || (type === "lsu" && members.some(({lsu}) => lsu === id)) ? [{id, type, name: {nn, nb}}] : [],
    ),
    committee: named,
    subject: ({kategori, title}) => {
      const row = kategoriar.find(({akse, kode}) => akse === "feiltype" && kode === kategori);
      const text = cleanText(title ?? "", "prose", {isPlace}).text;
      return row ? {nn: row.nn, nb: row.nb} : {nn: text || (kategori ?? ""), nb: text || (kategori ?? "")};
    },
    field: (key) => {
      const [subject = "", field = ""] = key.split(" ");
      const row = kategoriar.find(({akse, kode}) => akse === "feiltype" && subject.split(/[/_-]/).includes(kode));
      const about = row ?? {nn: subject, nb: subject};
      return {nn: `${about.nn} (${field})`, nb: `${about.nb} (${field})`};
    },
    fsuOf: ({kategori}) => named(ruter.find((row) => row.kategori === kategori)?.utval),
  };
}

/** The register as it holds today: of the rows that have begun, the newest for each key. */
function currentRows<R>(database: Database, register: string, today: string, key = "id"): Promise<R[]> {
  return readRows<R>(
    database,
    `select * from register.${register} where gyldig_fra <= $1 and coalesce(gyldig_til, '9999-12-31') >= $1
     qualify row_number() over (partition by ${key} order by gyldig_fra desc) = 1 order by ${key}`,
    [today],
  );
}

function followUps(
  records: readonly DecisionRecord[],
  {today, names}: {readonly today: string; readonly names: Names},
) {
  const open = records.filter(({followUp}) => followUp !== "avslutt");
  return {
    decisions: open.map((record) => {
      const {id, audience, year, type, due, status: told, testDate, counted, decided} = record;
      const tries = type === "prioriter" && told !== "ikkje";
      return {
        ...{id: `${audience}-${id}`, year, due, committee: names.committee(audience), subject: names.subject(record)},
        untold:
          tries &&
          told === null &&
          counted.every(({period}) => daysOf(period).first < decided) &&
          (testDate ?? today) < today,
        missingFrom: tries ? firstMissing(record, today) : null,
      };
    }),
    routes: open.flatMap((record) => {
      const waiting = reasonToSend(record) === null ? null : waitsFor(record.answers);
      if (waiting === null) return [];
      const {audience, id, decided} = record;
      return [
        {
          ...{id: `${audience}-${id}`, subject: names.subject(record), from: names.committee(audience)},
          ...{waitsFor: waiting, fsu: names.fsuOf(record), age: Math.max(0, daysBetween(decided, today))},
        },
      ];
    }),
  };
}

/** The first period since the decision that is over and has no number. */
function firstMissing({decided, frequency, counted}: DecisionRecord, today: string): string | null {
  const known = new Set(counted.map(({period}) => period));
  const due = periodsBetween(decided, today, frequency).filter((period) => daysOf(period).first >= decided);
  return due.find((period) => !known.has(period)) ?? null;
}

function templatesOf({facts: {today, language}, meetings, records, names}: Known): Template[] {
  const titleOf = (record: DecisionRecord): string =>
    `${names.committee(record.audience)[language]}: ${names.subject(record)[language]}`;
  const standing = ({audience, year}: DecisionRecord, subject: string, field: string) =>
    meetings
      .filter((file) => (subject.startsWith("rute/") ? true : file.audience === audience))
      .filter((file) => (subject.startsWith("pdsa/") ? file.year === year : true))
      .flatMap(({entries}) => standingIn(entries, subject, field));
  const waiting = records
    .filter((record) => reasonToSend(record) !== null && waitsFor(record.answers) !== null)
    .map((record) => ({record, title: titleOf(record)}));
  const facts = {today, titleOf, standing};
  return [...measureTemplates(records, facts), ...routeTemplate(waiting, facts)];
}
