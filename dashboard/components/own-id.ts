import {useContext, useId} from "preact/hooks";
import {Shown} from "./shown.ts";

/** An id that nothing else on the page has: Preact's own begin anew in each root. */
export function useOwnId(): string {
  return `${useContext(Shown).root}-${useId()}`;
}
