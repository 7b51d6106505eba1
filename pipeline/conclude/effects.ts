import type {Bilingual} from "../contract/edition.ts";
import type {DecisionEffect, Level, MeasureSeries, VerdictReason} from "../contract/loop.ts";
import type {BetterWay} from "../contract/meeting-fields.ts";
import type {Row, Tables} from "../contract/tables.ts";
import type {DecisionRecord} from "../decide/decision-records.ts";
import {daysOf, periodsBetween} from "../decide/period.ts";
import {type EffectQuestion, effectVerdict} from "../measure/statistics/index.ts";

const perYear = {maanad: 12, kvartal: 4, veke: 52} as const;
const stops = "stopp";

interface Period {
  readonly first: string;
  readonly after: string;
  /** Null where nothing was counted. */
  readonly count: number | null;
  readonly of: number;
}

interface Judged {
  readonly periods: readonly Period[];
  readonly decided: string;
  readonly breaks: readonly Row<"brot">[];
  readonly counts: DecisionEffect["counts"];
  readonly question: Pick<EffectQuestion, "counted" | "better" | "periodsPerYear" | "seasonal">;
}

const nothing = {verdict: "kan_ikkje_avgjerast", ratio: null, counts: "teljar", cutByBreak: 0, breaks: []} as const;

export const notTried: DecisionEffect = {...nothing, reason: "ikkje_proevd"};

/**
 * The count of reports before and after a decision, by quarter, from the table an edition shows. One hidden quarter hides
 * the whole: what is concluded of a number gives the number away. Null where no category of an area is counted.
 */
export function reportEffect(record: DecisionRecord, tables: Tables): DecisionEffect | null {
  const rows = tables.melding_per_kvartal.filter(
    ({omraade, kategori, retning}) => omraade === record.audience && kategori === record.kategori && retning === "alle",
  );
  if (rows.length === 0) return null;
  if (rows.some(({status}) => status === "hidden")) return {...nothing, reason: "skjult"};
  const periods = rows
    .map(({aar, kvartal, n}) => ({...daysOf(`${aar}K${kvartal}`), count: n, of: 1}))
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  const touching = breaksIn(tables.brot, record, new Set(membersOf(tables, record.audience)));
  const question = {counted: "meldingar", periodsPerYear: 4} as const;
  return judge({periods, decided: record.decided, breaks: touching, counts: "teljar", question});
}

function membersOf({omraade}: Tables, lsu: string): string[] {
  return omraade.filter((row) => row.lsu === lsu).map(({id}) => id);
}

/** A process measure's breaks are those of its category: a municipality that is divided changes no ward's own count. */
function breaksIn(all: readonly Row<"brot">[], {kategori}: DecisionRecord, members: ReadonlySet<string> | null) {
  return all.filter(
    (row) =>
      (row.kategori === null || (kategori !== null && row.kategori.split(" ").includes(kategori))) &&
      (row.kommune === null || (members !== null && row.kommune.split(" ").some((id) => members.has(id)))),
  );
}

/**
 * A process measure before and after its decision. The rarer outcome is counted, since a Poisson count tells a change from
 * 95 to 98 % by what still fails. The period the decision falls in belongs to neither side. Without a declared direction
 * a change is only called a change.
 */
export function measureEffect(record: DecisionRecord, tables: Tables, threshold: number): DecisionEffect {
  const breaks = breaksIn(tables.brot, record, null);
  const {rows, isShare} = countedRows(record);
  const total = sumOf(rows.map(({count}) => count ?? 0));
  const isRest = isShare && 2 * total > sumOf(rows.map(({of, count}) => (count === null ? 0 : of)));
  const periods = isRest ? rows.map((row) => ({...row, count: row.count === null ? null : row.of - row.count})) : rows;
  const counts = isRest ? "rest" : "teljar";
  const found = judge({
    ...{periods, decided: record.decided, breaks, counts},
    question: {
      counted: "prosessmaal",
      periodsPerYear: perYear[record.frequency],
      seasonal: !isShare,
      ...(record.better === null ? {} : {better: isRest ? opposite(record.better) : record.better}),
    },
  });
  const levels = levelsOf(record);
  const isSmall = [levels.before, levels.after].some((level) => level !== null && !isShown(level, threshold));
  return isSmall ? {...nothing, reason: "skjult"} : found;
}

const opposite = (way: BetterWay): BetterWay => (way === "opp" ? "ned" : "opp");

/** Every period from the first counted to the last; those between that nobody counted are empty. */
function countedRows({counted, frequency}: DecisionRecord): {rows: Period[]; isShare: boolean} {
  const [first, last] = [counted[0], counted.at(-1)];
  if (!first || !last) return {rows: [], isShare: false};
  const isShare = counted.every(({teljar, nemnar}) => nemnar !== null && teljar <= nemnar);
  const rows = periodsBetween(daysOf(first.period).first, daysOf(last.period).after, frequency).map((period) => {
    const known = counted.find((one) => one.period === period);
    const of = known?.nemnar ?? 1;
    return {...daysOf(period), count: known && of > 0 ? known.teljar : null, of: Math.max(1, of)};
  });
  return {rows, isShare};
}

/** The periods of a measure that may be shown, and the levels before and after; a hidden period hides them all. */
export function measureSeries(record: DecisionRecord, threshold: number): MeasureSeries | null {
  if (record.counted.length === 0) return null;
  const isAllShown = record.counted.every(({teljar, nemnar}) => isShown({teljar, nemnar: nemnar ?? teljar}, threshold));
  const {before, after} = levelsOf(record);
  return {
    points: record.counted.map(({period, teljar, nemnar}) => ({
      period,
      teljar: isAllShown ? teljar : null,
      nemnar: isAllShown ? nemnar : null,
    })),
    before: before && isShown(before, threshold) ? before : null,
    after: after && isShown(after, threshold) ? after : null,
    rebased: record.counted.flatMap(({period, changed}) =>
      changed !== "" && daysOf(period).after <= record.decided ? [`${period}: ${changed}`] : [],
    ),
  };
}

/** Neither what is counted nor the rest is a small number of people. */
function isShown({teljar, nemnar}: Pick<Level, "teljar" | "nemnar">, threshold: number): boolean {
  return [teljar, nemnar - teljar].every((count) => count <= 0 || count >= threshold);
}

function levelsOf({counted, decided}: DecisionRecord): Pick<MeasureSeries, "before" | "after"> {
  const level = (own: DecisionRecord["counted"]): Level | null =>
    own.length === 0
      ? null
      : {
          teljar: sumOf(own.map(({teljar}) => teljar)),
          nemnar: sumOf(own.map(({nemnar}) => nemnar ?? 0)),
          periods: own.length,
        };
  return {
    before: level(counted.filter(({period}) => daysOf(period).after <= decided)),
    after: level(counted.filter(({period}) => daysOf(period).first >= decided)),
  };
}

function judge({periods, decided, breaks, counts, question}: Judged): DecisionEffect {
  const named = breaks.filter(({dato}) => dato > (periods[0]?.first ?? "") && dato < (periods.at(-1)?.after ?? ""));
  const told = {...nothing, counts, breaks: named.map(({nn, nb}): Bilingual => ({nn, nb}))};
  const before = periods.filter(({after}) => after <= decided).length;
  const isMixed = (day: string, {first, after}: Period): boolean => first < day && day < after;
  const stopDays = named.filter(({verknad}) => verknad === stops).map(({dato}) => dato);
  const usable = periods.map((period) =>
    [decided, ...stopDays].some((day) => isMixed(day, period)) ? {...period, count: null} : period,
  );
  const isCounted = ({count}: Period): boolean => count !== null;
  if (!usable.slice(0, before).some(isCounted) || !usable.slice(before).some(isCounted)) {
    return {...told, reason: "ingen_tal"};
  }
  const found = effectVerdict({
    ...question,
    counts: usable.map(({count}) => count),
    exposures: usable.map(({of}) => of),
    before,
    breaks: stopDays.map((day) => periods.filter(({first}) => first < day).length),
  });
  const isCut = found.reason === "for_kort" && found.effect === null && found.cutByBreak > 0;
  const isSmall = found.verdict === "kan_ikkje_avgjerast" && found.reason === null && rulesOutHalving(found.effect);
  const reason: VerdictReason | null = isCut ? "brot" : isSmall ? "liten_skilnad" : found.reason;
  return {...told, verdict: found.verdict, reason, ratio: rounded(found.effect), cutByBreak: found.cutByBreak};
}

/** The whole 95 % interval lies between a half and a doubling: a large effect is ruled out. */
function rulesOutHalving(ratio: DecisionEffect["ratio"]): boolean {
  return ratio !== null && ratio.lower > 0.5 && ratio.upper < 2;
}

function rounded(ratio: DecisionEffect["ratio"]): DecisionEffect["ratio"] {
  if (ratio === null || ![ratio.ratio, ratio.lower, ratio.upper].every(Number.isFinite)) return null;
  const round = (value: number): number => Number(value.toPrecision(3));
  return {ratio: round(ratio.ratio), lower: round(ratio.lower), upper: round(ratio.upper)};
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
