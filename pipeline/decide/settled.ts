import type {Value} from "../contract/meeting-fields.ts";
import {fieldKey, type Heads, isConflict} from "../contract/meeting-log.ts";

/** What a field says; null when it is empty, and while machines disagree about it. */
export function settled(heads: Heads, subject: string, field: string): Value {
  const held = heads.get(fieldKey(subject, field)) ?? [];
  return isConflict(held) ? null : (held.at(-1)?.value ?? null);
}

export function words(value: Value): string {
  return typeof value === "string" ? value.trim() : "";
}
