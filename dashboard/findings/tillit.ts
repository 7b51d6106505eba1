import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, andel, categories, hf, kommunar, melding, retningar, shown, type View} from "../view.ts";

export const leveringar = ["levert", "stadfesta_null", "manglar"] as const;
type Levering = (typeof leveringar)[number];

export interface Part {
  readonly part: string;
  readonly namn: string;
  readonly levering: Levering;
}

/** Below this total a share or a change says nothing that reading the reports does not say better. */
const fewMessages = 30;
/** With fewer categories shown there is nothing to choose between. */
const fewestCategories = 3;

/** The trust first, then the municipalities of the area by name; only those who were expected to deliver. */
export function parts(view: View): Part[] {
  const all = [{id: hf, namn: view.facts.trustShort}, ...kommunar(view)];
  return all.flatMap(({id, namn}) => {
    const row = view.tables.levering_per_part.find((row) => row.aar === view.facts.year && row.part === id);
    return row ? [{part: id, namn, levering: leveringar.find((value) => value === row.levering) ?? "manglar"}] : [];
  });
}

export function tillitFinding(view: View): string {
  const {findings: t} = texts[view.language];
  const all = parts(view);
  if (all.some((part) => part.part === hf && part.levering === "manglar")) {
    return t.trustMissing(view.facts.trustShort);
  }
  const municipal = all.filter((part) => part.part !== hf);
  const missing = municipal.filter((part) => part.levering === "manglar").map((part) => part.namn);
  if (missing.length === 0) {
    return [t.allDelivered(municipal.length, view.facts.trustShort), ...usefulness(view)].join(" ");
  }
  const unknown = missing.length <= 3 ? t.unknownPlaces(missing) : t.unknownCount(missing.length);
  return `${t.someDelivered(municipal.length - missing.length, municipal.length)} ${unknown}`;
}

/** What the numbers are good for; nothing is said when too little of them is shown to judge. */
function usefulness(view: View): string[] {
  const {findings: t} = texts[view.language];
  const total = shown(melding(view, alle, alle));
  if (total === null) return [];
  if (total < fewMessages) return [t.few];
  const comparable = categories(view).filter((kode) => (shown(melding(view, kode, alle)) ?? 0) > 0);
  return comparable.length >= fewestCategories ? [t.enough] : [];
}

/** Reports and events of the year; both, because an event told by both sides is two reports. */
export function tillitLead(view: View): string {
  const {findings: t, messages, events} = texts[view.language];
  const {year} = view.facts;
  const total = shown(melding(view, alle, alle));
  if (total === null) return t.trustLeadHidden(year);
  const told = bothSides(view);
  const written = messages(number(total), total);
  if (told === null) return t.trustLeadPlain(written, year);
  return t.trustLead(
    messages(number(told.meldingar), told.meldingar),
    events(number(told.hendingar), told.hendingar),
    year,
  );
}

/** How many reports and events there were, and how many events both sides told of; null when it is not shown. */
export function bothSides(view: View): {meldingar: number; hendingar: number; begge: number} | null {
  const row = andel(view, "meldt_av_begge");
  if (row?.status !== "published" || row.teljar === null || row.nemnar === null) return null;
  return {meldingar: row.nemnar, hendingar: row.nemnar - row.teljar, begge: row.teljar};
}

export function spegelTitle(view: View): string {
  const {findings: t} = texts[view.language];
  const [k2h, h2k] = retningar.map((retning) => shown(melding(view, alle, retning)));
  if (k2h == null || h2k == null) return t.mirrorPlain;
  return t.mirror(number(k2h), number(h2k), view.facts.trustShort);
}

export function leveringTitle(view: View): string {
  const {findings: t} = texts[view.language];
  const missing = parts(view).filter((part) => part.levering === "manglar").length;
  return missing === 0 ? t.deliveredTitle : t.missingTitle(missing);
}
