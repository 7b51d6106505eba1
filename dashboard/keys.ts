import type {PageFacts} from "../pipeline/contract/edition.ts";
import {type Dispatch, neighbour, type ScreenId} from "./state.ts";

const controls = "input, select, textarea, [contenteditable], [role=radiogroup], .rullefelt";

/** ← and → change screen, T shows the tables, ? the method; never while a form control or a scrolling table has focus. */
export function listen(facts: PageFacts, current: () => ScreenId, dispatch: Dispatch): void {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(controls)) return;
    if (event.key === "ArrowRight") location.hash = neighbour(current(), 1, facts);
    else if (event.key === "ArrowLeft") location.hash = neighbour(current(), -1, facts);
    else if (event.key === "?") location.hash = "metode";
    else if (event.key.toLowerCase() === "t") dispatch({kind: "tables"});
  });
}
