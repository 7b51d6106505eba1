import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openDatabase} from "../../pipeline/duckdb/open.ts";
import {type Inspected, inspectFiles} from "../../pipeline/inspect.ts";
import {inspectReport} from "../../pipeline/inspect-messages.ts";
import {takeIn} from "../../pipeline/intake.ts";
import {projectIn, root} from "../../pipeline/project.ts";

const folder = mkdtempSync(join(tmpdir(), "avvik-inspect-"));
const project = projectIn(join(root, "data"), {today: "2026-02-15"});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const NAMES = ["Jenny Oppdikta", "Arvid Prøvesen", "Turid Finstikke", "Kåre Tullestad"];
const HEAD =
  "Sak;Dato for registrering;Når skjedde det?;Kommune/bydel;Type avvik;Alvorl.grad;Status nå;Hva skjedde;Melders navn;Pasient f.nr;Kontakt;Antall vedlegg";
const kommunar = ["Molde", "Kr.sund N", "Ålesund kommune", "Moldde", "Volda"];
const kategoriar = [
  "Epikrise | Legemidler",
  "Legemidler",
  "Epikrise | Epikrise",
  "Medisinhåndtering",
  "Turid Finstikke",
];
const row = (at: number): string =>
  [
    `2025/${100 + at}`,
    `${String(1 + (at % 28)).padStart(2, "0")}.03.2025 10:2${at % 10}`,
    `${String(1 + (at % 28)).padStart(2, "0")}.02.2025`,
    kommunar[at % 5],
    kategoriar[at % 5],
    ["Lav", "Middels", "Høy"][at % 3],
    ["Lukket", "Under arbeid", "På vent"][at % 3],
    "Epikrisen kom ikke frem til hjemmetjenesten før pasienten var hjemme, og listen var feil",
    NAMES[at % 4],
    `018150${String(10000 + at).slice(-5)}`,
    `9${String(1000000 + at)}`,
    at % 3,
  ].join(";");

let found: Inspected;
let path = "";
beforeAll(async () => {
  path = join(folder, "ukjent.csv");
  const lines = ["Eksport frå avvikssystemet", "", HEAD, ...Array.from({length: 30}, (_, at) => row(at))];
  writeFileSync(path, Buffer.from(`${lines.join("\r\n")}\r\n`, "latin1"));
  const [file] = await inspectFiles([path], project, "utkast");
  if (file === undefined || "outcome" in file) throw new Error("not proposed");
  found = file;
}, 30_000);

describe("Ei fil som ingen har sett før", () => {
  it("får kvar kolonne gjetta, med det som talar for det", () => {
    expect(found.headerRow).toBe(3);
    expect(found.columns.map(({header, field, role, basis}) => [header, field ?? role, basis])).toEqual([
      ["Sak", "saksnr", "header"],
      ["Dato for registrering", "registrert", "near_header"],
      ["Når skjedde det?", "hendingsdato", "header"],
      ["Kommune/bydel", "kommune", "values"],
      ["Type avvik", "kategori", "header"],
      ["Alvorl.grad", "alvor", "near_header"],
      ["Status nå", "status", "near_header"],
      ["Hva skjedde", "beskriving", "header"],
      ["Melders navn", "drop", "values"],
      ["Pasient f.nr", "pseudonym", "header"],
      ["Kontakt", "drop", "values"],
      ["Antall vedlegg", "drop", "none"],
    ]);
    expect(found.separator).toBe("|");
    expect(found.columns[1]?.dates).toMatchObject({filled: 30, read: 30});
  });

  it("får orda sine haldne opp mot dei kjende, og næraste nemnt", () => {
    expect(found.unknown.filter(({word}) => word !== null)).toEqual([
      {field: "kategori", word: "Medisinhåndtering", rows: 6, nearest: expect.stringMatching(/\(LEG\)$/)},
      {field: "status", word: "På vent", rows: 10, nearest: expect.stringMatching(/\(open\)$/)},
    ]);
    expect(found.unknown.find(({field}) => field === "kommune")).toMatchObject({rows: 6, nearest: "Molde (1506)"});
  });

  it("får aldri vist eit namn eller eit nummer, verken i teksten, i JSON eller i utkastet", () => {
    const told = `${inspectReport(found)}\n${JSON.stringify(found)}`;
    for (const name of NAMES.flatMap((whole) => whole.split(" "))) expect(told).not.toContain(name);
    expect(told).not.toMatch(/\d{6,}/);
  });

  it("seier «éi rad» om ei rad", () => {
    expect(inspectReport({...found, rows: 1})).toContain(", éi rad sett på.");
    expect(inspectReport({...found, rows: 30})).toContain(", 30 rader sett på.");
  });

  it("blir lesen med utkastet slik det står", async () => {
    const draft = join(folder, "utkast.json");
    writeFileSync(draft, JSON.stringify(found.layout));
    const {accounts, refused} = await takeIn(await openDatabase(), project, {paths: [path], only: draft});
    expect(refused).toEqual([]);
    expect(accounts).toMatchObject([{layout: "utkast", received: 30}]);
    expect(accounts[0]?.accepted).toBeGreaterThan(0);
  });
});

describe("Ei fil som ikkje er ein tabell", () => {
  it.each([
    ["tom.csv", "", "empty"],
    ["brev.csv", "Hei\nher kjem ikkje noka liste\n", "not_tabular"],
    ["bilete.csv", "\x89PNG\r\n", "wrong_type"],
  ])("%s", async (name, text, kind) => {
    const file = join(folder, name);
    writeFileSync(file, Buffer.from(text, "latin1"));
    expect(await inspectFiles([file], project, "utkast")).toMatchObject([{outcome: "refused", kind}]);
  });
});

describe("Ei stor fil som ingen har sett før", () => {
  const inspected = async (text: string) => {
    const file = join(folder, "stor.csv");
    writeFileSync(file, text);
    const [one] = await inspectFiles([file], project, "utkast");
    return one;
  };

  it("er ingen tabell når første linja aldri sluttar, og er ikkje tom", async () => {
    expect(await inspected("a".repeat(9_000_000))).toMatchObject({outcome: "refused", kind: "not_tabular"});
    expect(await inspected("\n".repeat(100))).toMatchObject({outcome: "refused", kind: "empty"});
  });

  it("blir ikkje sagt å passe når ho ikkje let seg lese til endes", async () => {
    const head = "Saksnr;Kommune;Kategori;Registrert";
    expect(await inspected(`${head}\n2025/1;Molde;Anna;01.03.2025\n2025/2;Molde;"Anna;01.03.2025\n`)).toMatchObject({
      outcome: "refused",
      kind: "unclosed_quote",
      row: 3,
    });
  });

  it("blir lesen like godt når linjene sluttar slik gamle Mac-ar skreiv dei", async () => {
    const lines = [HEAD, ...Array.from({length: 40_000}, (_, at) => row(at))];
    expect(await inspected(lines.join("\r"))).toMatchObject({headerRow: 1});
  });
});
