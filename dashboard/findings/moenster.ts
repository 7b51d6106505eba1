import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, categories, categoryName, endring, melding, shown, unclassified, type View} from "../view.ts";

const dommar = ["auke", "nedgang", "uviss"] as const;
export type Dom = (typeof dommar)[number];
const grunnar = ["brot", "foerste_aar", "for_faa"] as const;
type Grunn = (typeof grunnar)[number];

/** What may be said of a category against the year before. */
export type Verdict =
  | {readonly kind: "dom"; readonly dom: Dom}
  | {readonly kind: "grunn"; readonly grunn: Grunn}
  | {readonly kind: "hidden"};

const mostNames = 2;

/** Never more than the row says; a missing row and an unknown reason are treated as hidden. */
export function verdict(view: View, kategori: string): Verdict {
  const row = endring(view, kategori);
  const dom = dommar.find((value) => row?.status === "published" && value === row.dom);
  if (dom) return {kind: "dom", dom};
  if (row?.status === "published" && row.dom === "for_faa") return {kind: "grunn", grunn: "for_faa"};
  const grunn = grunnar.find((value) => row?.status === "not_applicable" && value === row.grunn);
  return grunn ? {kind: "grunn", grunn} : {kind: "hidden"};
}

function verdicts(view: View): {kode: string; verdict: Verdict}[] {
  return categories(view).map((kode) => ({kode, verdict: verdict(view, kode)}));
}

function withDom(view: View, dom: Dom): string[] {
  return verdicts(view)
    .filter((row) => row.verdict.kind === "dom" && row.verdict.dom === dom)
    .map((row) => categoryName(view, row.kode));
}

/** How many categories were compared with the year before. */
export function compared(view: View): number {
  return verdicts(view).filter((row) => row.verdict.kind === "dom").length;
}

export function moensterFinding(view: View): string {
  const {findings: t} = texts[view.language];
  const before = view.facts.year - 1;
  if (compared(view) === 0) return notCompared(view);
  const up = withDom(view, "auke");
  const down = withDom(view, "nedgang");
  if (up.length + down.length === 0) return noChange(view);
  if (up.length > mostNames || down.length > mostNames) return manyChanges(view, up.length, down.length);
  if (down.length === 0) return `${t.up(up, before)} ${t.noOther}`;
  if (up.length === 0) return `${t.down(down, before)} ${t.noOther}`;
  return t.upAndDown(up, down, before);
}

/** What is not compared may have changed: nothing is said of it. */
function noChange(view: View): string {
  const {findings: t} = texts[view.language];
  const among = compared(view);
  return among === categories(view).length ? t.noChange(view.facts.year - 1, view.facts.year) : t.noChangeAmong(among);
}

function manyChanges(view: View, up: number, down: number): string {
  const {findings: t} = texts[view.language];
  const before = view.facts.year - 1;
  if (down === 0) return t.manyUp(up, before);
  return up === 0 ? t.manyDown(down, before) : t.manyChanges(up, down, before);
}

function notCompared(view: View): string {
  const {findings: t} = texts[view.language];
  const {year} = view.facts;
  const all = (grunn: Grunn) =>
    verdicts(view).every((row) => row.verdict.kind === "grunn" && row.verdict.grunn === grunn);
  if (all("foerste_aar")) return t.firstYear(year);
  if (all("brot")) return t.notComparable(year - 1, year);
  return t.tooFew(year - 1, year);
}

export function moensterLead(view: View): string {
  const {findings: t, messages} = texts[view.language];
  const {year} = view.facts;
  const total = shown(melding(view, alle, alle));
  if (total === null) return t.patternLeadHidden;
  return t.patternLead(messages(number(total), total), year, totalChange(view), isFewer(view));
}

function isFewer(view: View): boolean {
  const row = endring(view, alle);
  return row?.status === "published" && row.n_no !== null && row.n_foer !== null && row.n_no < row.n_foer;
}

function totalChange(view: View): string {
  const {findings: t} = texts[view.language];
  const row = endring(view, alle);
  const dom = dommar.find((value) => row?.status === "published" && value === row.dom);
  if (!dom || row?.n_foer == null) return "";
  return `${t.against(number(row.n_foer), view.facts.year - 1)}${t.totalDom[dom]}`;
}

export function moensterTitle(view: View): string {
  const {findings: t} = texts[view.language];
  const all = compared(view);
  if (all === 0) return t.noneCompared;
  return t.signals(withDom(view, "auke").length + withDom(view, "nedgang").length, all);
}

/** Names the largest field only when the reports without a field could not put another one above it. */
export function fagomraadeTitle(view: View): string {
  const {findings: t} = texts[view.language];
  const rows = fagomraade(view);
  const without = rows.find((row) => row.kode === unclassified);
  const unknown = without === undefined ? 0 : (without.n ?? Number.POSITIVE_INFINITY);
  const known = rows.filter((row) => row.kode !== unclassified).sort((a, b) => (b.n ?? 0) - (a.n ?? 0));
  const [largest, second] = known;
  const lead = (largest?.n ?? 0) - (second?.n ?? 0);
  const isLargest = lead > unknown && (largest?.n ?? 0) > roomForHidden(view, rows) + unknown;
  return largest && isLargest ? t.largestField(categoryName(view, largest.kode, "fagomraade")) : t.fields;
}

/** The most that a field whose number is hidden can have: what the total leaves when the shown ones are taken from it. */
function roomForHidden(view: View, rows: ReturnType<typeof fagomraade>): number {
  if (!rows.some(({status}) => status === "hidden")) return 0;
  const total = shown(melding(view, alle, alle)) ?? Number.POSITIVE_INFINITY;
  return total - rows.reduce((sum, {n}) => sum + (n ?? 0), 0);
}

/** Fields of service in print order, with the count of the report year where it is shown. */
export function fagomraade(view: View): {kode: string; n: number | null; status: string}[] {
  const fields = view.tables.kategori.filter((row) => row.akse === "fagomraade");
  return [...fields]
    .sort((a, b) => a.nr - b.nr)
    .map(({kode}) => {
      const row = view.tables.melding_per_fagomraade.find(
        (row) => row.aar === view.facts.year && row.omraade === view.omraade && row.fagomraade === kode,
      );
      return {kode, n: shown(row), status: row?.status ?? "missing"};
    });
}
