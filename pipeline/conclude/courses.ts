import type {Course, CourseReason, Quarter} from "../contract/conclusions.ts";
import type {Row, Tables} from "../contract/tables.ts";
import {
  type ChartSignals,
  cChart,
  chartChoice,
  chartSignals,
  rebasesAt,
  runsFalseAlarm,
  scatteredFalseAlarm,
} from "../measure/statistics/index.ts";

type Kvartal = Row<"melding_per_kvartal">;
type Reading = Pick<Course, "chart" | "reason" | "moved" | "falseAlarm"> & Pick<ChartSignals, "outside">;

/**
 * A control chart of the quarters for every area, all categories together in each direction and every category, from the
 * last break that stops comparison. Only series that are wholly shown: a chart with holes would say what is in them.
 */
export function courses(tables: Tables): Course[] {
  return [...seriesOf(tables).values()].flatMap((rows) => {
    const known = withoutFuture(rows);
    const [first] = known;
    if (!first || known.some(({status, n}) => status !== "published" || n === null)) return [];
    const phase = known.slice(lastBreak(tables, known));
    const [from] = phase;
    if (!from) return [];
    const {omraade, kategori, retning} = first;
    return [
      {
        ...{omraade, kategori, retning},
        from: quarterOf(from),
        quarters: phase.length,
        ...readingOf(phase),
        incomplete: isIncomplete(tables, omraade, phase),
      },
    ];
  });
}

/** The chart of these quarters, why, and what it signals; `outside` by index. */
export function courseReading(counts: readonly number[]): Reading {
  const {chart, reason, mean} = chartChoice({kind: "count", counts, period: "quarter"});
  if ((chart !== "c" && chart !== "c-prime") || mean === null)
    return {chart: null, reason: reason as CourseReason, outside: [], moved: false, falseAlarm: 0};
  const drawn = cChart(counts, {prime: chart === "c-prime"});
  const {outside, runs} = chartSignals(drawn);
  const {lower, upper} = drawn.points[0]?.exact ?? drawn.points[0] ?? {lower: 0, upper: 0};
  const dispersion = sum(counts.map((n) => (n - mean) ** 2)) / (counts.length - 1) / mean;
  const beyond = scatteredFalseAlarm(counts.length, {mean, dispersion, lower: lower ?? 0, upper: upper ?? 0});
  const falseAlarm = 1 - (1 - runsFalseAlarm(counts.length)) * (1 - beyond);
  return {
    ...{chart, reason: reason as CourseReason, outside, moved: runs.length > 0},
    falseAlarm: Math.round(falseAlarm * 1e4) / 1e4,
  };
}

function seriesOf(tables: Tables): Map<string, Kvartal[]> {
  const series = new Map<string, Kvartal[]>();
  for (const row of tables.melding_per_kvartal) {
    const key = [row.omraade, row.kategori, row.retning].join(" ");
    series.set(key, [...(series.get(key) ?? []), row]);
  }
  for (const rows of series.values()) rows.sort((a, b) => a.aar - b.aar || a.kvartal - b.kvartal);
  return series;
}

/** Without the quarters at the end that had not come when the data were taken out. */
function withoutFuture(rows: readonly Kvartal[]): Kvartal[] {
  const last = rows.findLastIndex(({status}) => status !== "not_applicable");
  return rows.slice(0, last + 1);
}

function lastBreak(tables: Tables, rows: readonly Kvartal[]): number {
  const starts = rows.map(({aar, kvartal}) => `${aar}-${String(3 * kvartal - 2).padStart(2, "0")}-01`);
  const touching = tables.brot.filter((row) => isTouched(rows[0]?.kategori, row));
  const rebases = rebasesAt(
    starts,
    touching.map(({dato, nn}) => ({date: dato, reason: nn})),
  );
  return rebases.at(-1)?.from ?? 0;
}

/** As for the comparison with the year before: a change of municipalities does not stop a series of their area. */
function isTouched(own = "", {verknad, kommune, kategori}: Row<"brot">): boolean {
  return verknad === "stopp" && kommune === null && (kategori === null || kategori.split(" ").includes(own));
}

function readingOf(phase: readonly Kvartal[]): Pick<Course, keyof Reading> {
  const {outside, ...reading} = courseReading(phase.map(({n}) => n ?? 0));
  return {
    ...reading,
    outside: outside.flatMap(({index, side}) => {
      const row = phase[index];
      return row ? [{...quarterOf(row), side}] : [];
    }),
  };
}

function isIncomplete(tables: Tables, omraade: string, phase: readonly Kvartal[]): boolean {
  const years = new Set(phase.map(({aar}) => aar));
  const inArea = ({aar, part}: Row<"levering_per_part">) =>
    omraade === "fylke" ||
    !tables.omraade.some((row) => row.aar === aar && row.id === part && row.type === "kommune" && row.lsu !== omraade);
  return tables.levering_per_part.some((row) => years.has(row.aar) && row.levering === "manglar" && inArea(row));
}

function quarterOf({aar, kvartal}: Kvartal): Quarter {
  return {aar, kvartal};
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
