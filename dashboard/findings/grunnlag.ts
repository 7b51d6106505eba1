import type {Row} from "../../pipeline/contract/tables.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {kommunar, type View} from "../view.ts";

type Part = Row<"andel_per_kategori">;

function part(view: View, kategori: string, maal: string): Part | undefined {
  return view.tables.andel_per_kategori.find(
    (row) => row.omraade === view.omraade && row.kategori === kategori && row.maal === maal,
  );
}

/** Why a part of the reports is not told: hidden, too few to be divided, or written by nobody. */
function whyNot(view: View, kategori: string, row: Part | undefined): string {
  const t = texts[view.language];
  if (row?.status !== "not_applicable") return t.hidden;
  const ingen = part(view, kategori, "gruppe_ingen");
  return ingen?.status === "not_applicable" ? t.grunnlag.tooFew : t.grunnlag.notRecorded;
}

/** How many of the reports tell of moderate harm or more. */
export function harmWords(view: View, kategori: string): string {
  const row = part(view, kategori, "alvorleg");
  if (row?.teljar == null || row.nemnar === null) return whyNot(view, kategori, row);
  return texts[view.language].grunnlag.harmValue(number(row.teljar), number(row.nemnar));
}

/** How many are about a priority patient group. */
export function groupShare(view: View, kategori: string): string {
  const ingen = part(view, kategori, "gruppe_ingen");
  const first = part(view, kategori, `gruppe_${view.facts.patientGroups[0]?.kode}`);
  if (ingen?.teljar == null || ingen.nemnar === null) return whyNot(view, kategori, ingen ?? first);
  return texts[view.language].grunnlag.groupValue(number(ingen.nemnar - ingen.teljar), number(ingen.nemnar));
}

/** How many are about a priority patient group, and which group most of them, where all groups are shown. */
export function groupWords(view: View, kategori: string): string {
  const t = texts[view.language].grunnlag;
  const ingen = part(view, kategori, "gruppe_ingen");
  const groups = view.facts.patientGroups.map((group) => ({group, row: part(view, kategori, `gruppe_${group.kode}`)}));
  if (groups.every(({row}) => row?.status === "not_applicable")) return whyNot(view, kategori, groups[0]?.row);
  if (ingen?.teljar == null || ingen.nemnar === null) return texts[view.language].hidden;
  const [some, all] = [number(ingen.nemnar - ingen.teljar), number(ingen.nemnar)];
  const falling = [...groups].sort((a, b) => (b.row?.teljar ?? 0) - (a.row?.teljar ?? 0));
  const [first, second] = falling;
  const isKnown = groups.every(({row}) => row?.teljar != null) && first?.row?.teljar !== second?.row?.teljar;
  return isKnown && first?.row?.teljar
    ? t.groupMost(some, all, lowerFirst(first.group[view.language], view.language), number(first.row.teljar))
    : t.groupValue(some, all);
}

/** How many of the area's municipalities the reports are about. */
export function breadthWords(view: View, kategori: string): string {
  const t = texts[view.language];
  const row = view.tables.breidde_per_kategori.find((row) => row.omraade === view.omraade && row.kategori === kategori);
  if (row?.kommunar == null) return row?.status === "not_applicable" ? t.grunnlag.tooFew : t.hidden;
  return t.grunnlag.breadthValue(row.kommunar, Math.max(row.kommunar, kommunar(view).length));
}

/** Where the same has been tried: another LSU where it worked first, then what the plans hold. */
export function triedWords(view: View, kategori: string): string {
  const t = texts[view.language].grunnlag;
  const {elsewhere, tiltak} = view.facts.loop;
  const worked = elsewhere.filter((row) => row.kategori === kategori);
  const planned = tiltak.filter(({kategoriar}) => kategoriar.includes(kategori));
  const words = [
    ...worked.map(({fromName, id}) => t.workedValue(fromName[view.language], Number(id.slice(0, 4)))),
    ...(planned.length === 0 ? [] : [t.planned(planned.length)]),
  ];
  return words.length === 0 ? t.triedNone : words.join("; ");
}

/** How a deviation of the category often goes, by the secretariat; null when it has written nothing. */
export function courseWords(view: View, kategori: string): string | null {
  return view.facts.courses.find((row) => row.kategori === kategori)?.[view.language] ?? null;
}

function lowerFirst(text: string, language: string): string {
  return text.charAt(0).toLocaleLowerCase(language) + text.slice(1);
}
