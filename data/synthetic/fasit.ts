import type {Retning} from "./allocate.ts";
import {dayIn, dayOf} from "./days.ts";
import type {Entry, Repeat} from "./entries.ts";
import type {PlannedFile, PlannedRow} from "./rows.ts";
import {hasField, layoutOf, rowsOn, type World} from "./world.ts";

/** What the pipeline shall find, counted from the plan alone. */
export function fasit(world: World, files: readonly PlannedFile[]) {
  const counted = files.flatMap(({rows}) =>
    rows.flatMap(({entry, outcome}) => (entry !== null && outcome === "accepted" ? [entry] : [])),
  );
  const avvik = counted.filter(({melding}) => melding.type === "avvik");
  return {
    merknad: "Rekna ut frå planen av generate.ts, ikkje frå flyten. Ikkje rett for hand.",
    seed: world.truths.seed,
    filer: files.map((file) => fileAccount(world, file)),
    aar: world.truths.aar.map((aar) => yearTotals(counted, aar)),
    kategori: tally(avvik, ({melding: {slot}}) => ({
      aar: slot.aar,
      lsu: slot.lsu,
      kategori: slot.kategori,
      retning: slot.retning,
    })),
    kommune: tally(avvik, ({melding: {slot}}) => ({
      aar: slot.aar,
      lsu: slot.lsu,
      kommune: slot.kommunenr,
      retning: slot.retning,
    })),
    levering: world.truths.aar.flatMap((aar) => deliveries(world, counted, aar)),
    dagarTilMelding: [...delays(avvik, "avsendar"), ...delays(avvik, "lsu")],
    svar: world.truths.aar.flatMap((aar) =>
      (["K2H", "H2K"] as const).map((retning) => answers(world, avvik, {aar, retning})),
    ),
    fleireKategoriar: avvik.filter((entry) => hasSeveral(world, entry)).length,
    utanKategori: avvik.filter(({values}) => values.kategori === "").length,
    par: bonds(avvik, ["motpart_saksnr", "pseudonym"]),
    ikkjePar: bonds(avvik, ["kanskje", "same_fnr"]),
    sanningar: truthsFound(files),
  };
}

function fileAccount(world: World, file: PlannedFile) {
  const count = (outcome: PlannedRow["outcome"]): number => file.rows.filter((row) => row.outcome === outcome).length;
  const accepted = file.rows.filter((row) => row.outcome === "accepted");
  const repeats = file.rows.flatMap(({outcome, entry}) =>
    outcome === "duplicate" && entry?.repeat ? [entry.repeat] : [],
  );
  return {
    file: file.name,
    avsendar: file.avsendar,
    aar: file.aar,
    rows: file.rows.length,
    accepted: accepted.length,
    quarantined: count("quarantined"),
    duplicates: count("duplicate"),
    skipped: count("skipped"),
    avvik: accepted.filter(({entry}) => entry?.melding.type === "avvik").length,
    forbetringsforslag: accepted.filter(({entry}) => entry?.melding.type === "forbetringsforslag").length,
    repeats: countEach<Repeat>(repeats),
    reasons: countEach(file.rows.flatMap(({kind}) => (kind === null ? [] : [kind]))),
    aside: file.rows.filter(({kind}) => kind !== null).map((row) => asideRow(world, file, row)),
  };
}

function asideRow(world: World, file: PlannedFile, {row, outcome, kind, field, truth}: PlannedRow) {
  const column = layoutOf(world, file.avsendar).columns.find((each) => field !== null && each.field === field);
  return {row, outcome, kind, column: column?.header ?? null, field, sanning: truth};
}

function yearTotals(counted: readonly Entry[], aar: number) {
  const own = counted.filter(({melding}) => melding.slot.aar === aar);
  const avvik = own.filter(({melding}) => melding.type === "avvik");
  const inDirection = (retning: Retning): number =>
    avvik.filter(({melding}) => melding.slot.retning === retning).length;
  const par = bonds(avvik, ["motpart_saksnr", "pseudonym"]).length;
  return {
    aar,
    meldingar: avvik.length,
    K2H: inDirection("K2H"),
    H2K: inDirection("H2K"),
    par,
    hendingar: avvik.length - par,
    forbetringsforslag: own.length - avvik.length,
  };
}

/** Counts by key, zeros left out, in the order of the keys' text. */
function tally<K extends object>(entries: readonly Entry[], keyOf: (entry: Entry) => K): (K & {n: number})[] {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const key = JSON.stringify(keyOf(entry));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, n]) => ({...(JSON.parse(key) as K), n}));
}

/** Whether each expected part delivered in a year; a part with no melding is missing unless its zero is confirmed. */
function deliveries(world: World, counted: readonly Entry[], aar: number) {
  const zeros = new Set(
    world.truths.sanningar.stadfestaNull.filter((truth) => truth.aar === aar).map(({part}) => part),
  );
  const own = counted.map(({melding}) => melding.slot).filter((slot) => slot.aar === aar);
  return rowsOn(world, "forventa_levering", dayIn(aar, 7, 1)).map(({part = "", kanal = ""}) => {
    const isKommune = own.some((slot) => slot.kommunenr === part && slot.retning === "K2H");
    const isTrust = part === kanal && own.some((slot) => slot.avsendar === kanal && slot.retning === "H2K");
    return {
      aar,
      part,
      kanal,
      levering: isKommune || isTrust ? "levert" : zeros.has(part) ? "stadfesta_null" : "manglar",
    };
  });
}

function delays(avvik: readonly Entry[], gruppe: "avsendar" | "lsu") {
  const dated = avvik.filter(({values}) => values.hendingsdato !== "");
  return tally(dated, ({melding: {slot}}) => ({aar: slot.aar, gruppe, id: slot[gruppe]})).map((group) => ({
    ...group,
    median: median(
      dated
        .filter(({melding: {slot}}) => slot.aar === group.aar && slot[gruppe] === group.id)
        .map(({values}) => dayOf(values.registrert ?? "") - dayOf(values.hendingsdato ?? "")),
    ),
  }));
}

function median(days: readonly number[]): number {
  const sorted = [...days].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** Answers counted from the day the melding was sent, or registered where that is not known. */
function answers(world: World, avvik: readonly Entry[], {aar, retning}: {aar: number; retning: Retning}) {
  const own = avvik.filter(
    ({melding: {slot}}) => slot.aar === aar && slot.retning === retning && hasField(world, slot.avsendar, "svart"),
  );
  const answered = own.filter(({values}) => values.svart !== "");
  const days = answered.map(({values}) => dayOf(values.svart ?? "") - dayOf(values.sendt || values.registrert || ""));
  const frist = world.truths.miks.svar.fristDagar;
  return {
    aar,
    retning,
    svarFoert: own.length,
    svart: answered.length,
    innanFrist: days.filter((each) => each <= frist).length,
  };
}

function hasSeveral(world: World, {melding, values}: Entry): boolean {
  const separator = layoutOf(world, melding.slot.avsendar).multiselect.kategori;
  return separator !== undefined && (values.kategori ?? "").includes(separator);
}

function bonds(avvik: readonly Entry[], kinds: readonly string[]) {
  const bonded = avvik.filter(({melding}) => melding.slot.bond !== null && kinds.includes(melding.slot.bond.kind));
  const ids = [...new Set(bonded.map(({melding}) => melding.slot.bond?.id ?? ""))].sort();
  return ids.map((id) => {
    const sides = bonded.filter(({melding}) => melding.slot.bond?.id === id);
    const slot = sides[0]?.melding.slot;
    const saker = sides.map(({melding, saksnr}) => ({avsendar: melding.slot.avsendar, saksnr}));
    return {id, kopling: slot?.bond?.kind, aar: slot?.aar, kommune: slot?.kommunenr, kategori: slot?.kategori, saker};
  });
}

/** Where each planted row stands, by the id of its truth. */
function truthsFound(files: readonly PlannedFile[]) {
  const found = files.flatMap(({name, rows}) =>
    rows.flatMap(({row, truth}) => (truth === null ? [] : [{truth, file: name, row}])),
  );
  const ids = [...new Set(found.map(({truth}) => truth))].sort();
  return ids.map((id) => ({id, rader: found.filter(({truth}) => truth === id).map(({file, row}) => ({file, row}))}));
}

function countEach<T extends string>(items: readonly T[]): Record<string, number> {
  const kinds = [...new Set(items)].sort();
  return Object.fromEntries(kinds.map((kind) => [kind, items.filter((item) => item === kind).length]));
}
