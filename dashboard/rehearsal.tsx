import {render} from "preact";
import type {Desk} from "./meeting/desk.ts";
import {Sheet} from "./printout.tsx";
import {type PageState, screensFor} from "./state.ts";
import type {Published} from "./view.ts";

const quietMs = 500;

/**
 * Draws every screen once where nobody sees it, one at a time and only while nobody presses anything, so that its code is
 * compiled and its numbers are looked up before somebody waits for it.
 */
export async function rehearse(published: Published, state: PageState, desk: Desk | null): Promise<void> {
  const stage = document.createElement("div");
  const rest = untilQuiet();
  for (const id of screensFor(published.facts)) {
    await rest();
    render(<Sheet published={published} state={state} desk={desk} id={id} />, stage);
    render(null, stage);
  }
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
