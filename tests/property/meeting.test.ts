import {array, assert, constantFrom, integer, property, record, subarray, uniqueArray} from "fast-check";
import {describe, expect, it} from "vitest";
import {readMeeting, writeMeeting} from "../../pipeline/contract/meeting.ts";
import {decisionTypes} from "../../pipeline/contract/meeting-fields.ts";
import {type Entry, fieldKey, headsOf, isConflict, mergeEntries} from "../../pipeline/contract/meeting-log.ts";

const subject = "kandidat/EPI";

/** Two machines write into the same field, each replacing what it happens to have seen. */
const logs = uniqueArray(
  record({
    machine: constantFrom("a", "b", "c"),
    number: integer({min: 1, max: 9}),
    minute: integer({min: 10, max: 59}),
    value: constantFrom(...decisionTypes),
    seen: array(integer({min: 0, max: 30}), {maxLength: 3}),
  }),
  {maxLength: 12, selector: ({machine, number}) => `${machine}-${number}`},
).map((drafts) => {
  const ids = drafts.map(({machine, number}) => `${machine}-${number}`);
  return drafts.map(
    ({machine, minute, value, seen}, index): Entry => ({
      id: ids[index] ?? "",
      at: `2026-03-05T09:${minute}:00.000Z`,
      by: machine,
      subject,
      field: "vedtak",
      value,
      replaces: seen.flatMap((at) => ids.slice(0, index)[at] ?? []),
    }),
  );
});

const parts = logs.chain((log) => subarray(log).chain((one) => subarray(log).map((other) => ({log, one, other}))));

describe("møtefiler frå fleire maskiner", () => {
  it("gjev det same kva rekkjefølgje dei blir lagde saman i", () => {
    void assert(
      property(parts, ({log, one, other}) => {
        expect(mergeEntries(one, other)).toEqual(mergeEntries(other, one));
        expect(mergeEntries(mergeEntries(one, other), log)).toEqual(mergeEntries(one, mergeEntries(other, log)));
      }),
    );
  });

  it("endrar ingenting når den same fila blir lagd til to gonger", () => {
    void assert(
      property(parts, ({one, other}) => {
        const merged = mergeEntries(one, other);
        expect(mergeEntries(merged, other)).toEqual(merged);
      }),
    );
  });

  it("misser ingenting: det som ikkje er avløyst, står, og det som står, stod hos nokon", () => {
    void assert(
      property(parts, ({one, other}) => {
        const merged = mergeEntries(one, other);
        const standing = headsOf(merged).get(fieldKey(subject, "vedtak")) ?? [];
        expect(standing.length > 0).toBe(merged.length > 0);
        const replaced = new Set(merged.flatMap(({replaces}) => replaces));
        expect(standing.map(({id}) => id)).toEqual(merged.filter(({id}) => !replaced.has(id)).map(({id}) => id));
      }),
    );
  });

  it("viser ei usemje i staden for å velje", () => {
    const entry = (id: string, value: string, replaces: readonly string[]): Entry => ({
      id,
      at: "2026-03-05T09:00:00.000Z",
      by: id[0] ?? "",
      subject,
      field: "vedtak",
      value,
      replaces,
    });
    const before = entry("a-1", "ssu", []);
    const both = mergeEntries(
      [before, entry("a-2", "prioriter", ["a-1"])],
      [before, entry("b-1", "ikkje_no", ["a-1"])],
    );
    const held = headsOf(both).get(fieldKey(subject, "vedtak")) ?? [];
    expect(isConflict(held)).toBe(true);
    expect(held.map(({value}) => value)).toEqual(["prioriter", "ikkje_no"]);
    const settled =
      headsOf([...both, entry("a-3", "prioriter", ["a-2", "b-1"])]).get(fieldKey(subject, "vedtak")) ?? [];
    expect(settled.map(({value}) => value)).toEqual(["prioriter"]);
  });

  it("kjem uendra tilbake frå fil", () => {
    void assert(
      property(logs, (entries) => {
        const file = {
          audience: "lsu-molde",
          year: 2025,
          synthetic: true,
          runId: "2025-abc",
          entries: mergeEntries(entries, []),
        };
        const text = writeMeeting(file);
        expect(readMeeting(text)).toEqual({file});
        expect(writeMeeting({...file, entries: [...entries].reverse()})).toBe(text);
      }),
    );
  });
});
