import type {Desk} from "./meeting/desk.ts";
import type {Scenes} from "./scenes.tsx";
import {type PageState, type ScreenId, screensFor} from "./state.ts";
import type {Published} from "./view.ts";

const quietMs = 500;

export interface Now {
  readonly state: PageState;
  readonly desk: Desk | null;
}

/**
 * Gives what makes every screen ready that is not, the nearest first, one at a time and only while nobody presses anything,
 * so that a key press has only to show it. It goes on until all are ready for how things are by then.
 */
export function makingReady(
  published: Published,
  scenes: Scenes,
  now: () => Now,
): (place: HTMLElement) => Promise<void> {
  const rest = untilQuiet();
  let isMaking = false;
  return async (place) => {
    if (isMaking) return;
    isMaking = true;
    for (let next = nextOf(published, scenes, now()); next; next = nextOf(published, scenes, now())) {
      await rest();
      const {state, desk} = now();
      if (state.screen !== next) await scenes.prepare(place, {...state, screen: next}, desk);
    }
    isMaking = false;
  };
}

function nextOf(published: Published, scenes: Scenes, {state, desk}: Now): ScreenId | undefined {
  const all = screensFor(published.facts);
  const steps = (screen: ScreenId) => Math.abs(all.indexOf(screen) - all.indexOf(state.screen));
  return all
    .filter((screen) => !scenes.isReady({...state, screen}, desk))
    .sort((a, b) => steps(a) - steps(b))
    .at(0);
}

/** Gives a wait until nothing has been pressed or moved for a while. */
function untilQuiet(): () => Promise<void> {
  let touched = performance.now();
  const touch = () => {
    touched = performance.now();
  };
  for (const kind of ["keydown", "pointermove"]) addEventListener(kind, touch, {passive: true});
  const left = () => touched + quietMs - performance.now();
  return async () => {
    do await new Promise((done) => setTimeout(done, Math.max(0, left())));
    while (left() > 0);
  };
}
