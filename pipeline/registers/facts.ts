import type {Audience, EditionName, Language} from "../contract/edition.ts";
import type {Database} from "../duckdb/open.ts";
import {readRows} from "../duckdb/rows.ts";

/** What every page and document of a run says about the county and the rules, from the registers. */
export interface RegisterFacts {
  readonly county: string;
  readonly trust: string;
  readonly trustShort: string;
  readonly deadlineDays: number;
  readonly thresholds: Readonly<Record<EditionName, number>>;
  readonly assumptions: readonly {readonly nn: string; readonly nb: string}[];
  readonly audiences: readonly Audience[];
}

interface County {
  readonly namn_nn: string;
  readonly foretak_nn: string;
  readonly foretak_kort: string;
}

interface Profile {
  readonly gjeld: string;
  readonly maalform: Language;
  readonly laast: string;
}

export async function readFacts(database: Database): Promise<RegisterFacts> {
  const [county] = await readRows<County>(
    database,
    "select namn_nn, foretak_nn, foretak_kort from register.helsefellesskap limit 1",
  );
  const [deadline] = await readRows<{dagar: number}>(
    database,
    "select max(dagar) as dagar from register.frist where gjeld = 'svar'",
  );
  const thresholds = await readRows<{utgaave: EditionName; terskel: number}>(
    database,
    "select utgaave, terskel from register.terskel",
  );
  return {
    county: county?.namn_nn ?? "",
    trust: county?.foretak_nn ?? "",
    trustShort: county?.foretak_kort ?? "",
    deadlineDays: deadline?.dagar ?? 0,
    thresholds: Object.fromEntries(thresholds.map(({utgaave, terskel}) => [utgaave, terskel])) as Record<
      EditionName,
      number
    >,
    assumptions: await readRows(database, "select nn, nb from register.antaking order by id"),
    audiences: await readAudiences(database),
  };
}

/** The public, SSU, and each LSU that has members, each in the language its profile says. */
async function readAudiences(database: Database): Promise<Audience[]> {
  const profiles = await readRows<Profile>(
    database,
    "select gjeld, maalform, laast from register.spraakprofil where gyldig_til is null",
  );
  const committees = await readRows<{id: string; type: string; nn: string}>(
    database,
    `select distinct id, type, nn from register.utval
     where type = 'ssu' or (type = 'lsu' and id in (select lsu from register.lsu_medlem)) order by type desc, id`,
  );
  const audience = (id: string, edition: EditionName, name: string, omraade: string): Audience => {
    const profile = profiles.find(({gjeld}) => gjeld === id) ?? profiles.find(({gjeld}) => gjeld === "fylke");
    return {id, edition, name, omraade, language: profile?.maalform ?? "nn", languageLocked: profile?.laast === "ja"};
  };
  const county = "fylke";
  return [
    audience("open", "open", "", county),
    ...committees.map(({id, type, nn}) => audience(id, "moete", nn, type === "ssu" ? county : id)),
  ];
}
