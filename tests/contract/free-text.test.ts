import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {proseFields} from "../../pipeline/deidentify/review/texts.ts";
import {root} from "../../pipeline/project.ts";

/** Where running text may be named: what reads it, stores it, or asks a person about it. */
const allowed = /^(?:contract\/delivery\.ts$|ingest\/|deidentify\/|normalise\/)/;
/** Columns of a row that hold running text; `forslag` and `eining` are ordinary words elsewhere, so they are told by their table. */
const freeText = /\b(?:beskriving|strakstiltak)\b|\brad\.(?:forslag|eining)\b/;

describe("running text of a report", () => {
  it("is read by no stage after normalise: what leaves goes through the gate of the review", () => {
    const pipeline = join(root, "pipeline");
    const readers = readdirSync(pipeline, {recursive: true, encoding: "utf8"})
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => /\.(?:ts|sql)$/.test(path) && !allowed.test(path))
      .filter((path) => freeText.test(readFileSync(join(pipeline, path), "utf8")));
    expect(readers).toEqual([]);
  });

  it("has a column for each field a person can be asked about", () => {
    expect([...proseFields].sort()).toEqual(["beskriving", "eining", "forslag", "strakstiltak"]);
  });
});
