import type {PageFacts} from "../pipeline/contract/edition.ts";
import {type Dispatch, hasRows, neighbour, type ScreenId} from "./state.ts";

const controls = "input, select, textarea, [contenteditable], [role=radiogroup], .rullefelt";

/** ← and → change screen, ↑ and ↓ move down it where it has no rows, T shows the tables, ? the method; never while a form control or a scrolling table has focus. The screen comes at once, its address after it. */
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
    else if (!hasRows(current())) scroll(event);
  });
}

/** What has no room on the wall is read by ↑ and ↓ where these do not choose a row; nothing else can be given the focus there. */
function scroll(event: KeyboardEvent): void {
  const part = document.querySelector("main .kropp");
  const way = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (!part || !way || part.scrollHeight <= part.clientHeight) return;
  event.preventDefault();
  part.scrollBy(0, (way * part.clientHeight) / 4);
}
