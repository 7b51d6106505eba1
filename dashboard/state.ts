import type {Language, PageFacts} from "../pipeline/contract/edition.ts";
import {meetingKind} from "./meeting/place.ts";
import {areaChoices, fylke, type Published, viewOf} from "./view.ts";

const screenIds = [
  "sidan",
  "tillit",
  "moenster",
  "kandidatane",
  "val",
  "pdsa",
  "vedtak",
  "fylket",
  "saker",
  "lovnader",
  "spreiing",
  "vekter",
  "kommunane",
  "metode",
] as const;
export type ScreenId = (typeof screenIds)[number];

export interface PageState {
  readonly screen: ScreenId;
  readonly omraade: string;
  readonly language: Language;
  readonly tables: boolean;
}

export type Action =
  | {readonly kind: "screen"; readonly screen: ScreenId}
  | {readonly kind: "omraade"; readonly omraade: string}
  | {readonly kind: "language"; readonly language: Language}
  | {readonly kind: "tables"};

export type Dispatch = (action: Action) => void;

/** The screens where something is decided: only on a committee's own page, and always about its own area. */
const meetingScreens: ReadonlySet<ScreenId> = new Set(["sidan", "kandidatane", "val", "pdsa", "vedtak"]);
/** The screens of the county's committee: cases from the LSU, what they promised, what worked, and next year's weights. */
const ssuScreens: ReadonlySet<ScreenId> = new Set(["saker", "lovnader", "spreiing", "vekter"]);

/** The meeting screens that open only when last year's decisions have a status. */
export function isNewDecision(screen: ScreenId): boolean {
  return screen !== "sidan" && meetingScreens.has(screen);
}

/** The screens where one row of a list is chosen at a time. */
export function hasRows(screen: ScreenId): boolean {
  return ["sidan", "kandidatane", "val", "saker", "spreiing"].includes(screen);
}

export function isMeetingScreen(screen: ScreenId): boolean {
  return meetingScreens.has(screen) || ssuScreens.has(screen);
}

/** The screens of an audience in meeting order; the comparison of areas is for those who see them all. */
export function screensFor(facts: PageFacts): ScreenId[] {
  const isCounty = facts.audience.omraade === fylke;
  const kind = meetingKind(facts);
  return screenIds.filter((id) => {
    if (id === "fylket") return isCounty;
    if (meetingScreens.has(id)) return kind === "lsu";
    return !ssuScreens.has(id) || kind === "ssu";
  });
}

export function screenOf(hash: string, facts: PageFacts): ScreenId {
  const screens = screensFor(facts);
  return screens.find((id) => `#${id}` === hash) ?? screens[0] ?? "tillit";
}

export function startState(facts: PageFacts, hash: string): PageState {
  const {omraade, language} = facts.audience;
  return {screen: screenOf(hash, facts), omraade, language, tables: false};
}

export function reduce(state: PageState, action: Action): PageState {
  if (action.kind === "screen") return {...state, screen: action.screen};
  if (action.kind === "omraade") return {...state, omraade: action.omraade};
  if (action.kind === "language") return {...state, language: action.language};
  return {...state, tables: !state.tables};
}

/** Every state a page can be in. Each shows numbers that were made and disclosed before publishing; none is counted anew. */
export function reachableStates(published: Published): PageState[] {
  const {audience} = published.facts;
  const languages: readonly Language[] = audience.languageLocked ? [audience.language] : ["nn", "nb"];
  const areas = areaChoices(viewOf(published));
  return screensFor(published.facts).flatMap((screen) =>
    areas.flatMap((omraade) =>
      languages.flatMap((language) => [false, true].map((tables) => ({screen, omraade, language, tables}))),
    ),
  );
}

/** The list of each page, made once: what is published does not change while it is read. */
const listed = new WeakMap<Published, ReadonlySet<string>>();

function listOf(published: Published): ReadonlySet<string> {
  const list = listed.get(published) ?? new Set(reachableStates(published).map(placeInList));
  listed.set(published, list);
  return list;
}

function placeInList({screen, omraade, language, tables}: PageState): string {
  return JSON.stringify([screen, omraade, language, tables]);
}

/** The state itself when it is in the list, else the one the page opens in. */
export function settled(published: Published, state: PageState): PageState {
  return listOf(published).has(placeInList(state)) ? state : startState(published.facts, "");
}

/** The screen one step away, or the same at either end. */
export function neighbour(screen: ScreenId, step: -1 | 1, facts: PageFacts): ScreenId {
  const screens = screensFor(facts);
  return screens[screens.indexOf(screen) + step] ?? screen;
}
