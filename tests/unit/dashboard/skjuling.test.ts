import {describe, expect, it} from "vitest";
import {exampleLsu, exampleOpen} from "../../../dashboard/examples/published.ts";
import {skjulingar, skjulingLeft, skjulingSentence} from "../../../dashboard/findings/skjuling.ts";
import {type Published, viewOf} from "../../../dashboard/view.ts";
import {tableNames} from "../../../pipeline/contract/tables.ts";

const statuses = ({tables}: Published): (string | undefined)[] =>
  tableNames.flatMap((name) => (tables[name] as readonly {status?: string}[]).map(({status}) => status));

describe("what is said of the hidden numbers", () => {
  it.each([
    ["LSU", exampleLsu],
    ["open", exampleOpen],
  ] as const)("adds up to the signs in the tables (%s)", (_, example) => {
    const published = example();
    const all = skjulingar(viewOf(published));
    const count = (status: string) => statuses(published).filter((one) => one === status).length;
    expect(all.reduce((sum, {hidden}) => sum + hidden, 0)).toBe(count("hidden"));
    expect(all.reduce((sum, {shown}) => sum + shown, 0)).toBe(count("published"));
    expect(count("hidden")).toBeGreaterThan(10);
  });

  it("says so when nothing is hidden, and everything is left", () => {
    const {facts, tables} = exampleLsu();
    const shown = tableNames.map((name) => [
      name,
      (tables[name] as readonly object[]).map((row) => ("status" in row ? {...row, status: "published"} : row)),
    ]);
    const view = viewOf({facts, tables: Object.fromEntries(shown)}, {language: "nn"});
    expect(skjulingSentence(view)).toBe("Ingen tal er skjulte.");
    const [categories = "", , quarters = ""] = skjulingLeft(view);
    for (const line of [categories, quarters]) {
      const [one, all] = line.match(/\d+/g) ?? [];
      expect(one).toBe(all);
    }
  });

  it("never tells which of the hidden numbers are small", () => {
    for (const language of ["nn", "nb"] as const) {
      const view = viewOf(exampleOpen(), {language});
      const said = [skjulingSentence(view), ...skjulingLeft(view), ...skjulingar(view).map(({kind}) => kind)].join(" ");
      expect(said).not.toMatch(/primær|sekundær|små|for lite|verne/i);
    }
  });
});
