import {describe, expect, it} from "vitest";
import {exampleSsu} from "../../../dashboard/examples/published.ts";
import type {Row} from "../../../pipeline/contract/tables.ts";
import {pasientgrupper} from "../../../pipeline/report/chapters/pasientgrupper.ts";
import {lsuIds, type View, viewOf} from "../../../pipeline/report/view.ts";

const {tables, facts} = exampleSsu();
const plain = viewOf(tables, facts);
const [lsu = ""] = lsuIds(plain);
const kategori = tables.kategori.find(({akse}) => akse === "feiltype")?.kode ?? "";

type Part = Row<"andel_per_kategori">;
const part = (maal: string, changes: Partial<Part>): Part => ({
  ...{aar: facts.year, omraade: lsu, kategori, maal, teljar: null, nemnar: null, status: "hidden"},
  ...changes,
});
const published = (teljar: number): Partial<Part> => ({teljar, nemnar: 24, status: "published"});
const viewWith = (rows: readonly Part[]): View => viewOf({...tables, andel_per_kategori: rows}, facts);
const said = (rows: readonly Part[]) => {
  const blocks = pasientgrupper(viewWith(rows));
  const finding = blocks.find(({kind}) => kind === "finding");
  const decision = blocks.at(-1);
  return {
    finding: finding?.kind === "finding" ? finding.text : "",
    table: blocks.find(({kind}) => kind === "table"),
    decision: decision?.kind === "decision" ? decision.items[0] : "",
  };
};

describe("the chapter on the priority patient groups", () => {
  it("says how many are of one where that is shown, and nothing of what is hidden", () => {
    const {finding, table} = said([part("gruppe_ELDRE", {}), part("gruppe_ingen", published(9))]);
    expect(finding).toBe("Der det er nok meldingar til å vise det, gjeld 15 av 24 ei prioritert gruppe.");
    expect(table?.kind === "table" && table.rows.map((row) => row.slice(2))).toEqual([
      [
        {kind: "sign", status: "hidden"},
        {kind: "number", value: 9, form: "count"},
      ],
    ]);
  });

  it("sums nothing where the whole is hidden, and leaves out what cannot be divided", () => {
    const {finding, table} = said([part("gruppe_ELDRE", {status: "not_applicable"}), part("gruppe_ingen", {})]);
    expect(finding).not.toMatch(/\d/);
    expect(table).toBeUndefined();
  });

  it("asks for the group to be written where nobody does", () => {
    const {finding, decision} = said([
      part("gruppe_ELDRE", {status: "not_applicable"}),
      part("gruppe_ingen", published(24)),
    ]);
    expect(finding).toBe("Ingen har ført kva pasientgruppe meldingane gjeld.");
    expect(decision).toMatch(/føre pasientgruppe/);
  });

  it("asks each LSU whom its tiltak are for where groups are written", () => {
    expect(said([part("gruppe_ELDRE", published(5)), part("gruppe_ingen", published(9))]).decision).toMatch(
      /kva for ei av dei prioriterte pasientgruppene/,
    );
  });

  it("is not there where no group is given priority", () => {
    expect(pasientgrupper(viewOf(tables, {...facts, patientGroups: []}))).toEqual([]);
  });
});
