import type {Audience, Bilingual, EditionName, Language, PageFacts} from "../contract/edition.ts";
import {criteria, type TypicalCourse, type Weights} from "../contract/evidence.ts";
import type {Indicator} from "../contract/samhandling.ts";
import type {Database} from "../duckdb/open.ts";
import {readRows} from "../duckdb/rows.ts";
import {currentRows} from "./current-rows.ts";
import {readIndicators} from "./indicators.ts";

/** What every page and document of a run says about the county and the rules, from the registers. */
export interface RegisterFacts {
  readonly county: Bilingual;
  readonly trust: Bilingual;
  readonly trustShort: string;
  readonly deadlineDays: number;
  readonly thresholds: Readonly<Record<EditionName, number>>;
  readonly assumptions: readonly Bilingual[];
  readonly patientGroups: PageFacts["patientGroups"];
  readonly samhandling?: readonly Indicator[];
  readonly weights: Weights | null;
  readonly courses: readonly TypicalCourse[];
  readonly audiences: readonly Audience[];
}

interface County {
  readonly namn_nn: string;
  readonly namn_nb: string;
  readonly foretak_nn: string;
  readonly foretak_nb: string;
  readonly foretak_kort: string;
}

interface Profile {
  readonly gjeld: string;
  readonly maalform: Language;
  readonly laast: string;
}

export async function readFacts(database: Database): Promise<RegisterFacts> {
  const [county] = await readRows<County>(database, currentRows("helsefellesskap", "1"));
  const deadlines = await readRows<{gjeld: string; dagar: number}>(database, currentRows("frist", "gjeld"));
  const thresholds = await readRows<{utgaave: EditionName; terskel: number}>(
    database,
    currentRows("terskel", "utgaave"),
  );
  const samhandling = await readIndicators(database);
  return {
    ...(samhandling.length > 0 ? {samhandling} : {}),
    county: {nn: county?.namn_nn ?? "", nb: county?.namn_nb ?? ""},
    trust: {nn: county?.foretak_nn ?? "", nb: county?.foretak_nb ?? ""},
    trustShort: county?.foretak_kort ?? "",
    deadlineDays: deadlines.find(({gjeld}) => gjeld === "svar")?.dagar ?? 0,
    thresholds: Object.fromEntries(thresholds.map(({utgaave, terskel}) => [utgaave, terskel])) as Record<
      EditionName,
      number
    >,
    assumptions: await readRows(database, `select nn, nb from (${currentRows("antaking", "id")}) order by id`),
    patientGroups: await readRows(
      database,
      `select kode, nn, nb from (${currentRows("pasientgruppe", "kode")}) order by kode`,
    ),
    weights: await readWeights(database),
    courses: await readCourses(database),
    audiences: await readAudiences(database),
  };
}

interface Weight {
  readonly kriterium: string;
  readonly vekt: number;
  readonly gyldig_fra: string;
  readonly sikkerheit: string;
}

/** Null unless every criterion has a weight and one of them is more than nothing. */
async function readWeights(database: Database): Promise<Weights | null> {
  const rows = await readRows<Weight>(database, currentRows("vekt", "kriterium"));
  const found = criteria.flatMap((criterion) => rows.find(({kriterium}) => kriterium === criterion) ?? []);
  if (found.length < criteria.length || found.every(({vekt}) => vekt === 0)) return null;
  return {
    of: Object.fromEntries(found.map(({kriterium, vekt}) => [kriterium, vekt])) as Weights["of"],
    from: Math.max(...found.map(({gyldig_fra}) => Number(gyldig_fra.slice(0, 4)))),
    assumed: found.some(({sikkerheit}) => sikkerheit === "antatt"),
  };
}

/** Invented courses are for invented numbers, and the secretariat's own for real ones. */
async function readCourses(database: Database): Promise<TypicalCourse[]> {
  return readRows<TypicalCourse>(
    database,
    `select kategori, lsu, nn, nb from (${currentRows("typisk_forloep", "kategori, lsu, datagrunnlag")})
     where datagrunnlag = (select case when bool_or(syntetisk) then 'SYNTETISK' else 'leveringar' end from deidentified.koeyring)
     order by kategori, lsu`,
  );
}

interface Committee {
  readonly id: string;
  readonly type: string;
  readonly nn: string;
  readonly nb: string;
}

/** The public, SSU, and each LSU that has members, each in the language its profile says. */
async function readAudiences(database: Database): Promise<Audience[]> {
  const profiles = await readRows<Profile>(database, currentRows("spraakprofil", "gjeld"));
  const committees = await readRows<Committee>(
    database,
    `select id, type, nn, nb from (${currentRows("utval", "id")})
     where type = 'ssu' or (type = 'lsu' and id in (select lsu from register.lsu_medlem)) order by type desc, id`,
  );
  const audience = (id: string, edition: EditionName, name: Bilingual | null, omraade: string): Audience => {
    const profile = profiles.find(({gjeld}) => gjeld === id) ?? profiles.find(({gjeld}) => gjeld === "fylke");
    return {id, edition, name, omraade, language: profile?.maalform ?? "nn", languageLocked: profile?.laast === "ja"};
  };
  const county = "fylke";
  return [
    audience("open", "open", null, county),
    ...committees.map(({id, type, nn, nb}) => audience(id, "moete", {nn, nb}, type === "ssu" ? county : id)),
  ];
}
