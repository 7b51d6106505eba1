import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openDatabase} from "../../pipeline/duckdb/open.ts";
import {takeIn} from "../../pipeline/intake.ts";
import {projectIn, root} from "../../pipeline/project.ts";
import {ingestJson} from "../../pipeline/terminal.ts";
import {brokenCsv} from "../deliveries/broken-csv.ts";
import {tellOutcome} from "../deliveries/broken-file.ts";
import {brokenXlsx} from "../deliveries/broken-xlsx.ts";

const files = [...brokenCsv, ...brokenXlsx];
const folder = mkdtempSync(join(tmpdir(), "avvik-oeydelagd-"));
let told: ReturnType<typeof ingestJson>["files"] = [];

beforeAll(async () => {
  mkdirSync(folder, {recursive: true});
  const paths = files.map(({name, make}, index) => {
    const path = join(folder, `${String(index).padStart(3, "0")}-${name}`);
    writeFileSync(path, make(`S${index}`));
    return path;
  });
  const database = await openDatabase();
  const project = projectIn(join(root, "data"), {today: "2026-02-15", year: null});
  told = ingestJson(await takeIn(database, project, {paths})).files;
  database.closeSync();
}, 60_000);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("Ei øydelagd eller fiendtleg fil", () => {
  it.each(files.map(({name, expected}, index) => ({name, expected, index})))(
    "$name: $expected",
    ({index, expected}) => {
      expect(
        tellOutcome(
          told[index] ?? {
            outcome: "gone",
            rows: 0,
            accepted: 0,
            quarantined: 0,
            duplicates: 0,
            skipped: 0,
            reasons: [],
          },
        ),
      ).toBe(expected);
    },
  );
});
