import type {Language, PageFacts} from "../pipeline/contract/edition.ts";
import {hasMeeting} from "./meeting/place.ts";
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

/** The meeting screens that open only when last year's decisions have a status. */
export function isNewDecision(screen: ScreenId): boolean {
  return screen !== "sidan" && meetingScreens.has(screen);
}

export function isMeetingScreen(screen: ScreenId): boolean {
  return meetingScreens.has(screen);
}

/** The screens of an audience in meeting order; the comparison of areas is for those who see them all. */
export function screensFor(facts: PageFacts): ScreenId[] {
  const isCounty = facts.audience.omraade === fylke;
  return screenIds.filter((id) => (id === "fylket" ? isCounty : !meetingScreens.has(id) || hasMeeting(facts)));
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
  return screensFor(published.facts).flatMap((screen) =>
    areaChoices(viewOf(published)).flatMap((omraade) =>
      languages.flatMap((language) => [false, true].map((tables) => ({screen, omraade, language, tables}))),
    ),
  );
}

/** The state itself when it is in the list, else the one the page opens in. */
export function settled(published: Published, state: PageState): PageState {
  const {screen, omraade, language, tables} = state;
  const isListed = reachableStates(published).some(
    (listed) =>
      listed.screen === screen &&
      listed.omraade === omraade &&
      listed.language === language &&
      listed.tables === tables,
  );
  return isListed ? state : startState(published.facts, "");
}

/** The screen one step away, or the same at either end. */
export function neighbour(screen: ScreenId, step: -1 | 1, facts: PageFacts): ScreenId {
  const screens = screensFor(facts);
  return screens[screens.indexOf(screen) + step] ?? screen;
}
