import type {EarlierDecision} from "../../pipeline/contract/decisions.ts";
import {type FollowUp, followUps} from "../../pipeline/contract/meeting-fields.ts";
import {fieldValue, type Meeting, textOf} from "../meeting/meeting.ts";
import {daysBetween} from "../meeting/rules.ts";
import {date} from "../text/dates.ts";
import {texts} from "../text/text.ts";
import {categoryName, type View} from "../view.ts";

type Heads = Pick<Meeting, "heads">;

/** The day the meeting is held: as written, else the day the page was made. */
export function meetingDay(view: View, meeting: Heads): string {
  return textOf(meeting, "moete", "dato") || view.facts.runDate.slice(0, 10);
}

export const followUpSubject = ({id}: EarlierDecision): string => `oppfoelging/${id}`;

export function earlierName(view: View, {kategori, title}: EarlierDecision): string {
  return kategori === null ? (title ?? "") : categoryName(view, kategori);
}

/** What this meeting does with a decision from last time; null until it has said so. */
export function followUpOf(meeting: Heads, earlier: EarlierDecision): FollowUp | null {
  const value = fieldValue(meeting, followUpSubject(earlier), "val");
  return followUps.find((one) => one === value) ?? null;
}

/** The decisions from last time that nobody has given a status; nothing new is opened until there are none. */
export function unanswered(view: View, meeting: Heads): readonly EarlierDecision[] {
  return view.facts.earlier.filter((earlier) => followUpOf(meeting, earlier) === null);
}

export function sidanFinding(view: View, meeting: Heads): string {
  const t = texts[view.language].moete.sidan;
  const {earlier, year} = view.facts;
  return earlier.length === 0
    ? t.none(year - 1)
    : t.some(earlier.length, earlier.length - unanswered(view, meeting).length, year - 1);
}

/** By when it should have been done, and how late it is on the day of the meeting. */
export function dueWords(view: View, meeting: Heads, {due}: EarlierDecision): string {
  const t = texts[view.language].moete.sidan;
  if (due === null) return t.noDate;
  const late = daysBetween(due, meetingDay(view, meeting));
  return late > 0 ? t.late(date(due), late) : t.due(date(due));
}
