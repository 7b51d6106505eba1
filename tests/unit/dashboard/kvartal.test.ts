import {describe, expect, it} from "vitest";
import {exampleLsu} from "../../../dashboard/examples/published.ts";
import {quarterSignals} from "../../../dashboard/findings/kvartal.ts";
import {type View, viewOf} from "../../../dashboard/view.ts";
import type {Course} from "../../../pipeline/contract/conclusions.ts";
import type {Language} from "../../../pipeline/contract/edition.ts";

const base = viewOf(exampleLsu());
const course = (changes: Partial<Course> = {}): Course => ({
  ...{omraade: base.omraade, kategori: "alle", retning: "alle", from: {aar: 2021, kvartal: 1}, quarters: 20},
  ...{chart: "c", reason: "steady-exposure", outside: [], moved: false, falseAlarm: 0.06, incomplete: false},
  ...changes,
});
const seen = (courses: readonly Course[], language: Language = "nn"): View => ({
  ...base,
  language,
  facts: {...base.facts, conclusions: {...base.facts.conclusions, courses}},
});

describe("quarterSignals", () => {
  it("says that nothing stands out, by which chart, and how many false signals to expect", () => {
    expect(quarterSignals(seen([course(), course({kategori: "UTS"}), course({kategori: "LEG"})]))).toBe(
      "Alle meldingar, kvartal for kvartal: ingen kvartal skil seg ut (c-diagram, fordi kvartala er like lange). To av ti kategoriar er store nok og heilt viste til å vurderast kvartal for kvartal. Ingen av dei skil seg ut. Høgst 0,2 falske signal er venta om ingenting er endra.",
    );
  });

  it("names quarters and sides, a moved level and categories, and that somebody did not deliver", () => {
    const outside = [
      {aar: 2023, kvartal: 1, side: "above"},
      {aar: 2024, kvartal: 3, side: "below"},
    ] as const;
    const loud = course({outside, moved: true, chart: "c-prime", reason: "overdispersed-count", incomplete: true});
    expect(quarterSignals(seen([loud, course({kategori: "LEG", moved: true})], "nb"))).toBe(
      "Alle meldinger, kvartal for kvartal: uvanlig mange i 1.\u00a0kv. 2023, uvanlig få i 3.\u00a0kv. 2024, nivået kan ha flyttet seg underveis (c′-diagram, fordi kvartalene ser ut til å variere mer enn tilfeldig). Én av ti kategorier er stor nok og helt vist til å vurderes kvartal for kvartal. Utenom det vanlige: «Legemidler». Høyst 0,2 falske signaler er ventet om ingenting er endret. Ikke alle har levert i alle årene, og det kan se ut som en nedgang.",
    );
  });

  it("does not blame a missing delivery for a rise", () => {
    const up = course({outside: [{aar: 2025, kvartal: 1, side: "above"}], incomplete: true});
    expect(quarterSignals(seen([up]))).not.toContain("levert");
  });

  it("says why nothing is judged: too rare, too short or hidden", () => {
    expect(quarterSignals(seen([course({chart: null, reason: "rare-events"})]))).toBe(
      "Alle meldingar, kvartal for kvartal: ikkje vurdert, fordi det er under to meldingar i kvartalet.",
    );
    const hidden = "Nokre kvartal er skjulte, så kvartala blir ikkje vurderte kvar for seg.";
    expect(quarterSignals(seen([]))).toBe(hidden);
    expect(quarterSignals(seen([course({omraade: "lsu-annan"})]))).toBe(hidden);
    expect(quarterSignals(seen([course({kategori: "ANN"})]))).toBe(hidden);
  });

  it("says nothing where there are no quarters", () => {
    const view = seen([]);
    expect(quarterSignals({...view, tables: {...view.tables, melding_per_kvartal: []}})).toBe("");
  });
});
