import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {avvik, type Ended} from "../support/command-line.ts";
import {changedFjordland, fjordlandToday, scratchFolder} from "../support/fjordland.ts";
import {filesUnder} from "../support/outputs.ts";

const scratch = scratchFolder();
afterAll(scratch.remove);

const {out: east, ended: eastEnded} = inject("fjordland");
const west = join(scratch.folder, "west");
let ended: readonly Ended[];

/** On the day of the run that all share, a date line away, on a copy of everything in another folder. */
beforeAll(async () => {
  const data = changedFjordland(scratch.folder, {});
  const args = ["--data", data, "--out", west, "--db", `${west}.duckdb`, "--today", fjordlandToday];
  ended = [
    JSON.parse(readFileSync(eastEnded, "utf8")) as Ended,
    await avvik(["run", ...args], {env: {TZ: "America/Los_Angeles"}}),
  ];
});

describe("two runs on the same deliveries on the same day, in time zones 22 hours apart", () => {
  it("both go well and print the same", () => {
    expect(ended.map(({code, stderr}) => ({code, stderr}))).toEqual([0, 0].map((code) => ({code, stderr: ""})));
    const [one = "", other = ""] = ended.map(({stdout}) => stdout.split("Her ligg resultata")[0]);
    expect(one).toBe(other);
  });

  it("write the same files in every edition", () => {
    expect(filesUnder(east)).toEqual(filesUnder(west));
    expect(filesUnder(east).length).toBeGreaterThan(50);
  });

  it("write the same bytes in every file of every edition", () => {
    const different = filesUnder(east).filter(
      (path) => !readFileSync(join(east, path)).equals(readFileSync(join(west, path))),
    );
    expect(different).toEqual([]);
  });

  it("have a run id of the year and the content of everything that went in", () => {
    const ids = [east, west].flatMap((out) =>
      ["moete", "open"].map(
        (edition) =>
          (JSON.parse(readFileSync(join(out, "2025", edition, "manifest.json"), "utf8")) as {runId: string}).runId,
      ),
    );
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^2025-[0-9a-f]{8}$/);
  });
});
