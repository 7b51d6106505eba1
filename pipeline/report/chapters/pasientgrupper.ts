import {number} from "../../../dashboard/text/numbers.ts";
import {texts} from "../../../dashboard/text/text.ts";
import type {Row} from "../../contract/tables.ts";
import {shownCount, text, valueCell} from "../cells.ts";
import type {Block, TableBlock} from "../document.ts";
import {pasientgrupperTexts} from "../text/pasientgrupper.ts";
import {reportTexts} from "../text/text.ts";
import {areaShort, categories, categoryName, committee, inArea, lsuIds, melding, seenFrom, type View} from "../view.ts";

type Part = Row<"andel_per_kategori">;

/** A category of one LSU whose reports are divided by group, as far as that may be shown. */
interface Divided {
  readonly lsu: string;
  readonly kategori: string;
  /** The reports of no priority group; it tells how many are of one. */
  readonly ingen: Part | undefined;
  readonly groups: readonly (Part | undefined)[];
}

const isShown = (part: Part | undefined): part is Part => part?.status === "published" && part.teljar !== null;

/** Which of the priority patient groups the reports are about, where they are enough to be divided. */
export function pasientgrupper(view: View): Block[] {
  if (view.facts.patientGroups.length === 0) return [];
  const t = pasientgrupperTexts[view.language];
  const all = dividedIn(view);
  const shown = all.filter(({ingen, groups}) => [ingen, ...groups].some(isShown));
  return [
    {kind: "heading", level: 1, text: t.heading},
    {kind: "finding", text: finding(view, all, shown), lead: t.lead},
    {kind: "list", items: view.facts.patientGroups.map((group) => group[view.language])},
    ...(shown.length === 0 ? [] : [groupTable(view, shown)]),
    {kind: "decision", title: reportTexts[view.language].decision, items: pasientgrupperDecisions(view)},
  ];
}

function dividedIn(view: View): Divided[] {
  return lsuIds(view).flatMap((lsu) => {
    const parts = inArea(seenFrom(view, lsu), "andel_per_kategori").filter(({aar}) => aar === view.facts.year);
    return categories(seenFrom(view, lsu)).map((kategori) => {
      const part = (maal: string) => parts.find((row) => row.kategori === kategori && row.maal === `gruppe_${maal}`);
      return {lsu, kategori, ingen: part("ingen"), groups: view.facts.patientGroups.map(({kode}) => part(kode))};
    });
  });
}

/** Nobody has written a group where the reports can be divided and every group is not applicable. */
function isRecorded(all: readonly Divided[]): boolean {
  const divisible = all.filter(({ingen}) => ingen !== undefined && ingen.status !== "not_applicable");
  const isWritten = ({groups}: Divided) =>
    groups.some((part) => part !== undefined && part.status !== "not_applicable");
  return divisible.length === 0 || divisible.some(isWritten);
}

function finding(view: View, all: readonly Divided[], shown: readonly Divided[]): string {
  const t = pasientgrupperTexts[view.language];
  if (!isRecorded(all)) return t.notRecorded;
  const known = shown.flatMap(({ingen}) => (isShown(ingen) && ingen.nemnar !== null ? [ingen] : []));
  const sum = (of: (part: Part) => number) => known.reduce((total, part) => total + of(part), 0);
  const [whole, none] = [sum(({nemnar}) => nemnar ?? 0), sum(({teljar}) => teljar ?? 0)];
  return known.length === 0 ? t.tooFew : t.some(number(whole - none), number(whole));
}

function groupTable(view: View, shown: readonly Divided[]): TableBlock {
  const t = pasientgrupperTexts[view.language];
  const {year, county, patientGroups} = view.facts;
  const right = (title: string) => ({title, align: "right", widthMm: 22}) as const;
  return {
    kind: "table",
    title: t.tableTitle,
    subtitle: t.tableSubtitle(county[view.language], year, shownCount(melding(view))),
    columns: [
      {title: t.committee, align: "left", widthMm: 24},
      {title: texts[view.language].category, align: "left", widthMm: 32},
      ...patientGroups.map((group) => right(group[view.language])),
      right(t.nobody),
    ],
    rows: shown.map(({lsu, kategori, groups, ingen}) => [
      text(areaShort(view, lsu)),
      text(categoryName(view, kategori)),
      ...[...groups, ingen].map((part) => valueCell(part, part?.teljar ?? null, "count")),
    ]),
    notes: [t.note],
  };
}

/** What the committee can do with the groups; nothing where the county has none. */
export function pasientgrupperDecisions(view: View): string[] {
  const {patientGroups, trustShort} = view.facts;
  if (patientGroups.length === 0) return [];
  const t = pasientgrupperTexts[view.language];
  const ssu = committee(view, "ssu");
  return isRecorded(dividedIn(view)) ? [t.choose(ssu)] : [t.record(ssu, trustShort)];
}
