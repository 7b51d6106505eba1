import {describe, expect, it} from "vitest";
import {exampleLsu} from "../../../dashboard/examples/published.ts";
import {silenceFinding} from "../../../dashboard/findings/kommunane.ts";
import {
  expectedFalse,
  place,
  placeRange,
  rangFinding,
  rangLine,
  rangWithChances,
  standing,
  topThreeChance,
} from "../../../dashboard/findings/rang.ts";
import {type View, viewOf} from "../../../dashboard/view.ts";
import type {Conclusions, Place} from "../../../pipeline/contract/conclusions.ts";

const base = viewOf(exampleLsu());

function concluded(changes: Partial<Conclusions>): View {
  return {...base, facts: {...base.facts, conclusions: {...base.facts.conclusions, ...changes}}};
}

const placed = (kategori: string, topThree: number): Place => ({
  ...{kategori, lower: 1, upper: 3, topThree},
  word: topThree >= 0.9 ? "robust" : topThree > 0.1 ? "open" : "utanfor",
});
const ranked = (places: readonly Place[], differ = true) =>
  concluded({rankings: [{omraade: base.omraade, differ, places}]});

describe("rangFinding", () => {
  it.each<[string, View]>([
    [
      "Sikkert blant dei tre største: «Utskriving: planlegging og tidspunkt».",
      ranked([placed("UTS", 0.95), placed("TRA", 0)]),
    ],
    [
      "Sikkert blant dei tre største: «Legemiddel». «Transport» kan vere det, men det er ikkje avgjort.",
      ranked([placed("TRA", 0.4), placed("LEG", 0.95)]),
    ],
    [
      "Tala avgjer ikkje kva tre kategoriar som er størst. Det står mellom 4 kategoriar.",
      ranked(["TRA", "LEG", "INN", "INF"].map((kode) => placed(kode, 0.6))),
    ],
    ["Kategoriane kan ikkje skiljast: tala varierer ikkje meir enn tilfeldig.", ranked([placed("TRA", 0.3)], false)],
    ["For mykje er skjult til å seie kva kategoriar som er størst.", concluded({rankings: []})],
  ])("%s", (sentence, view) => {
    expect(rangFinding(view)).toBe(sentence);
  });

  it("can carry the chances, the surest first, and none where nothing is told apart", () => {
    const view = ranked([placed("TRA", 0.4), placed("LEG", 0.95), placed("INF", 0.01)]);
    expect(rangWithChances(view)).toContain(
      "Sannsynet for å vere blant dei tre: Legemiddel 95\u00a0% og Transport 40\u00a0%.",
    );
    expect(rangWithChances(ranked([placed("TRA", 0.4)], false))).not.toContain("Sannsynet");
  });

  it("is counted instead of listed where the line would not hold the names", () => {
    const view = ranked(["UTS", "INF", "LEG"].map((kode) => placed(kode, 0.99)));
    const words = "Meldingar per kvartal og år, LSU Molde, 2023–2025";
    expect(rangLine(view, words)).toBe(`${words}. 3 kategoriar er sikkert blant dei tre største.`);
    expect(rangLine(ranked([placed("LEG", 0.99)]), words)).toBe(
      `${words}. Sikkert blant dei tre største: «Legemiddel».`,
    );
    expect(rangLine(ranked([placed("LEG", 0.5)]), "A")).toBe("A. Tala avgjer ikkje kva tre kategoriar som er størst.");
  });
});

describe("place", () => {
  it("is written as a range, and a chance is never certain", () => {
    expect(placeRange(placed("LEG", 0.5))).toBe("1–3");
    expect(placeRange({...placed("LEG", 0.5), upper: 1})).toBe("1");
    expect([1, 0.62, 0].map((topThree) => topThreeChance(placed("LEG", topThree)))).toEqual([
      ">\u00a099\u00a0%",
      "62\u00a0%",
      "<\u00a01\u00a0%",
    ]);
  });

  it("is none where nothing can be told apart", () => {
    expect(place(ranked([placed("LEG", 0.5)], false), "LEG")).toBeUndefined();
    expect(place(ranked([placed("LEG", 0.5)]), "TRA")).toBeUndefined();
  });
});

describe("lists of signals", () => {
  const view = concluded({
    comparisons: [
      {omraade: "fylke", kategori: "LEG", falseAlarm: 0.5, holds: false},
      {omraade: "lsu-molde", kategori: "LEG", falseAlarm: 0.02, holds: true},
      {omraade: "lsu-molde", kategori: "TRA", falseAlarm: 0.01, holds: false},
    ],
  });

  it("add up the false alarms of their own comparisons", () => {
    expect(expectedFalse(view)).toBeCloseTo(0.03, 12);
    expect(expectedFalse(view, ["fylke"])).toBe(0.5);
    expect(standing(view)).toBe(1);
  });
});

describe("silenceFinding", () => {
  const quiet = (ids: readonly string[], word: "uventa_stille" | "kan_vere_tilfeldig") =>
    concluded({quiet: ids.map((kommune) => ({kommune, probability: 0.004, word}))});
  const ids = base.tables.omraade.filter(({type}) => type === "kommune").map(({id}) => id);

  it("asks about habits and never says that nothing happened", () => {
    expect(silenceFinding(quiet(ids.slice(0, 1), "uventa_stille")).join(" ")).toMatch(
      /^\S+ melder uventa lite for storleiken; spør korleis avvik blir melde der\. Om alle/u,
    );
    expect(silenceFinding(quiet(ids.slice(0, 3), "kan_vere_tilfeldig"))).toEqual([
      "At 3 kommunar ikkje har meldt noko, kan vere tilfeldig.",
    ]);
    expect(silenceFinding(base)).toEqual([]);
  });

  it("says with the list how many are to be expected by chance", () => {
    const quietTests = ids.slice(0, 3).map((kommune) => ({kommune, falseAlarm: 0.1}));
    const list = [{kommune: ids[0] ?? "", probability: 0.004, word: "uventa_stille" as const}];
    expect(silenceFinding(concluded({quiet: list, quietTests}))[1]).toBe(
      "Om alle 3 kommunane som er samanlikna, melde likt etter storleiken, var høgst 0,3 slike å vente ved slump.",
    );
    const rare = quietTests.map(({kommune}) => ({kommune, falseAlarm: 0.003}));
    expect(silenceFinding(concluded({quiet: list, quietTests: rare}))[1]).toMatch(/var færre enn 0,1 slike å vente/);
  });
});
