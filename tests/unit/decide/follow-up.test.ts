import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {type MeetingFile, writeMeeting} from "../../../pipeline/contract/meeting.ts";
import type {Value} from "../../../pipeline/contract/meeting-fields.ts";
import {readMeetings, takeMeetings} from "../../../pipeline/decide/decision-files.ts";
import {decisionRecords, standingIn} from "../../../pipeline/decide/decision-records.ts";
import {measureTemplates, routeTemplate} from "../../../pipeline/decide/follow-up-rows.ts";
import {periodIn, periodOf, periodsBetween} from "../../../pipeline/decide/period.ts";
import {readGiven, writeTemplates} from "../../../pipeline/decisions.ts";
import {cardLines, meetingWith, place} from "../../support/meeting.ts";

const today = "2026-08-10";
let root: string;
let folder: string;
let nr = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "avvik-tabell-"));
});
beforeEach(() => {
  folder = join(root, `register-${++nr}`);
});
afterAll(() => {
  rmSync(root, {recursive: true, force: true});
});

type Lines = readonly (readonly [string, string, Value])[];
const fileOf = (lines: Lines, by = "a"): MeetingFile => ({
  ...place,
  runId: "2025-1a",
  entries: meetingWith(lines, by).entries,
});
const molde = fileOf([["moete", "dato", "2026-03-05"], ["kandidat/EPI", "vedtak", "prioriter"], ...cardLines("EPI")]);

function written(file: MeetingFile): string {
  const path = join(root, `møtefil-${++nr}.json`);
  writeFileSync(path, writeMeeting(file));
  return path;
}

async function decide(...paths: readonly string[]) {
  const given = [];
  for (const path of paths) given.push(await readGiven(path));
  return takeMeetings(given, {folder, today, namesPerson: (text) => text.includes("@")});
}

const records = () => decisionRecords(readMeetings(folder));

async function templates(ending: "csv" | "xlsx") {
  const standing = (_record: unknown, subject: string, field: string) =>
    readMeetings(folder).flatMap(({entries}) => standingIn(entries, subject, field));
  const facts = {today, titleOf: () => "Epikrise", standing};
  const to = join(root, `tabellar-${++nr}`);
  const routes = records()
    .filter(({type}) => type === "ssu")
    .map((record) => ({record, title: "Utskriving"}));
  const all = [...measureTemplates(records(), facts), ...routeTemplate(routes, facts)];
  const paths = await writeTemplates(to, all, {today, synthetic: true});
  return paths.filter((path) => path.endsWith(ending));
}

/** The table with some cells filled in: by period, then by column. */
function filled(path: string, cells: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const lines = readFileSync(path, "utf8").replace("\ufeff", "").trimEnd().split("\r\n");
  const head = lines.findIndex((line) => /^(vedtak;periode|rute);/.test(line));
  const columns = (lines[head] ?? "").split(";");
  const changed = lines.map((line, index) => {
    const own = line.split(";");
    const given = index > head ? (cells[own[1] ?? ""] ?? cells[own[0] ?? ""]) : undefined;
    return given ? columns.map((column, at) => given[column] ?? own[at] ?? "").join(";") : line;
  });
  const to = join(root, `fylt-${++nr}.csv`);
  writeFileSync(to, changed.join("\r\n"));
  return to;
}

describe("ein tabell for kvart tiltak", () => {
  it("har ei rad for status og ei for kvar månad frå året før vedtaket til i dag", async () => {
    await decide(written(molde));
    const [path = ""] = await templates("csv");
    expect(path).toMatch(/SYNTETISK-maal-lsu-molde-2025-EPI\.csv$/);
    const rows = readFileSync(path, "utf8").split("\r\n");
    const periods = rows.filter((row) => row.startsWith("lsu-molde/2025-EPI;")).map((row) => row.split(";")[1]);
    expect([periods[0], periods[1], periods.at(-1), periods.length]).toEqual(["status", "2025M03", "2026M07", 18]);
  });

  it("kjem utfylt tilbake som CSV og blir historie, ikkje overskriving", async () => {
    await decide(written(molde));
    const [path = ""] = await templates("csv");
    const first = filled(path, {
      status: {status: "under", betre: "opp"},
      "2026M02": {teljar: "30", nemnar: "60"},
      "2026M04": {teljar: "48", nemnar: "60"},
    });
    const [taken] = await decide(first);
    expect(taken?.fresh).toBe(6);
    expect((await decide(first))[0]?.fresh).toBe(0);
    expect(records()[0]).toMatchObject({
      status: "under",
      better: "opp",
      counted: [
        {period: "2026M02", teljar: 30, nemnar: 60, changed: ""},
        {period: "2026M04", teljar: 48, nemnar: 60, changed: ""},
      ],
    });
    const [again = ""] = await templates("csv");
    const [second] = await decide(filled(again, {status: {status: "gjennomfoert"}, "2026M04": {teljar: "50"}}));
    expect(second).toMatchObject({fresh: 2, conflicts: []});
    expect(records()[0]).toMatchObject({status: "gjennomfoert"});
    expect(records()[0]?.counted.at(-1)).toMatchObject({teljar: 50, nemnar: 60});
    const values = readMeetings(folder)[0]?.entries.filter(
      ({field, subject}) => field === "teljar" && subject.endsWith("M04"),
    );
    expect(values?.map(({value}) => value).sort()).toEqual([48, 50]);
  });

  it("kan gå att uendra som Excel-fil utan at noko blir nytt", async () => {
    await decide(written(molde));
    const [csv = ""] = await templates("csv");
    await decide(filled(csv, {"2026M04": {teljar: "48", nemnar: "60"}}));
    const [book = ""] = await templates("xlsx");
    const before = records();
    expect(await decide(book)).toEqual([]);
    expect(records()).toEqual(before);
  });

  it("to som fyller ut det same ulikt, ventar på eit menneske, i kva rekkjefølgje som helst", async () => {
    await decide(written(molde));
    const [path = ""] = await templates("csv");
    const [one, other] = ["48", "49"].map((teljar) => filled(path, {"2026M04": {teljar, nemnar: "60"}})) as [
      string,
      string,
    ];
    await decide(one);
    const [taken] = await decide(other);
    expect(taken?.conflicts).toEqual(["maaling/2025-EPI_2026M04 teljar"]);
    expect(records()[0]?.counted).toEqual([]);
    const register = readMeetings(folder);
    folder = join(root, `register-${++nr}`);
    await decide(written(molde));
    await decide(other, one);
    expect(readMeetings(folder)).toEqual(register);
    const [open = ""] = await templates("csv");
    const [settled] = await decide(filled(open, {"2026M04": {teljar: "49", nemnar: "60"}}));
    expect(settled?.conflicts).toEqual([]);
    expect(records()[0]?.counted).toMatchObject([{teljar: 49, nemnar: 60}]);
  });

  it("basislinja er låst: eit tal frå før vedtaket blir ikkje retta utan at det står kvifor", async () => {
    await decide(written(molde));
    const [path = ""] = await templates("csv");
    await decide(filled(path, {"2026M02": {teljar: "30", nemnar: "60"}}));
    const [again = ""] = await templates("csv");
    await expect(decide(filled(again, {"2026M02": {teljar: "20"}}))).rejects.toThrow(
      /«merknad»: tal frå før vedtaket er låste/,
    );
    await decide(filled(again, {"2026M02": {teljar: "20", merknad: "talt dobbelt"}}));
    expect(records()[0]?.counted).toEqual([{period: "2026M02", teljar: 20, nemnar: 60, changed: "talt dobbelt"}]);
  });

  it("seier alle feil på éin gong, med rad og kolonne, og skriv ingenting", async () => {
    await decide(written(molde));
    const [path = ""] = await templates("csv");
    const bad = filled(path, {
      status: {status: "ferdig"},
      "2026M01": {teljar: "3,5", nemnar: "60"},
      "2026M02": {teljar: "70", nemnar: "60"},
      "2026M03": {nemnar: "60"},
      "2026M04": {teljar: "4", nemnar: "60", merknad: "ring kari@example.no"},
      "2026M05": {periode: "2026K2", teljar: "1", nemnar: "9"},
      "2026M06": {periode: "2027M06", teljar: "1", nemnar: "9"},
      "2026M07": {vedtak: "lsu-molde/2025-XXX", teljar: "1", nemnar: "9"},
    });
    const before = readMeetings(folder);
    const fault = await decide(bad).catch((error: Error) => error.message);
    const lines = String(fault).split("\n");
    expect(lines.map((line) => line.replace(/rad \d+/, "rad N"))).toEqual([
      "Fil 1, rad N, kolonne «status»: skriv ukjend, ikkje, planlagt, under eller gjennomfoert.",
      "Fil 1, rad N: «teljar» skal vere eit heilt tal.",
      "Fil 1, rad N: «teljar» er større enn «nemnar». Er dei bytte om? Er det rett, så skriv kvifor i merknaden.",
      "Fil 1, rad N: «teljar» er tom, men «nemnar» er fylt ut. Er det ingen, så skriv 0.",
      "Fil 1, rad N: perioden skal vere ein månad, slik det står på kortet.",
      "Fil 1, rad N: perioden er ikkje omme. Skriv talet når ho er det.",
      "Fil 1, rad N, kolonne «vedtak»: vedtaket finst ikkje i registeret. Ta inn møtefila først, og skriv ikkje om på kolonna.",
      expect.stringMatching(/^Fil 1: ein merknad har noko som kan vere eit fødselsnummer/),
    ]);
    expect(readMeetings(folder)).toEqual(before);
  });

  it("ein tabell som ikkje er vår, og ei fil som er skadd, blir sagde frå om", async () => {
    const [strange, cut] = ["a;b\r\n1;2\r\n", 'vedtak;periode\r\n"aldri lukka'].map((text) => {
      const path = join(root, `rar-${++nr}.csv`);
      writeFileSync(path, text);
      return path;
    }) as [string, string];
    await expect(decide(strange)).rejects.toThrow(/^Fil 1: dette er ingen tabell frå «avvik status --templates»/);
    await expect(decide(cut)).rejects.toThrow(/hermeteikn er ikkje lukka/);
    expect(() => readdirSync(folder)).toThrow();
  });
});

describe("svar på ei sak frå LSU", () => {
  it("kjem i tabellen for ruter, og eit FSU svarer ikkje før SSU har sendt saka dit", async () => {
    await decide(written(fileOf([["kandidat/UTS", "vedtak", "ssu"]])));
    const [path = ""] = await templates("csv");
    const id = "lsu-molde_2025-UTS";
    await expect(decide(filled(path, {[id]: {fsu_svar: "gjer"}}))).rejects.toThrow(
      /«fsu_svar»: eit FSU kan ikkje svare før SSU/,
    );
    await decide(
      filled(path, {[id]: {ssu_svar: "fsu", ssu_dato: "2026-04-20", fsu_svar: "gjer", fsu_dato: "2026-06-01"}}),
    );
    expect(records()[0]?.answers).toMatchObject({
      ssuAnswer: "fsu",
      ssuDate: "2026-04-20",
      fsuAnswer: "gjer",
      fsuDate: "2026-06-01",
    });
  });
});

describe("periodar", () => {
  it("heiter det SSB kallar dei, også ved årsskiftet", () => {
    expect([periodOf("2026-03-31", "maanad"), periodOf("2026-03-31", "kvartal")]).toEqual(["2026M03", "2026K1"]);
    expect([periodOf("2024-12-30", "veke"), periodOf("2021-01-03", "veke")]).toEqual(["2025U01", "2020U53"]);
    expect(["2026-03", "2026-03-01", "2026m03", "mars"].map(periodIn)).toEqual(["2026M03", "2026M03", "2026M03", null]);
    expect(periodsBetween("2025-11-15", "2026-02-01", "maanad")).toEqual(["2025M11", "2025M12", "2026M01"]);
  });
});
