import {quarterSignals} from "../../dashboard/findings/kvartal.ts";
import type {Block} from "./document.ts";
import type {View} from "./view.ts";

/** What the control charts say of the quarters in the table above, where there is something to say. */
export function quarterSignal(view: View, footnote?: string): Block[] {
  const text = quarterSignals(view);
  return text === "" ? [] : [{kind: "paragraph", text, ...(footnote === undefined ? {} : {footnote})}];
}
