import type {PageFacts} from "../pipeline/contract/edition.ts";
import {type Dispatch, neighbour, type ScreenId} from "./state.ts";

const controls = "input, select, textarea, [contenteditable], [role=radiogroup], .rullefelt";

/** ← and → change screen, T shows the tables, ? the method; never while a form control or a scrolling table has focus. The screen comes at once, its address after it. */
export function listen(facts: PageFacts, current: () => ScreenId, dispatch: Dispatch): void {
  const go = (screen: ScreenId) => {
    if (screen === current()) return;
    dispatch({kind: "screen", screen});
    location.hash = screen;
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(controls)) return;
    if (event.key === "ArrowRight") go(neighbour(current(), 1, facts));
    else if (event.key === "ArrowLeft") go(neighbour(current(), -1, facts));
    else if (event.key === "?") go("metode");
    else if (event.key.toLowerCase() === "t") dispatch({kind: "tables"});
  });
}
