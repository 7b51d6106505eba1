import {describe, expect, it} from "vitest";
import {
  agreedOn,
  cardFaults,
  decisionMissing,
  dotShare,
  dotsOf,
  fieldsOf,
  isCardSaved,
  warningsOf,
} from "../../dashboard/meeting/rules.ts";
import {decisionTypes} from "../../pipeline/contract/meeting-fields.ts";
import {cardLines, meetingWith} from "../support/meeting.ts";

const ids = ["UTS", "EPI"];

describe("Prikkane tel likt for kvar side", () => {
  const meeting = meetingWith([
    ["moete", "til_stades_kommune", 10],
    ["moete", "til_stades_sjukehus", 2],
    ["kandidat/UTS", "prikkar_kommune", 20],
    ["kandidat/EPI", "prikkar_kommune", 10],
    ["kandidat/UTS", "prikkar_sjukehus", 4],
    ["kandidat/EPI", "prikkar_sjukehus", 2],
  ]);

  it("ti frå kommunane og to frå sjukehuset set to tredelar på same sak: det er like mykje", () => {
    expect(dotShare(meeting, "kommune", "UTS", ids)).toBeCloseTo(2 / 3, 12);
    expect(dotShare(meeting, "sjukehus", "UTS", ids)).toBeCloseTo(2 / 3, 12);
    expect(dotShare(meeting, "brukar", "UTS", ids)).toBeNull();
  });

  it("kvar som er til stades, har tre", () => {
    expect(dotsOf(meeting, "kommune", ids)).toEqual({all: 30, used: 30});
    expect(dotsOf(meeting, "brukar", ids)).toEqual({all: 0, used: 0});
  });

  it("sidene er samde berre når alle som har sett prikkar, har same éin øvst", () => {
    expect(agreedOn(meeting, ids)).toBe("UTS");
    expect(agreedOn(meetingWith([["kandidat/UTS", "prikkar_kommune", 3]]), ids)).toBeNull();
    const tie = meetingWith([
      ["kandidat/UTS", "prikkar_kommune", 3],
      ["kandidat/UTS", "prikkar_sjukehus", 3],
      ["kandidat/EPI", "prikkar_sjukehus", 3],
    ]);
    expect(agreedOn(tie, ids)).toBeNull();
  });
});

describe("Fem slags vedtak, og ingen er orientering", () => {
  it("er fem", () => {
    expect(decisionTypes).toEqual(["prioriter", "fsu", "ssu", "kunnskap", "ikkje_no"]);
  });

  it.each([
    ["prioriter", true, []],
    ["prioriter", false, ["via_ssu"]],
    ["fsu", false, ["grunn"]],
    ["ssu", true, ["grunn"]],
    ["kunnskap", true, ["grunn", "kven", "frist"]],
    ["ikkje_no", true, ["grunn"]],
  ] as const)("%s (eigen kategori: %s) krev %j", (type, owned, fields) => {
    expect(fieldsOf(type, owned)).toEqual(fields);
    expect(decisionMissing(meetingWith([["kandidat/UTS", "vedtak", type]]), "UTS", owned)).toEqual(fields);
  });

  it("ein kategori eit anna utval eig, blir ikkje prioritert utan at vegen via SSU er skriven", () => {
    const lines = [["kandidat/UTS", "vedtak", "prioriter"] as const, ["kandidat/UTS", "via_ssu", true] as const];
    expect(decisionMissing(meetingWith(lines), "UTS", false)).toEqual([]);
    expect(decisionMissing(meetingWith([...lines, ["kandidat/UTS", "via_ssu", false]]), "UTS", false)).toEqual([
      "via_ssu",
    ]);
  });

  it("mellomrom er inga grunngjeving", () => {
    const meeting = meetingWith([
      ["kandidat/UTS", "vedtak", "ikkje_no"],
      ["kandidat/UTS", "grunn", "  "],
    ]);
    expect(decisionMissing(meeting, "UTS", true)).toEqual(["grunn"]);
  });
});

describe("Seks spørsmål før valet", () => {
  it.each([
    ["eigd", "nei", true],
    ["eigd", "ja", false],
    ["utanfor", "ja", true],
    ["utanfor", "nei", false],
    ["endring", "ja", true],
  ] as const)("%s: %s talar imot: %s", (gate, answer, against) => {
    const meeting = meetingWith([["kandidat/UTS", `port_${gate}`, answer]]);
    expect(warningsOf(meeting, "UTS")).toEqual(against ? [gate] : []);
  });
});

describe("Eit PDSA-kort kan ikkje lagrast utan det som må vere der", () => {
  const from = "2026-03-05";

  it("eit tomt kort manglar tolv ting", () => {
    expect(cardFaults(meetingWith([]), "UTS", from)).toHaveLength(12);
  });

  it("eit fullt kort manglar ingenting", () => {
    expect(cardFaults(meetingWith(cardLines("UTS")), "UTS", from)).toEqual([]);
  });

  it.each([
    [{eigar_kommune: null}, ["eigar_kommune"]],
    [{eigar_sjukehus: " "}, ["eigar_sjukehus"]],
    [{spaadom_tal: null}, ["spaadom_tal"]],
    [{nemnar: null, kjelde: null}, ["nemnar", "kjelde"]],
    [{proeve_dato: "2026-03-26"}, []],
    [{proeve_dato: "2026-03-27"}, ["proeve_for_sein"]],
    [{proeve_dato: "2026-03-05"}, []],
    [{proeve_dato: "2026-03-04"}, ["proeve_for_tidleg"]],
    [{vurdering: "2026-03-19"}, ["vurdering_for_tidleg"]],
  ] as const)("%j: %j", (changes, faults) => {
    expect(cardFaults(meetingWith(cardLines("UTS", changes)), "UTS", from)).toEqual(faults);
  });

  it("er ikkje lagra lenger når noko blir teke bort etterpå", () => {
    const saved = [...cardLines("UTS"), ["pdsa/UTS", "klar", true] as const];
    expect(isCardSaved(meetingWith(saved), "UTS", from)).toBe(true);
    expect(isCardSaved(meetingWith([...saved, ["pdsa/UTS", "teljar", null]]), "UTS", from)).toBe(false);
  });
});
