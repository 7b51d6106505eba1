import type {Task} from "./task.ts";
import type {StatusFacts} from "./tasks.ts";

const MOST_OCTETS = 75;

/** The tasks that have a day, as a calendar (RFC 5545): whole days, and the same task has the same UID every time. */
export function calendarOf(
  tasks: readonly Task[],
  {today, synthetic}: Pick<StatusFacts, "today" | "synthetic">,
): string {
  const mark = synthetic ? "SYNTETISK: " : "";
  const events = tasks.flatMap(({id, who, what, todo, due}) =>
    due === null
      ? []
      : [
          "BEGIN:VEVENT",
          `UID:${id}@avvik`,
          `DTSTAMP:${compact(today)}T000000Z`,
          `DTSTART;VALUE=DATE:${compact(due)}`,
          `DTEND;VALUE=DATE:${compact(dayAfter(due))}`,
          `SUMMARY:${escaped(`${mark}${who}: ${what}`)}`,
          ...(todo === "" ? [] : [`DESCRIPTION:${escaped(todo)}`]),
          "TRANSP:TRANSPARENT",
          "END:VEVENT",
        ],
  );
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//avvik//status//NO", "CALSCALE:GREGORIAN", ...events];
  return `${[...lines, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}

const compact = (iso: string): string => iso.replaceAll("-", "");

function dayAfter(iso: string): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");
}

/** Lines are broken after 75 octets, never inside a character; what follows begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > MOST_OCTETS) {
      parts.push(part);
      part = ` ${sign}`;
    } else part += sign;
  }
  return [...parts, part].join("\r\n");
}
