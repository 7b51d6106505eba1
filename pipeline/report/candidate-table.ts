import {rangband} from "../../dashboard/charts/rangband.ts";
import {breadthWords, groupShare, harmWords} from "../../dashboard/findings/grunnlag.ts";
import {candidatesOf, kandidatFinding} from "../../dashboard/findings/kandidatane.ts";
import {place, placeRange, ranking} from "../../dashboard/findings/rang.ts";
import {canWeigh, placeWords, weighedPlace, weightsSentence} from "../../dashboard/findings/vekting.ts";
import {texts} from "../../dashboard/text/text.ts";
import type {Place} from "../contract/conclusions.ts";
import {shownCount, text} from "./cells.ts";
import type {Cell, TableBlock, TableColumn} from "./document.ts";
import {canvas, drawn, type Size} from "./figures.ts";
import {briefTexts} from "./text/brief.ts";
import {areaName, categoryName, melding, type View} from "./view.ts";

const noInputs = {heads: new Map()};
const mostCandidates = 4;
const longName = 48;
const band: Size = {px: 170, mm: 25};
const bandPx = 24;
/** So many places are shaded in a band. */
const shaded = 3;

/** What a candidate's place is by: the number of reports where they can be ranked, and else the weights. */
interface Placed {
  readonly title: string;
  readonly note: string;
  readonly places: number;
  readonly of: (id: string) => {readonly words: string; readonly band: Pick<Place, "lower" | "upper" | "word">} | null;
}

/** The candidates with the places they can have, and what is known of each, as the cards of the meeting have it. */
export function candidateTable(view: View): TableBlock {
  const {grunnlag, category} = texts[view.language];
  const {candidates: t} = briefTexts[view.language];
  const ids = candidatesOf(view, noInputs);
  const placed = byNumber(view) ?? byWeights(view, ids);
  const left = (title: string, widthMm: number): TableColumn => ({title, widthMm, align: "left"});
  return {
    kind: "table",
    title: kandidatFinding(view, noInputs),
    subtitle: t.subtitle(areaName(view), view.facts.year, shownCount(melding(view))),
    columns: [
      left(category, 38),
      ...(placed ? [left(t.band(placed.places), 27), left(placed.title, 17)] : []),
      left(grunnlag.harm, 38),
      left(grunnlag.group, 27),
      left(grunnlag.breadth, 25),
    ],
    rows: ids
      .slice(0, mostCandidates)
      .map((id) => [
        text(categoryName(view, id)),
        ...(placed ? placeCells(view, placed, id) : []),
        ...[harmWords(view, id), groupShare(view, id), breadthWords(view, id)].map(text),
      ]),
    notes: [...(placed ? [placed.note] : []), ...(canWeigh(view, ids) ? [weightsSentence(view)] : [])],
  };
}

/** Whether the names of the candidates take so many lines that two pages have no room for more about each. */
export function hasLongNames(view: View): boolean {
  return candidatesOf(view, noInputs).some((id) => categoryName(view, id).length > longName);
}

function byNumber(view: View): Placed | null {
  const {moete} = texts[view.language];
  const ranked = ranking(view);
  if (!ranked?.differ) return null;
  return {
    title: moete.kandidatane.place,
    note: briefTexts[view.language].candidates.byNumber,
    places: ranked.places.length,
    of: (id) => {
      const spot = place(view, id);
      return spot ? {words: placeRange(spot), band: spot} : null;
    },
  };
}

function byWeights(view: View, ids: readonly string[]): Placed | null {
  const {weights} = view.facts;
  if (weights === null || !canWeigh(view, ids)) return null;
  return {
    title: texts[view.language].grunnlag.weighed,
    note: briefTexts[view.language].candidates.byWeights,
    places: ids.length,
    of: (id) => {
      const range = weighedPlace(view, id, {ids, of: weights.of});
      if (range === null) return null;
      return {words: placeWords(range), band: {...range, word: range.upper <= shaded ? "robust" : "open"}};
    },
  };
}

function placeCells(view: View, {places, title, of}: Placed, id: string): Cell[] {
  const spot = of(id);
  if (spot === null) return [text(""), {kind: "sign", status: "hidden"}];
  const svg = rangband(spot.band, {...canvas(view, band), height: bandPx, places});
  const alt = `${categoryName(view, id)}: ${title.toLocaleLowerCase(view.language)} ${spot.words}`;
  return [{kind: "drawing", drawing: drawn(svg, alt, band)}, text(spot.words)];
}
