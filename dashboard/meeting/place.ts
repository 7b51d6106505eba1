import type {PageFacts} from "../../pipeline/contract/edition.ts";

/** Only an LSU's own page holds a meeting; the public page is for reading. */
export function hasMeeting({audience}: PageFacts): boolean {
  return audience.edition === "moete" && audience.omraade.startsWith("lsu-");
}
