import type {Language, PageFacts} from "../pipeline/contract/edition.ts";
import {fylke} from "./view.ts";

const screenIds = ["tillit", "moenster", "fylket", "kommunane", "metode"] as const;
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

/** The screens of an audience in meeting order; the comparison of areas is for those who see them all. */
export function screensFor(facts: PageFacts): ScreenId[] {
  return screenIds.filter((id) => id !== "fylket" || facts.audience.omraade === fylke);
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

/** The screen one step away, or the same at either end. */
export function neighbour(screen: ScreenId, step: -1 | 1, facts: PageFacts): ScreenId {
  const screens = screensFor(facts);
  return screens[screens.indexOf(screen) + step] ?? screen;
}
