import {describe, expect, it} from "vitest";
import {
  conflictsOf,
  emptyMeeting,
  fieldValue,
  reduceMeeting,
  subjectsOf,
  unsavedCount,
} from "../../../../dashboard/meeting/meeting.ts";
import {recall, remember, storageKey} from "../../../../dashboard/meeting/storage.ts";
import {meetingWith, place} from "../../../support/meeting.ts";

const at = "2026-03-05T10:00:00.000Z";
const vedtak = (value: string) => ({kind: "write", subject: "kandidat/EPI", field: "vedtak", value, at}) as const;

function store(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
  };
}

describe("a meeting", () => {
  it("writes nothing twice, and nothing a møtefil could not hold", () => {
    const one = reduceMeeting(emptyMeeting(place, "a"), vedtak("ssu"));
    expect(reduceMeeting(one, vedtak("ssu"))).toBe(one);
    expect(reduceMeeting(one, vedtak("orientering"))).toBe(one);
    expect(reduceMeeting(one, {...vedtak("x"), field: "__proto__"})).toBe(one);
  });

  it("undoes each change in turn, back to nothing, and keeps what was undone in the log", () => {
    let meeting = [vedtak("ssu"), vedtak("ikkje_no")].reduce(reduceMeeting, emptyMeeting(place, "a"));
    const values: unknown[] = [];
    for (let step = 0; step < 3; step++) {
      meeting = reduceMeeting(meeting, {kind: "undo", at});
      values.push(fieldValue(meeting, "kandidat/EPI", "vedtak"));
    }
    expect(values).toEqual(["ssu", null, null]);
    expect(meeting.entries).toHaveLength(4);
  });

  it("knows what stands in no file", () => {
    const meeting = meetingWith([
      ["moete", "sak", "4/26"],
      ["moete", "dato", "2026-03-05"],
    ]);
    expect(unsavedCount(meeting)).toBe(2);
    expect(unsavedCount(reduceMeeting(meeting, {kind: "saved", ids: [meeting.entries[0]?.id ?? ""]}))).toBe(1);
  });

  it("takes in another machine's entries, shows where they disagree, and settles when somebody chooses", () => {
    const one = meetingWith(
      [
        ["kandidat/EPI", "vedtak", "ssu"],
        ["moete", "sak", "4/26"],
      ],
      "a",
    );
    const other = meetingWith(
      [
        ["kandidat/EPI", "vedtak", "ikkje_no"],
        ["kandidat/LEG", "vedtak", "ssu"],
      ],
      "b",
    );
    const both = reduceMeeting(one, {kind: "merge", entries: other.entries, inFile: []});
    expect(conflictsOf(both).map((heads) => heads.map(({value}) => value))).toEqual([["ssu", "ikkje_no"]]);
    expect(fieldValue(both, "kandidat/LEG", "vedtak")).toBe("ssu");
    expect(subjectsOf(both, "kandidat")).toEqual(["EPI", "LEG"]);
    expect(conflictsOf(reduceMeeting(both, vedtak("ssu")))).toEqual([]);
  });
});

describe("what the browser remembers", () => {
  it("comes back as it was", () => {
    const kept = store();
    const meeting = reduceMeeting(meetingWith([["moete", "sak", "4/26"]]), {kind: "saved", ids: ["a-1"]});
    expect(remember(kept, meeting, "2025-abc")).toBe(true);
    expect(recall(kept, place)).toEqual({entries: meeting.entries, inFile: ["a-1"]});
  });

  it("is said to be lost when there is no room, no store, or the memory is damaged", () => {
    const meeting = meetingWith([["moete", "sak", "4/26"]]);
    expect(remember(store(3), meeting, "r")).toBe(false);
    expect(remember(null, meeting, "r")).toBe(false);
    expect(recall(null, place)).toBeNull();
    const kept = store();
    kept.setItem(storageKey(place), "{");
    expect(recall(kept, place)).toBeNull();
  });

  it("keeps invented and real meetings, years and committees apart", () => {
    const keys = [place, {...place, synthetic: false}, {...place, year: 2024}, {...place, audience: "lsu-volda"}].map(
      storageKey,
    );
    expect(new Set(keys).size).toBe(4);
  });
});
