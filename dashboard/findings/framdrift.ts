import {sides} from "../../pipeline/contract/meeting-fields.ts";
import {fieldValue, type Meeting} from "../meeting/meeting.ts";
import {decisionOf, dotsOf, isCardSaved, prioritised} from "../meeting/rules.ts";
import type {ScreenId} from "../state.ts";
import type {View} from "../view.ts";
import {candidatesOf} from "./kandidatane.ts";
import {meetingDay, unanswered} from "./sidan.ts";

const steps = ["sidan", "tillit", "moenster", "kandidatane", "val", "pdsa", "vedtak"] as const satisfies ScreenId[];

/** The steps of a meeting that lie behind it: what has been done, and all that comes before the last of it. */
export function stepsDone(view: View, meeting: Pick<Meeting, "heads">): ReadonlySet<ScreenId> {
  const ids = candidatesOf(view, meeting);
  const chosen = prioritised(meeting, ids);
  const day = meetingDay(view, meeting);
  const done: Partial<Record<ScreenId, boolean>> = {
    sidan: view.facts.earlier.length > 0 && unanswered(view, meeting).length === 0,
    kandidatane: sides.some((side) => dotsOf(meeting, side, ids).used > 0),
    val: ids.some((id) => decisionOf(meeting, id) !== null),
    pdsa: chosen.length > 0 && chosen.every((id) => isCardSaved(meeting, id, day)),
    vedtak: fieldValue(meeting, "moete", "stadfesta") === true,
  };
  const last = steps.findLastIndex((step) => done[step]);
  return new Set(steps.slice(0, last + 1));
}
