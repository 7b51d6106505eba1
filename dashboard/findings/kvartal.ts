import type {Course} from "../../pipeline/contract/conclusions.ts";
import {quarterName} from "../series.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, categories, categoryName, isResidual, type View} from "../view.ts";

/**
 * What the quarters of all reports and of each category say, by which chart and why, with the number of false signals to
 * expect. Only of series that are wholly shown; empty where the area has no quarters.
 */
export function quarterSignals(view: View): string {
  const {kvartal: t} = texts[view.language];
  const own = view.facts.conclusions.courses.filter(({omraade}) => omraade === view.omraade);
  const whole = own.filter(({kategori, retning}) => kategori === alle && retning === alle);
  const named = categories(view).filter((kode) => !isResidual(kode));
  const judged = named.flatMap((kode) =>
    own.filter(({kategori, retning, chart}) => kategori === kode && retning === alle && chart !== null),
  );
  if (whole.length + judged.length === 0) return hasQuarters(view) ? t.hidden : "";
  return [
    ...whole.map((course) => wholeLine(view, course)),
    ...(judged.length > 0 ? categoryLines(view, judged, named.length) : []),
    ...tail(view, [...whole, ...judged]),
  ].join(" ");
}

function hasQuarters(view: View): boolean {
  return view.tables.melding_per_kvartal.some(({omraade}) => omraade === view.omraade);
}

function wholeLine(view: View, course: Course): string {
  const {kvartal: t} = texts[view.language];
  const why = t.reason[course.reason];
  return course.chart === null ? t.unjudged(why) : t.whole(says(view, course), why);
}

function says(view: View, course: Course): string {
  const {kvartal: t} = texts[view.language];
  const names = (side: "above" | "below") => course.outside.filter((row) => row.side === side).map(quarterName);
  const [above, below] = [names("above"), names("below")];
  const parts = [
    ...(above.length > 0 ? [t.above(above)] : []),
    ...(below.length > 0 ? [t.below(below)] : []),
    ...(course.moved ? [t.moved] : []),
  ];
  return parts.length === 0 ? t.calm : parts.join(", ");
}

function categoryLines(view: View, judged: readonly Course[], all: number): string[] {
  const {kvartal: t} = texts[view.language];
  const loud = judged.filter(({outside, moved}) => outside.length > 0 || moved);
  const names = loud.map(({kategori}) => categoryName(view, kategori));
  return [t.categories(judged.length, all), names.length === 0 ? t.noneStandOut(judged.length) : t.standOut(names)];
}

/** How many false signals to expect, and where a signal may be a missing delivery. */
function tail(view: View, found: readonly Course[]): string[] {
  const {kvartal: t} = texts[view.language];
  const judged = found.filter(({chart}) => chart !== null);
  if (judged.length === 0) return [];
  const expected = judged.reduce((sum, {falseAlarm}) => sum + falseAlarm, 0);
  const upTo = Math.max(0.1, Math.ceil(10 * expected) / 10);
  const mayBeMissing = judged.some(
    ({incomplete, moved, outside}) => incomplete && (moved || outside.some(({side}) => side === "below")),
  );
  return [t.expected(number(upTo, 1)), ...(mayBeMissing ? [t.incomplete] : [])];
}
