import type {PageFacts} from "../../pipeline/contract/edition.ts";

/** Which meeting a page holds: an LSU's own, or SSU's; the public page is for reading. */
export function meetingKind({audience}: PageFacts): "lsu" | "ssu" | null {
  if (audience.edition !== "moete") return null;
  return audience.omraade.startsWith("lsu-") ? "lsu" : "ssu";
}

export function hasMeeting(facts: PageFacts): boolean {
  return meetingKind(facts) !== null;
}
