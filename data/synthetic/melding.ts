import type {Field} from "../../pipeline/contract/delivery.ts";
import type {Slot} from "./allocate.ts";
import {type Day, dayIn, dayOf, daysInMonth, isoOf, yearOf} from "./days.ts";
import {testNumber} from "./identity.ts";
import {type Random, randomFor} from "./random.ts";
import {description, measure} from "./texts.ts";
import {
  categoryNames,
  hasField,
  hasPseudonym,
  kommuneFrom,
  layoutOf,
  type RegisterRow,
  rowsOn,
  senderOf,
  severityName,
  type World,
} from "./world.ts";

/** A melding as its sender knows it: our codes and ISO dates, and the sender's own words where we have no code. */
export interface Melding {
  readonly slot: Slot;
  readonly type: "avvik" | "forbetringsforslag" | "internt";
  readonly registrert: Day;
  readonly values: Readonly<Partial<Record<Field, string>>>;
  readonly fnr: string;
  readonly namn: string;
}

/** What the two tellings of one hending have in common. */
interface Shared {
  readonly hending: Day | null;
  readonly months: readonly [number, number];
  readonly fnr: string | null;
  readonly sjukehus: string | null;
}

interface Making {
  readonly world: World;
  readonly slot: Slot;
  readonly random: Random;
  readonly shared: Shared;
}

/** One melding for each slot, in the same order; the two slots of a bond share what their bond says. */
export function meldingar(world: World, slots: readonly Slot[]): readonly Melding[] {
  return slots.map((slot, index) => {
    const random = randomFor(world.truths.seed, `melding ${slot.aar} ${index}`);
    return melding({world, slot, random, shared: sharedBy(world, slot)}, "avvik");
  });
}

/** A melding of its own, outside the volume asked for; `from` is the earliest day it may be registered. */
export function looseMelding(
  world: World,
  slot: Slot,
  rest: {purpose: string; type: Melding["type"]; from: string | undefined},
): Melding {
  const random = randomFor(world.truths.seed, rest.purpose);
  const firstMonth = rest.from === undefined ? 2 : Number(rest.from.slice(5, 7)) + 1;
  const shared = {hending: null, months: [Math.min(firstMonth, 12), 12], fnr: null, sjukehus: null} as const;
  return melding({world, slot, random, shared}, rest.type);
}

function sharedBy(world: World, slot: Slot): Shared {
  const free: Shared = {hending: null, months: [1, 12], fnr: null, sjukehus: null};
  if (slot.bond === null) return free;
  const {id, kind, nr} = slot.bond;
  const random = randomFor(world.truths.seed, `bond ${id}`);
  const fnr = testNumber(random);
  if (kind === "same_fnr") return {...free, fnr, months: slot.retning === "K2H" ? [2, 5] : [8, 12]};
  const sjukehus = hospital(world, slot.lsu, random);
  const hending = random.int(dayIn(slot.aar, 1, 2), dayIn(slot.aar, 12, 8));
  const oneDayOff = kind === "motpart_saksnr" && nr % 3 === 2 && slot.retning === "H2K";
  const number = kind === "kanskje" ? null : kind === "motpart_saksnr" && slot.retning === "K2H" ? "" : fnr;
  return {...free, hending: oneDayOff ? hending + 1 : hending, fnr: number, sjukehus};
}

function melding(making: Making, type: Melding["type"]): Melding {
  const {world, slot, random, shared} = making;
  const dates = datesOf(making);
  const values: Partial<Record<Field, string>> = {
    ...partyValues(slot, type),
    ...classification(making, dates.registrert),
    sjukehus: shared.sjukehus ?? hospital(world, slot.lsu, random),
    ...dates.values,
    ...texts(making),
    datagrunnlag: "SYNTETISK",
  };
  const fnr = shared.fnr ?? (random.chance(world.truths.miks.tome.fnr ?? 0) ? "" : testNumber(random));
  return {
    slot,
    type,
    registrert: dates.registrert,
    values: withGaps(making, values),
    fnr: hasPseudonym(world, slot.avsendar) ? fnr : "",
    namn: random.pick(world.truths.namn),
  };
}

function partyValues(slot: Slot, type: Melding["type"]): Partial<Record<Field, string>> {
  const [meldar, mottakar] = slot.retning === "K2H" ? ["kommune", "hf"] : ["hf", "kommune"];
  return {type, retning: slot.retning, meldar, mottakar, kommune: slot.kommunenr};
}

function classification({world, slot, random}: Making, registrert: Day): Partial<Record<Field, string>> {
  const {miks, einingar} = world.truths;
  const {maalform} = senderOf(world, slot.avsendar);
  const named = categoryNames(world, slot.avsendar, slot.kategori, registrert);
  const name =
    named.length === 0 ? undefined : random.weighted(named.map((row) => [row, row.fagomraade === "" ? 4 : 1]));
  const alvor = random.weighted(Object.entries(miks.alvor));
  const eining = random.weighted(einingar.map((each) => [each, each.vekt]));
  const gruppe = random.pick(rowsOn(world, "pasientgruppe", registrert));
  return {
    kategori: withSecond(world, slot, {name: name?.original ?? "", registrert, random}),
    fagomraade: fieldName(world, name, maalform, registrert),
    alvor: severityName(world, slot.avsendar, alvor, registrert),
    eining: eining[maalform],
    pasientgruppe: gruppe[maalform] ?? "",
  };
}

/** Some senders let one case have several categories; the first is the one that counts. */
function withSecond(world: World, slot: Slot, own: {name: string; registrert: Day; random: Random}): string {
  const {avsendar, kategoriar, del} = world.truths.miks.fleireKategoriar;
  if (slot.avsendar !== avsendar || !kategoriar.includes(slot.kategori) || !own.random.chance(del)) return own.name;
  const second = own.random.pick(kategoriar.filter((kategori) => kategori !== slot.kategori));
  const name = categoryNames(world, avsendar, second, own.registrert)[0]?.original;
  return [own.name, name].join(layoutOf(world, avsendar).multiselect.kategori ?? "");
}

function fieldName(world: World, name: RegisterRow | undefined, maalform: "nn" | "nb", day: Day): string {
  const kode = name?.fagomraade;
  const row = rowsOn(world, "kategori", day).find(
    (each) => each.akse === "fagomraade" && (each.kode === kode || (!kode && each.nr === "1")),
  );
  return row?.[maalform] ?? "";
}

function hospital(world: World, lsu: string, random: Random): string {
  return random.weighted(Object.entries(world.truths.sjukehus[lsu] ?? {}));
}

function texts({world, slot, random}: Making): Partial<Record<Field, string>> {
  const {maalform} = senderOf(world, slot.avsendar);
  return {
    beskriving: description(slot.kategori, maalform, random),
    strakstiltak: measure("strakstiltak", maalform, random),
    forslag: measure("forslag", maalform, random),
  };
}

function datesOf(making: Making): {registrert: Day; values: Partial<Record<Field, string>>} {
  const {world, slot, random, shared} = making;
  const lag = lagOf(making);
  const registrert = shared.hending === null ? registrationDay(making) : shared.hending + lag;
  const hending = shared.hending ?? Math.max(registrert - lag, earliestDay(making, registrert));
  const sendt = registrert + random.int(0, 4);
  const motteken = sendt + random.int(0, 3);
  const answer = answerOf(making, sendt);
  const lastDay = dayOf(`${slot.aar + 1}-${world.truths.uttrekk}`);
  const known = (day: Day | null): string => (day === null || day > lastDay ? "" : isoOf(day));
  const svart = known(answer.svart);
  const lukka = svart === "" ? "" : known(answer.lukka);
  const status = svart === "" ? "open" : lukka !== "" ? "lukka" : answer.rejected ? "avvist" : "svart";
  if (yearOf(registrert) !== slot.aar) throw new Error(`registered outside the year: ${isoOf(registrert)}`);
  return {
    registrert,
    values: {
      hendingsdato: isoOf(hending),
      registrert: isoOf(registrert),
      sendt: known(sendt),
      motteken: known(motteken),
      svart,
      lukka,
      status,
    },
  };
}

/** Days from the hending to its registration: one long tail for all, a late sender has a span of its own. */
function lagOf({world, slot, random}: Making): number {
  const {minst, hoegst, skeivskap} = world.truths.miks.dagarTilRegistrering;
  const late = world.truths.sanningar.seine.find((truth) => truth.avsendar === slot.avsendar && truth.aar === slot.aar);
  if (late !== undefined) return random.int(late.minst, late.hoegst);
  return minst + Math.floor((hoegst - minst + 1) * random.next() ** skeivskap);
}

function registrationDay({world, slot, random, shared}: Making): Day {
  const [first, last] = shared.months;
  const weights = world.truths.miks.maanad.map((weight, index): [number, number] => [
    index + 1,
    index + 1 >= first && index + 1 <= last ? weight : 0,
  ]);
  const month = random.weighted(weights);
  return dayIn(slot.aar, month, random.int(1, daysInMonth(slot.aar, month)));
}

/** A hending stays on the same side of a change of kommune number or category name as its registration. */
function earliestDay({world, slot}: Making, registrert: Day): Day {
  const names = categoryNames(world, slot.avsendar, slot.kategori, registrert).map((row) =>
    dayOf(row.gyldig_fra ?? ""),
  );
  return Math.max(dayOf(kommuneFrom(world, slot.kommunenr, registrert)), ...names);
}

function answerOf({world, random}: Making, sendt: Day): {svart: Day | null; lukka: Day | null; rejected: boolean} {
  const {fristDagar, innanFristen, seinare} = world.truths.miks.svar;
  const draw = random.next();
  const days = draw < innanFristen ? random.int(3, fristDagar) : fristDagar + random.int(1, 90);
  const svart = draw < innanFristen + seinare ? sendt + days : null;
  const closed = svart !== null && random.chance(0.7) ? svart + random.int(0, 21) : null;
  return {svart, lukka: closed, rejected: random.chance(0.1)};
}

/** Optional cells are sometimes empty, and a field the sender has no column for is never there. */
function withGaps(
  {world, slot, random}: Making,
  values: Partial<Record<Field, string>>,
): Partial<Record<Field, string>> {
  const {tome, tomeAvsendar} = world.truths.miks;
  const shares = {...tome, ...tomeAvsendar[slot.avsendar]};
  const fixed = layoutOf(world, slot.avsendar).fixed;
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      const empty =
        random.chance(shares[field] ?? 0) && !(slot.bond !== null && ["hendingsdato", "sjukehus"].includes(field));
      const present = field in fixed || hasField(world, slot.avsendar, field as Field);
      return [field, empty || !present ? "" : value];
    }),
  );
}
