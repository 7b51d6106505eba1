import {loopFor, loopOf} from "./conclude/loop.ts";
import type {Audience, EditionName, PageFacts} from "./contract/edition.ts";
import {type Loop, noLoop} from "./contract/loop.ts";
import type {MeetingFile} from "./contract/meeting.ts";
import type {Tables} from "./contract/tables.ts";
import {type DecisionRecord, decisionRecords} from "./decide/decision-records.ts";
import {cleanText} from "./deidentify/deidentify.ts";
import type {Database} from "./duckdb/open.ts";
import {knownWords} from "./intake.ts";
import {readTiltak} from "./registers/tiltak.ts";

interface Run {
  readonly year: number;
  readonly runDate: string;
  readonly synthetic: boolean;
  readonly audiences: readonly Audience[];
}

export interface Decided {
  /** The loop as it may be told in one edition: from the tables that edition shows, and not at all from meetings in the public one. */
  readonly loopIn: (edition: EditionName, tables: Tables, threshold: number) => Loop;
}

/** What was decided in the meetings of a run's own kind; invented meetings and real ones are never mixed. */
export async function readDecided(
  database: Database,
  meetings: readonly MeetingFile[],
  {year, runDate, synthetic, audiences}: Run,
): Promise<Decided> {
  const own = meetings.filter((meeting) => meeting.synthetic === synthetic);
  const records = await shownRecords(database, own);
  const tiltak = await readTiltak(database);
  const delivered = new Set(own.filter((meeting) => meeting.year === year - 1).map(({audience}) => audience));
  const committees = audiences.flatMap(({id, edition, name, omraade}) =>
    edition === "moete" && name ? [{id, name, isSsu: omraade === "fylke"}] : [],
  );
  return {
    loopIn: (edition, tables, threshold) =>
      loopOf(edition === "moete" ? records : [], {
        ...{tables, year, runDate, threshold, tiltak, delivered},
        audiences: edition === "moete" ? committees : [],
      }),
  };
}

/** Nothing from a meeting is public; a committee sees its own decisions, and the county's committee sees all. */
export function shownLoop(loop: Loop, {edition, id, omraade}: PageFacts["audience"]): Loop {
  if (edition === "open") return {...noLoop, tiltak: loop.tiltak};
  return omraade === "fylke" ? loop : loopFor(loop, id);
}

/** What the screen of last year's decisions needs; the rest of what is known of them stays in the loop. */
export function earlierOf(followed: Loop["followed"][number]): PageFacts["earlier"][number] {
  const {id, year, kategori, title, type, viaSsu, reason, who, due, ownerHospital, ownerMunicipality} = followed;
  const {test, testDate, measure, followUp} = followed;
  return {
    ...{id, year, kategori, title, type, viaSsu, reason, who, due, ownerHospital, ownerMunicipality},
    ...{test, testDate, measure, followUp},
  };
}

/** The decisions with every text that may name a person masked: owners are roles, and what a committee writes is read by many. */
async function shownRecords(database: Database, meetings: readonly MeetingFile[]): Promise<DecisionRecord[]> {
  const {isPlace} = await knownWords(database);
  const clean = (text: string): string => cleanText(text, "prose", {isPlace}).text;
  const harmless = (text: string): string => {
    const {spans, flags} = cleanText(text, "prose", {isPlace});
    return spans.length + flags.length === 0 ? text : "";
  };
  return decisionRecords(meetings).map((record) => ({
    ...record,
    title: record.title === null ? null : clean(record.title),
    reason: clean(record.reason),
    who: clean(record.who),
    ownerHospital: clean(record.ownerHospital),
    ownerMunicipality: clean(record.ownerMunicipality),
    test: clean(record.test),
    measure: clean(record.measure),
    goal: clean(record.goal),
    prediction: clean(record.prediction),
    told: {goal: harmless(record.told.goal), measure: harmless(record.told.measure)},
    cost: clean(record.cost),
    note: clean(record.note),
    counted: record.counted.map((one) => ({...one, changed: clean(one.changed)})),
    answers: {...record.answers, note: clean(record.answers.note)},
  }));
}
