import {describe, expect, it} from "vitest";
import {type MeetingFile, misplaced, mostBytes, readMeeting, writeMeeting} from "../../../pipeline/contract/meeting.ts";
import {isAllowed} from "../../../pipeline/contract/meeting-fields.ts";
import {clashes, type Entry, headsOf} from "../../../pipeline/contract/meeting-log.ts";

const entry: Entry = {
  id: "a-1",
  at: "2026-03-05T09:00:00.000Z",
  by: "a",
  subject: "moete",
  field: "sak",
  value: "4/26",
  replaces: [],
};
const file: MeetingFile = {audience: "lsu-molde", year: 2025, synthetic: true, runId: "2025-1a2b", entries: [entry]};
const text = writeMeeting(file);

describe("ei møtefil", () => {
  it.each([
    ["kutta", text.slice(0, -40), "not_json"],
    ["tom", "", "not_json"],
    ["noko anna", "[1,2]", "not_meeting"],
    ["ei anna JSON-fil", '{"format":"noko"}', "not_meeting"],
    ["frå eit nyare program", text.replace('"version": 1', '"version": 2'), "too_new"],
    ["utan versjon", text.replace('"version": 1', '"version": "x"'), "damaged"],
    ["endra for hand", text.replace("4/26", "5/26"), "edited"],
    ["med eit ukjent felt", text.replace('"field": "sak"', '"field": "namn"'), "damaged"],
    ["med ein farleg nøkkel", text.replace('"subject": "moete"', '"subject": "__proto__"'), "damaged"],
    ["med ein farleg felt-nøkkel", text.replace('"field": "sak"', '"field": "constructor"'), "damaged"],
    ["med feil slag verdi", text.replace('"4/26"', "[1]"), "damaged"],
    ["med to like id-ar", JSON.stringify({...JSON.parse(text), entries: [entry, entry]}), "damaged"],
    ["altfor stor", " ".repeat(mostBytes + 1), "too_large"],
    ["med for mange innslag", JSON.stringify({...JSON.parse(text), entries: Array(20_001).fill(entry)}), "damaged"],
  ])("som er %s, blir avvist med grunn", (_, given, fault) => {
    expect(readMeeting(given)).toEqual({fault});
  });

  it("slepper ikkje gjennom meir enn sine eigne felt", () => {
    const value = JSON.parse(text);
    value.entries[0].onclick = "alert(1)";
    value.__proto__x = {polluted: true};
    expect(readMeeting(JSON.stringify(value))).toEqual({file});
    const hostile = readMeeting(text.replace('"by": "a"', '"by": "a", "__proto__": {"polluted": true}'));
    expect("file" in hostile && "polluted" in (hostile.file.entries[0] ?? {})).toBe(false);
    expect(({} as {polluted?: boolean}).polluted).toBeUndefined();
  });

  it.each([
    [{audience: "lsu-volda"}, "other_committee"],
    [{year: 2024}, "other_year"],
    [{synthetic: false}, "other_data"],
    [{}, null],
  ] as const)("som gjeld noko anna (%o), høyrer ikkje heime her", (change, fault) => {
    expect(misplaced({...file, ...change}, file)).toBe(fault);
  });
});

describe("felta i eit møte", () => {
  it.each([
    ["moete", "dato", "2026-03-05", true],
    ["moete", "dato", "2026-02-30", false],
    ["moete/x", "dato", "2026-03-05", false],
    ["kandidat/EPI", "vedtak", "prioriter", true],
    ["kandidat/EPI", "vedtak", "orientering", false],
    ["kandidat", "vedtak", "prioriter", false],
    ["kandidat/", "vedtak", "prioriter", false],
    ["kandidat/EPI", "prikkar_kommune", 15, true],
    ["kandidat/EPI", "prikkar_kommune", -1, false],
    ["kandidat/EPI", "prikkar_kommune", 1.5, false],
    ["pdsa/EPI", "spaadom_tal", 0.8, true],
    ["pdsa/EPI", "spaadom_tal", Number.POSITIVE_INFINITY, false],
    ["pdsa/EPI", "maal", "x".repeat(601), false],
    ["pdsa/EPI", "maal", null, true],
    ["toString", "dato", "2026-03-05", false],
  ])("%s %s %s: %s", (subject, field, value, allowed) => {
    expect(isAllowed(subject, field, value)).toBe(allowed);
  });
});

it("innslag som avløyser kvarandre i ring, blir ståande", () => {
  const ring = [
    {...entry, id: "a-1", replaces: ["a-2"]},
    {...entry, id: "a-2", replaces: ["a-1"]},
  ];
  expect(headsOf(ring).get("moete sak")).toHaveLength(2);
});

it("same id med ulikt innhald er eit teikn på ei endra fil", () => {
  expect(clashes([entry], [{...entry, value: "5/26"}])).toEqual(["a-1"]);
  expect(clashes([entry], [entry])).toEqual([]);
});
