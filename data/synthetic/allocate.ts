import {dayIn} from "./days.ts";
import {type Random, randomFor} from "./random.ts";
import {categoryNames, hasField, hasPseudonym, layoutOf, lsuOf, rowsOn, senderOfSort, type World} from "./world.ts";

export type Retning = "K2H" | "H2K";

/** Why two meldingar from the two sides belong together, or only look as if they did. */
type Bond = "motpart_saksnr" | "pseudonym" | "kanskje" | "same_fnr";

/** One melding that shall exist, before it has dates and texts. */
export interface Slot {
  readonly aar: number;
  readonly retning: Retning;
  readonly kommunenr: string;
  readonly lsu: string;
  readonly kategori: string;
  readonly avsendar: string;
  readonly bond: {readonly id: string; readonly kind: Bond; readonly nr: number} | null;
}

interface Reporter {
  readonly kommunenr: string;
  readonly lsu: string;
  readonly avsendar: string;
  readonly own: boolean;
  readonly weight: number;
}

interface Draft {
  readonly world: World;
  readonly aar: number;
  readonly random: Random;
  readonly reporters: readonly Reporter[];
  readonly addressees: readonly Reporter[];
  readonly slots: Slot[];
}

/** Every melding of a year that shall count as an avvik: exactly the volume asked for, with the planted cells exact. */
export function allocate(world: World, aar: number): readonly Slot[] {
  const random = randomFor(world.truths.seed, `allocate ${aar}`);
  const draft: Draft = {
    world,
    aar,
    random,
    reporters: reportersOf(world, aar),
    addressees: addresseesOf(world, aar),
    slots: [],
  };
  addCells(draft);
  addBonds(draft);
  addOneOfEach(draft);
  const volume = world.truths.volum[aar] ?? 0;
  const fromKommunar = Math.round(volume * world.truths.miks.delK2H);
  fill(draft, "K2H", fromKommunar);
  fill(draft, "H2K", volume - fromKommunar);
  return draft.slots;
}

function reportersOf(world: World, aar: number): Reporter[] {
  const {sanningar, miks} = world.truths;
  const silent = new Set(
    [...sanningar.manglandePartar, ...sanningar.stadfestaNull]
      .filter((truth) => truth.aar === aar)
      .map(({part}) => part),
  );
  const withoutFile = new Set(
    sanningar.manglandeFiler.filter((truth) => truth.aar === aar).map(({avsendar}) => avsendar),
  );
  return partiesOf(world, aar)
    .filter(({kommunenr, avsendar}) => !silent.has(kommunenr) && !withoutFile.has(avsendar))
    .map((party) => {
      const ownWeight = miks.eigenKanal[party.avsendar];
      const shared = (populationOf(world, aar, party.kommunenr) / 1000) * miks.fellesPerTusenInnbyggjarar;
      return {...party, own: ownWeight !== undefined, weight: ownWeight ?? shared};
    });
}

function addresseesOf(world: World, aar: number): Reporter[] {
  return partiesOf(world, aar).map((party) => ({
    ...party,
    own: false,
    weight: populationOf(world, aar, party.kommunenr),
  }));
}

/** The kommunar that are expected to deliver, with the channel each uses. */
function partiesOf(world: World, aar: number): Pick<Reporter, "kommunenr" | "lsu" | "avsendar">[] {
  const day = dayIn(aar, 7, 1);
  const kommunar = new Set(rowsOn(world, "kommune", day).map((row) => row.kommunenr));
  return rowsOn(world, "forventa_levering", day).flatMap(({part = "", kanal = ""}) =>
    kommunar.has(part) ? [{kommunenr: part, avsendar: kanal, lsu: lsuOf(world, part, day)}] : [],
  );
}

function populationOf(world: World, aar: number, kommunenr: string): number {
  const row = (world.registers.get("folketal") ?? []).find(
    (each) => each.kommunenr === kommunenr && each.aar === String(aar),
  );
  return Number(row?.folketal ?? 0);
}

function addCells(draft: Draft): void {
  for (const cell of draft.world.truths.sanningar.celler) {
    const counts = cell.tal[draft.aar] ?? {K2H: 0, H2K: 0};
    for (let left = counts.K2H; left > 0; left -= 1) {
      const reporter = reporterFor(
        draft,
        (each) => each.lsu === cell.lsu && canSay(draft, each.avsendar, cell.kategori),
      );
      draft.slots.push(slotOf(draft, "K2H", reporter, {kategori: cell.kategori}));
    }
    for (let left = counts.H2K; left > 0; left -= 1) {
      const addressee = draft.random.weighted(
        draft.addressees.filter(({lsu}) => lsu === cell.lsu).map((each) => [each, each.weight]),
      );
      draft.slots.push(slotOf(draft, "H2K", viaTrust(draft, addressee), {kategori: cell.kategori}));
    }
  }
}

function addBonds(draft: Draft): void {
  const {par, sannsynlegePar, sameFnrUlikHending} = draft.world.truths.sanningar;
  for (const truth of par) addBond(draft, truth, truth.kopling);
  for (const truth of sannsynlegePar) addBond(draft, truth, "kanskje");
  for (const truth of sameFnrUlikHending) addBond(draft, truth, "same_fnr");
}

function addBond(draft: Draft, truth: {id: string; tal: Record<string, number>}, kind: Bond): void {
  const {world, aar} = draft;
  const needsNumber = kind === "pseudonym" || kind === "same_fnr";
  const late = new Set(world.truths.sanningar.seine.filter((each) => each.aar === aar).map(({avsendar}) => avsendar));
  const fits = ({own, avsendar}: Reporter): boolean =>
    own &&
    !late.has(avsendar) &&
    (kind === "motpart_saksnr"
      ? hasField(world, avsendar, "motpart_saksnr")
      : hasPseudonym(world, avsendar) === needsNumber);
  for (let nr = 0; nr < (truth.tal[aar] ?? 0); nr += 1) {
    const reporter = reporterFor(draft, fits);
    const trust = viaTrust(draft, reporter);
    const kategori = categoryFor(draft, "K2H", reporter, [reporter.avsendar, trust.avsendar], isSteady);
    const bond = {id: `${truth.id}-${aar}-${nr}`, kind, nr};
    draft.slots.push(slotOf(draft, "K2H", reporter, {kategori, bond}), slotOf(draft, "H2K", trust, {kategori, bond}));
  }
}

/** A kommune on a shared channel that is neither missing nor confirmed at zero has sent at least one. */
function addOneOfEach(draft: Draft): void {
  for (const reporter of draft.reporters) {
    if (countOf(draft, reporter) > 0) continue;
    draft.slots.push(
      slotOf(draft, "K2H", reporter, {kategori: categoryFor(draft, "K2H", reporter, [reporter.avsendar])}),
    );
  }
}

function fill(draft: Draft, retning: Retning, target: number): void {
  const {random, world} = draft;
  const missing = target - draft.slots.filter((slot) => slot.retning === retning).length;
  if (missing < 0) throw new Error(`more planted than asked for: ${retning} ${draft.aar}: ${-missing}`);
  for (const channel of random.spread(channelsOf(draft, retning), missing)) {
    const party =
      retning === "K2H" ? reporterFor(draft, (each) => channelKey(each) === channel) : addressee(draft, channel);
    const listed = random.chance(world.truths.miks.delH2KHjaSekretariat);
    const avsendar = retning === "K2H" ? party.avsendar : senderOfSort(world, listed ? "felles" : "foretak");
    const from = {...party, avsendar};
    draft.slots.push(slotOf(draft, retning, from, {kategori: categoryFor(draft, retning, from, [avsendar])}));
  }
}

/** Where the rest of a year's meldingar come from (each kommune with a system of its own, all others as one) or go to (each LSU). */
function channelsOf(draft: Draft, retning: Retning): [string, number][] {
  const weights = new Map<string, number>();
  const add = (key: string, weight: number): unknown => weights.set(key, (weights.get(key) ?? 0) + weight);
  if (retning === "K2H") for (const reporter of draft.reporters) add(channelKey(reporter), reporter.weight);
  else for (const {lsu, weight} of draft.addressees) add(lsu, weight);
  return [...weights];
}

const channelKey = ({own, avsendar}: Reporter): string => (own ? avsendar : "");

function addressee(draft: Draft, lsu: string): Reporter {
  return draft.random.weighted(draft.addressees.filter((each) => each.lsu === lsu).map((each) => [each, each.weight]));
}

function reporterFor(draft: Draft, fits: (reporter: Reporter) => boolean): Reporter {
  const most = draft.world.truths.miks.hoegstPerFelleskommune;
  const open = draft.reporters.filter((each) => fits(each) && (each.own || countOf(draft, each) < most));
  return draft.random.weighted(open.map((each) => [each, each.weight]));
}

type Says = (draft: Draft, avsendar: string, kategori: string) => boolean;

function categoryFor(
  draft: Draft,
  retning: Retning,
  party: Reporter,
  senders: readonly string[],
  says: Says = canSay,
): string {
  const {kategori, kategoriAar, kategoriAvsendar} = draft.world.truths.miks;
  const planted = draft.world.truths.sanningar.celler.filter(({lsu}) => lsu === party.lsu).map((cell) => cell.kategori);
  const weights = Object.entries(kategori[retning]).map(([kode, weight]): [string, number] => {
    const allowed = !planted.includes(kode) && senders.every((sender) => says(draft, sender, kode));
    const factor = (kategoriAar[draft.aar]?.[kode] ?? 1) * (kategoriAvsendar[party.avsendar]?.[kode] ?? 1);
    return [kode, allowed ? weight * factor : 0];
  });
  return draft.random.weighted(weights);
}

/** A sender can say a category that it has a name for, or the unclassified one by leaving the cell empty. */
function canSay({world, aar}: Draft, avsendar: string, kategori: string): boolean {
  if (categoryNames(world, avsendar, kategori, dayIn(aar, 7, 1)).length > 0) return true;
  const column = layoutOf(world, avsendar).columns.find(({field}) => field === "kategori");
  return kategori === world.truths.ukjendKategori && column?.required === false;
}

/** Whether a sender has one and the same name for a category the whole year, so that no day of it is in doubt. */
function isSteady({world, aar}: Draft, avsendar: string, kategori: string): boolean {
  const namesOn = (month: number, date: number): string =>
    categoryNames(world, avsendar, kategori, dayIn(aar, month, date))
      .map((row) => row.original)
      .join("|");
  return namesOn(1, 1) !== "" && namesOn(1, 1) === namesOn(12, 31);
}

/** A slot outside the volume asked for: from the kommune that owns the channel, else from the trust to the largest kommune. */
export function looseSlot(world: World, aar: number, avsendar: string, purpose: string): Slot {
  const random = randomFor(world.truths.seed, purpose);
  const addressees = addresseesOf(world, aar);
  const draft: Draft = {world, aar, random, reporters: reportersOf(world, aar), addressees, slots: []};
  const own = draft.reporters.find((reporter) => reporter.own && reporter.avsendar === avsendar);
  const largest = [...addressees].sort((a, b) => b.weight - a.weight)[0];
  const party = own ?? largest;
  if (party === undefined) throw new Error(`nobody delivers in ${aar}`);
  const retning = own === undefined ? "H2K" : "K2H";
  const kategori = categoryFor(draft, retning, party, [avsendar], isSteady);
  return slotOf(draft, retning, {...party, avsendar}, {kategori});
}

function viaTrust(draft: Draft, party: Reporter): Reporter {
  return {...party, avsendar: senderOfSort(draft.world, "foretak")};
}

function slotOf(draft: Draft, retning: Retning, party: Reporter, rest: {kategori: string; bond?: Slot["bond"]}): Slot {
  const {kommunenr, lsu, avsendar} = party;
  return {aar: draft.aar, retning, kommunenr, lsu, avsendar, kategori: rest.kategori, bond: rest.bond ?? null};
}

function countOf(draft: Draft, reporter: Reporter): number {
  return draft.slots.filter((slot) => slot.retning === "K2H" && slot.kommunenr === reporter.kommunenr).length;
}
