import type {Field} from "../../pipeline/contract/delivery.ts";
import type {ReasonKind} from "../../pipeline/contract/reasons.ts";
import {allocate, looseSlot} from "./allocate.ts";
import {dateOf, dayIn, isoOf} from "./days.ts";
import {looseMelding, type Melding, meldingar} from "./melding.ts";
import {type Random, randomFor} from "./random.ts";
import type {RowTruth} from "./truths.ts";
import {hasField, senderOf, type World} from "./world.ts";

export type Outcome = "accepted" | "quarantined" | "duplicate" | "skipped";
export type Repeat = "lik_rad" | "levert_paa_nytt" | "oppdatert";

/** A case in a file, with what shall become of its row. `set` is text that stands in place of the value. */
export interface Entry {
  readonly melding: Melding;
  readonly saksnr: string;
  readonly values: Melding["values"];
  readonly set: Readonly<Partial<Record<Field, string>>>;
  readonly outcome: Outcome;
  readonly kind: ReasonKind | null;
  readonly field: Field | null;
  readonly repeat: Repeat | null;
  readonly truth: string | null;
  readonly extra: string | null;
}

/** The cases of one sender in one year, in the order of the file. */
export interface Bundle {
  readonly avsendar: string;
  readonly aar: number;
  readonly entries: readonly Entry[];
}

/** Every case of every file, numbered, with what was planted in it; redeliveries stand first in the later file. */
export function bundles(world: World): readonly Bundle[] {
  const numbered = withReferences(numberedBundles(world));
  const planted = numbered.map((bundle) => withInserts(world, bundle));
  return withRepeats(world, planted).filter(({entries}) => entries.length > 0);
}

function numberedBundles(world: World): Bundle[] {
  const all = world.truths.aar.flatMap((aar) => meldingar(world, allocate(world, aar)));
  return Object.keys(world.truths.avsendarar).flatMap((avsendar) => {
    let number = senderOf(world, avsendar).loepenummerFraa ?? 0;
    return world.truths.aar.map((aar) => {
      const own = all
        .filter(({slot}) => slot.avsendar === avsendar && slot.aar === aar)
        .map((melding) => ({melding, truth: null}));
      const inOrder = [...own, ...looseCases(world, avsendar, aar)].sort(
        (a, b) => a.melding.registrert - b.melding.registrert,
      );
      if (senderOf(world, avsendar).loepenummerFraa === undefined) number = 0;
      const entries = inOrder.map(({melding, truth}) => {
        number += 1;
        return entryOf(world, melding, {truth, number});
      });
      return {avsendar, aar, entries};
    });
  });
}

function looseCases(world: World, avsendar: string, aar: number): {melding: Melding; truth: RowTruth}[] {
  const truths = world.truths.sanningar.rader.filter(
    (truth) => truth.avsendar === avsendar && truth.aar === aar && truth.tom === undefined,
  );
  return truths.flatMap((truth) =>
    Array.from({length: truth.tal}, (_, nr) => {
      const purpose = `loose ${truth.id} ${nr}`;
      const slot = looseSlot(world, aar, avsendar, purpose);
      return {
        melding: looseMelding(world, slot, {purpose: `${purpose} melding`, type: truth.type, from: truth.fraa}),
        truth,
      };
    }),
  );
}

function entryOf(world: World, melding: Melding, {truth, number}: {truth: RowTruth | null; number: number}): Entry {
  const saksnr = caseNumber(senderOf(world, melding.slot.avsendar).saksnr, melding.slot.aar, number);
  return {
    melding,
    saksnr,
    values: {...melding.values, saksnr},
    set: filledIn(world, truth?.sett ?? {}),
    outcome: truth?.utfall ?? "accepted",
    kind: (truth?.slag ?? null) as ReasonKind | null,
    field: truth?.kolonne ?? null,
    repeat: null,
    truth: truth?.id ?? null,
    extra: truth?.ekstraCelle ?? null,
  };
}

function caseNumber(pattern: string, aar: number, number: number): string {
  return pattern
    .replace("{aar}", String(aar))
    .replace("{aa}", String(aar % 100))
    .replace(/\{nr(\d)\}/, (_, width: string) => String(number).padStart(Number(width), "0"));
}

/** Puts the planted strings where the texts name them, so that each stands in the truths once. */
function filledIn(world: World, texts: Readonly<Partial<Record<Field, string>>>): Partial<Record<Field, string>> {
  const strings = new Map(world.truths.personopplysningar.map(({id, streng}) => [id, streng]));
  const fill = (text: string): string =>
    text.replace(/\{([a-z0-9-]+)\}/g, (_, id: string) => {
      const string = strings.get(id);
      if (string === undefined) throw new Error(`no planted string: ${id}`);
      return string;
    });
  return Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, fill(text)]));
}

/** In a pair that is linked by case number, the one that was registered last names the other's number. */
function withReferences(all: readonly Bundle[]): Bundle[] {
  const sides = new Map<string, Entry[]>();
  for (const entry of all.flatMap(({entries}) => entries)) {
    const bond = entry.melding.slot.bond;
    if (bond?.kind === "motpart_saksnr") sides.set(bond.id, [...(sides.get(bond.id) ?? []), entry]);
  }
  const references = new Map<Entry, string>();
  for (const pair of sides.values()) {
    const [first, last] = [...pair].sort((a, b) => a.melding.registrert - b.melding.registrert);
    if (first !== undefined && last !== undefined) references.set(last, first.saksnr);
  }
  return all.map((bundle) => ({
    ...bundle,
    entries: bundle.entries.map((entry) => ({
      ...entry,
      values: {...entry.values, motpart_saksnr: references.get(entry) ?? ""},
    })),
  }));
}

function withInserts(world: World, bundle: Bundle): Bundle {
  const truths = world.truths.sanningar.innslag.filter(
    ({avsendar, aar}) => avsendar === bundle.avsendar && aar === bundle.aar,
  );
  const random = randomFor(world.truths.seed, `inserts ${bundle.avsendar} ${bundle.aar}`);
  let entries = bundle.entries;
  for (const truth of truths) {
    const chosen = new Set(choose(entries, truth.tal, {random, fits: () => true}));
    const set = filledIn(world, truth.sett);
    entries = entries.map((entry) => (chosen.has(entry) ? {...entry, set, truth: truth.id} : entry));
  }
  return {...bundle, entries};
}

/** Plain cases that nothing else is planted in. */
function choose(
  entries: readonly Entry[],
  count: number,
  {random, fits}: {random: Random; fits: (entry: Entry) => boolean},
): Entry[] {
  const open = entries.filter(
    (entry) => entry.truth === null && entry.melding.slot.bond === null && entry.repeat === null && fits(entry),
  );
  if (open.length < count) throw new Error(`too few plain cases: ${open.length}, ${count} asked for`);
  const chosen = new Set<Entry>();
  while (chosen.size < count) chosen.add(random.pick(open));
  return open.filter((entry) => chosen.has(entry));
}

function withRepeats(world: World, all: readonly Bundle[]): readonly Bundle[] {
  let result = all;
  const {levertPaaNytt, likeRader} = world.truths.sanningar;
  for (const truth of levertPaaNytt) result = deliverAgain(world, result, truth);
  for (const truth of likeRader) result = repeatRows(world, result, truth);
  return result;
}

type Again = World["truths"]["sanningar"]["levertPaaNytt"][number];

/** The later delivery counts: the row in the earlier file is the duplicate. */
function deliverAgain(world: World, all: readonly Bundle[], truth: Again): readonly Bundle[] {
  const random = randomFor(world.truths.seed, `again ${truth.id}`);
  const earlier = all.find(({avsendar, aar}) => avsendar === truth.avsendar && aar === truth.aar);
  const autumn = dayIn(truth.aar, 9, 1);
  const chosen = choose(earlier?.entries ?? [], truth.tal, {random, fits: ({melding}) => melding.registrert >= autumn});
  const repeat = truth.endra ? "oppdatert" : "levert_paa_nytt";
  const before = new Map(
    chosen.map((entry) => [entry, {...entry, values: truth.endra ? opened(world, entry) : entry.values}]),
  );
  const asDuplicate = (entry: Entry): Entry => {
    const first = before.get(entry);
    return first === undefined ? entry : {...first, outcome: "duplicate", repeat, truth: truth.id};
  };
  const again = [...before.values()].map((entry) => ({
    ...entry,
    values: truth.endra ? closed(world, entry, random) : entry.values,
    truth: truth.id,
  }));
  return all.map((bundle) => {
    if (bundle === earlier) return {...bundle, entries: bundle.entries.map(asDuplicate)};
    const isLater = bundle.avsendar === truth.avsendar && bundle.aar === truth.iFil;
    return isLater ? {...bundle, entries: [...again, ...bundle.entries]} : bundle;
  });
}

function opened(world: World, entry: Entry): Entry["values"] {
  return onlyColumns(world, entry, {svart: "", lukka: "", status: "open"});
}

function closed(world: World, entry: Entry, random: Random): Entry["values"] {
  const svart = dayIn(entry.melding.slot.aar + 1, 2, 10) + random.int(0, 20);
  return onlyColumns(world, entry, {svart: isoOf(svart), lukka: isoOf(svart + random.int(1, 10)), status: "lukka"});
}

function onlyColumns(world: World, entry: Entry, changed: Entry["values"]): Entry["values"] {
  const kept = Object.entries(changed).filter(([field]) =>
    hasField(world, entry.melding.slot.avsendar, field as Field),
  );
  return {...entry.values, ...Object.fromEntries(kept)};
}

function repeatRows(
  world: World,
  all: readonly Bundle[],
  truth: {id: string; avsendar: string; aar: number; tal: number},
): readonly Bundle[] {
  const random = randomFor(world.truths.seed, `repeat ${truth.id}`);
  return all.map((bundle) => {
    if (bundle.avsendar !== truth.avsendar || bundle.aar !== truth.aar) return bundle;
    const chosen = new Set(
      choose(bundle.entries, truth.tal, {random, fits: ({melding}) => dateOf(melding.registrert).getUTCMonth() < 8}),
    );
    const entries = bundle.entries.flatMap((entry): Entry[] =>
      chosen.has(entry)
        ? [
            {...entry, truth: truth.id},
            {...entry, truth: truth.id, outcome: "duplicate", repeat: "lik_rad"},
          ]
        : [entry],
    );
    return {...bundle, entries};
  });
}
