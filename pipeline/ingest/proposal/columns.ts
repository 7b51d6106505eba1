import type {Field} from "../../contract/delivery.ts";
import {headerKey} from "../header.ts";
import {type DateEvidence, dateEvidence} from "./date-evidence.ts";
import {nearestOf} from "./nearness.ts";
import {type KnownHeader, type KnownWords, municipalityKey, type Role, wordKey} from "./vocabulary.ts";

/** What the one who knows persons says of a text: what kind of person data is in it, if any. */
export type PersonsIn = (text: string) => "number" | "name" | "contact" | null;

export interface Knowledge {
  readonly headers: ReadonlyMap<string, KnownHeader>;
  readonly words: KnownWords;
  /** Those, and the words other senders use: what an unknown word may mean. */
  readonly nearby: KnownWords;
  readonly personsIn: PersonsIn;
}

/** Why a column is thought to be what it is. */
type Basis = "header" | "near_header" | "values" | "none";

export interface ProposedColumn {
  readonly header: string;
  readonly role: Role;
  readonly field: Field | null;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly basis: Basis;
  /** The header of a layout that this one is like. */
  readonly like: string | null;
  readonly filled: number;
  readonly dates: DateEvidence | null;
  /** The share of the filled cells that hold person data, and of which kind most of them do. */
  readonly persons: {readonly share: number; readonly kind: "number" | "name" | "contact"} | null;
}

interface Candidate {
  readonly role: Role;
  readonly field: Field | null;
  readonly confidence: number;
  readonly basis: Basis;
  readonly like: string | null;
}

interface Seen {
  readonly header: string;
  readonly values: readonly string[];
  readonly dates: DateEvidence;
  readonly persons: ProposedColumn["persons"];
}

const DATES: ReadonlySet<Field> = new Set(["hendingsdato", "registrert", "sendt", "motteken", "svart", "lukka"]);
const LEAST = 0.5;
const NEAR_HEADER = 0.6;
/** A misspelt code may look like a name; that many of a column do not. */
const TOLD = 0.25;
const CELLS_SEARCHED = 200;

/** What each column of a file probably is; a field is given to the column that has most for it. */
export function proposeColumns(
  headers: readonly string[],
  values: readonly (readonly string[])[],
  knowledge: Knowledge,
): ProposedColumn[] {
  const seen = headers.map((header, at): Seen => {
    const filled = (values[at] ?? []).filter((value) => value.trim() !== "");
    return {header, values: filled, dates: dateEvidence(filled), persons: personShare(filled, knowledge.personsIn)};
  });
  const offers = seen
    .flatMap((column, at) => candidates(column, knowledge).map((candidate) => ({at, candidate})))
    .sort((a, b) => b.candidate.confidence - a.candidate.confidence || a.at - b.at);
  const chosen = new Map<number, Candidate>();
  const taken = new Set<Field>();
  for (const {at, candidate} of offers) {
    const {field, confidence} = candidate;
    if (confidence < LEAST || chosen.has(at) || (field !== null && taken.has(field))) continue;
    chosen.set(at, candidate);
    if (field !== null) taken.add(field);
  }
  return seen.map((column, at) => proposed(column, chosen.get(at) ?? unknown));
}

const unknown: Candidate = {role: "drop", field: null, confidence: 0, basis: "none", like: null};

function proposed({header, values, dates, persons}: Seen, candidate: Candidate): ProposedColumn {
  const isTold = persons !== null && (persons.kind !== "name" || persons.share >= TOLD || candidate.role !== "keep");
  const isDate = dates.filled > 0 && dates.read + dates.shortYears >= dates.filled * 0.5;
  return {
    header,
    ...candidate,
    confidence: hundredths(candidate.confidence),
    filled: values.length,
    dates: isDate ? dates : null,
    persons: isTold ? persons : null,
  };
}

const hundredths = (share: number): number => Math.round(share * 100) / 100;

function personShare(values: readonly string[], personsIn: PersonsIn): ProposedColumn["persons"] {
  const searched = values.slice(0, CELLS_SEARCHED);
  const found = searched.flatMap((value) => personsIn(value) ?? []);
  if (found.length === 0) return null;
  const countOf = (kind: (typeof found)[number]): number => found.filter((one) => one === kind).length;
  const [kind = "name"] = (["number", "contact", "name"] as const).toSorted((a, b) => countOf(b) - countOf(a));
  return {share: hundredths(found.length / searched.length), kind};
}

/** Headers of columns that name people in any system. */
const PERSON_HEADER =
  /fødsels|fnr|personn|d-?nummer|\bnamn\b|\bnavn\b|(?:for|etter)na[mv]n|telefon|\btlf|mobil|e-?post|adresse|pårør|pasientid|journalnummer|initial|\balder\b|kjønn|\bfødt?d?\b|(?:registrert|oppretta|opprettet|meldt|sendt|rapportert) av\b|ansvarle?g\b|saksbehandl|kontaktperson|signatur/i;

function candidates(column: Seen, knowledge: Knowledge): Candidate[] {
  const byHeader = headerCandidates(column, knowledge).map((candidate) => weighed(candidate, column, knowledge));
  const byValues = valueCandidates(column, knowledge);
  return [...byHeader, ...byValues];
}

function headerCandidates({header}: Seen, {headers}: Knowledge): Candidate[] {
  const exact = headers.get(headerKey(header));
  if (exact !== undefined) {
    return [
      {
        role: exact.role,
        field: exact.field,
        confidence: exact.isShared ? 0.95 : 1,
        basis: "header",
        like: exact.header,
      },
    ];
  }
  const near = nearestOf(
    header,
    [...headers.values()].map((known) => [known.header, known] as const),
    NEAR_HEADER,
  );
  const person: Candidate[] = PERSON_HEADER.test(header)
    ? [{role: "drop", field: null, confidence: 0.8, basis: "near_header", like: null}]
    : [];
  if (near === null) return person;
  const {role, field} = near.value;
  return [...person, {role, field, confidence: near.near * 0.9, basis: "near_header", like: near.name}];
}

/** A header is believed less when what stands under it is something else. */
function weighed(candidate: Candidate, {values, dates, persons}: Seen, {words}: Knowledge): Candidate {
  const {role, field, confidence, basis} = candidate;
  if (role === "drop" || role === "pseudonym" || values.length === 0) return candidate;
  if (role === "keep" && (persons?.share ?? 0) >= 0.5 && basis !== "header") return {...candidate, confidence: 0.3};
  if (field !== null && DATES.has(field) && dates.read + dates.shortYears < dates.filled * 0.5)
    return {...candidate, confidence: confidence * 0.5};
  if (field === "kommune" && knownShare("kommune", values, words) < 0.3)
    return {...candidate, confidence: confidence * 0.7};
  return candidate;
}

/** Fields whose words are few and known, and tell what a column is by themselves. */
const TELLING: readonly Field[] = ["retning", "status", "alvor", "type", "kategori", "meldar", "mottakar"];
const LONG = 60;

function valueCandidates(column: Seen, {words}: Knowledge): Candidate[] {
  const {values, persons} = column;
  if (values.length === 0) return [];
  const by = (role: Role, field: Field | null, confidence: number): Candidate => {
    return {role, field, confidence, basis: "values", like: null};
  };
  const isLong = values.filter(({length}) => length > LONG).length * 2 > values.length;
  const found: Candidate[] = [];
  if (persons !== null && !isLong && persons.share >= 0.3)
    found.push(by(persons.kind === "number" ? "pseudonym" : "drop", null, Math.min(0.9, 0.6 + persons.share / 2)));
  if (isLong) found.push(by("freetext", "beskriving", 0.55));
  if (knownShare("kommune", values, words) >= 0.6) found.push(by("keep", "kommune", 0.75));
  for (const field of TELLING) if (knownShare(field, values, words) >= 0.8) found.push(by("keep", field, 0.7));
  if (!isLong && areCaseNumbers(column)) found.push(by("keep", "saksnr", 0.55));
  return found;
}

/** Short, without a space, with a digit, and no two alike. */
function areCaseNumbers({values, dates}: Seen): boolean {
  const isNumber = (value: string): boolean => /^[\p{L}\d/_.-]{1,20}$/u.test(value.trim()) && /\d/.test(value);
  return values.length > 1 && dates.read === 0 && new Set(values).size === values.length && values.every(isNumber);
}

function knownShare(field: Field, values: readonly string[], words: KnownWords): number {
  const known = words.get(field);
  if (known === undefined || values.length === 0) return 0;
  const keyOf = field === "kommune" ? municipalityKey : wordKey;
  return values.filter((value) => known.has(keyOf(value))).length / values.length;
}
