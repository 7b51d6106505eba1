import {describe, expect, it} from "vitest";
import {type Tables, tableNames} from "../../../pipeline/contract/tables.ts";
import {solvableCells} from "../../../pipeline/disclose/published-attack.ts";

const none = Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as Tables;
const hidden = {
  aar: 2025,
  kategori: "alle",
  retning: "alle",
  n: null,
  nedre: null,
  oevre: null,
  status: "hidden",
} as const;
const median = {aar: 2025, omraade: "lsu-a", maal: "dagar_til_melding", n: 2, median: 3, status: "published"} as const;

describe("the attack on what is published", () => {
  it("does not take a part that is shown for the hidden whole", () => {
    expect(
      solvableCells({...none, melding_per_kategori: [{...hidden, omraade: "lsu-a"}], median_per_omraade: [median]}, 3),
    ).toEqual([]);
  });
});
