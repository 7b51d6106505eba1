import type {CellStatus} from "../../pipeline/contract/cell.ts";
import {tableNames} from "../../pipeline/contract/tables.ts";
import {number, percent} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, areaName, categories, indexBy, kommunar, melding, type View} from "../view.ts";

/** How many cells of one kind are shown, and how many are hidden, over all years; what nobody delivered is neither. */
export interface Skjuling {
  readonly kind: string;
  readonly shown: number;
  readonly hidden: number;
}

interface Cell {
  readonly status: CellStatus;
}

/** The signs of the published tables counted: nothing that a reader could not count. Largest tables first as they stand. */
export function skjulingar(view: View): Skjuling[] {
  const t = texts[view.language].skjuling;
  const byKind = new Map<string, Skjuling>();
  for (const name of tableNames) {
    const rows: readonly object[] = view.tables[name];
    if (bySign(rows, noSign).length === rows.length) continue;
    const kind = t.kinds[name] ?? t.other;
    const before = byKind.get(kind) ?? {kind, shown: 0, hidden: 0};
    byKind.set(kind, {
      kind,
      shown: before.shown + bySign(rows, "published").length,
      hidden: before.hidden + bySign(rows, "hidden").length,
    });
  }
  return [...byKind.values()];
}

const noSign = "";
const bySign = indexBy((row: object) => ("status" in row ? String(row.status) : noSign));

function times(cells: readonly (Cell | undefined)[], status: CellStatus): number {
  return cells.filter((cell) => cell?.status === status).length;
}

function skjulingTotal(view: View): {readonly shown: number; readonly hidden: number} {
  const all = skjulingar(view);
  return {
    shown: all.reduce((sum, {shown}) => sum + shown, 0),
    hidden: all.reduce((sum, {hidden}) => sum + hidden, 0),
  };
}

/** How many numbers are hidden of all that could have been shown, as a sentence. */
export function skjulingSentence(view: View): string {
  const t = texts[view.language].skjuling;
  const {shown, hidden} = skjulingTotal(view);
  if (hidden === 0) return t.none;
  return t.some(number(hidden), number(shown + hidden), percent(hidden / (shown + hidden)));
}

/** What the view's area has left to look at in the report year. */
export function skjulingLeft(view: View): string[] {
  const t = texts[view.language].skjuling;
  const {year} = view.facts;
  const codes = categories(view);
  const ids = new Set(kommunar(view).map(({id}) => id));
  const municipalities = view.tables.melding_per_kommune.filter(
    (row) => row.aar === year && row.retning === alle && ids.has(row.kommune),
  );
  const quarters = view.tables.melding_per_kvartal.filter(
    (row) => row.aar === year && row.omraade === view.omraade && row.kategori !== alle && row.retning === alle,
  );
  const shownCodes = times(
    codes.map((kode) => melding(view, kode, alle)),
    "published",
  );
  return [
    t.categories(shownCodes, codes.length),
    t.municipalities(times(municipalities, "published"), ids.size),
    t.quarters(number(times(quarters, "published")), number(quarters.length - times(quarters, "not_applicable"))),
  ];
}

export function skjulingLeftIntro(view: View): string {
  return texts[view.language].skjuling.left(areaName(view), view.facts.year);
}
