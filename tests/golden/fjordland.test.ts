import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, inject, it} from "vitest";
import {solvableCells} from "../../pipeline/disclose/published-attack.ts";
import {readDisclosed} from "../../pipeline/duckdb/disclosed.ts";
import {openExisting} from "../../pipeline/duckdb/open.ts";
import {readRows} from "../../pipeline/duckdb/rows.ts";
import {root} from "../../pipeline/project.ts";
import {changedFjordland, type Disclosed, discloseFjordland, fjordland, scratchFolder} from "../support/fjordland.ts";
import {type CsvRow, filesUnder, parseCsv, readCsv, readPage, tableNamesIn, textsUnder} from "../support/outputs.ts";

const expected = join(root, "tests", "golden", "fjordland", "out");
const county = /Møre|Molde|Ålesund|Volda|Kristiansund|HMR/;
const scratch = scratchFolder();
afterAll(scratch.remove);

const ran = inject("fjordland");
const editionFolder = (edition: string): string => join(ran.out, "2025", edition);
const tableOf = (edition: string, name: string): CsvRow[] =>
  readCsv(join(editionFolder(edition), "tabellar", `${name}.csv`));

describe("Fjordland, a helsefellesskap that does not exist", () => {
  for (const edition of ["moete", "open"]) {
    it(`has the tables it had before (${edition})`, () => {
      const changed = tableNamesIn(editionFolder(edition)).filter((name) => {
        const text = readFileSync(join(editionFolder(edition), "tabellar", `${name}.csv`), "utf8");
        return !isGolden(join(expected, edition, `${name}.csv`), text);
      });
      expect(changed).toEqual([]);
      expect(
        readdirSync(join(expected, edition))
          .filter((name) => name.endsWith(".csv"))
          .sort(),
      ).toEqual(tableNamesIn(editionFolder(edition)).map((name) => `${name}.csv`));
    });
  }

  it("has a page for the public, for SSU and for each LSU, in the language of its profile", () => {
    const pages = filesUnder(join(ran.out, "2025")).filter((path) => path.endsWith("index.html"));
    expect(pages).toEqual([
      "moete/lsu-midt/index.html",
      "moete/lsu-nord/index.html",
      "moete/lsu-soer/index.html",
      "moete/ssu/index.html",
      "open/index.html",
    ]);
    const languages = pages.map((path) => {
      const {facts} = readPage(readFileSync(join(ran.out, "2025", path), "utf8"));
      const {language, languageLocked} = facts.audience as {language: string; languageLocked: boolean};
      return `${language}${languageLocked ? " locked" : ""}`;
    });
    expect(languages).toEqual(["nb locked", "nn", "nn", "nn", "nn"]);
  });

  it("takes its thresholds from its own register", () => {
    const thresholds = ["moete", "open"].map((edition) => {
      return (JSON.parse(readFileSync(join(editionFolder(edition), "manifest.json"), "utf8")) as {threshold: number})
        .threshold;
    });
    expect(thresholds).toEqual([3, 4]);
    const shown = (edition: string): number[] =>
      ["melding_per_kategori", "melding_per_kvartal", "melding_per_kommune", "melding_per_fagomraade"]
        .flatMap((name) => tableOf(edition, name))
        .flatMap(({n, status}) => (status === "published" && n !== "0" ? [Number(n)] : []));
    expect(Math.min(...shown("moete"))).toBeGreaterThanOrEqual(3);
    expect(shown("moete").length).toBeGreaterThan(shown("open").length);
    expect(Math.min(...shown("open"))).toBeGreaterThanOrEqual(4);
  });

  it("has nothing of Møre og Romsdal in any output", () => {
    // The letters of the bundled font spell anything.
    const withoutFont = (text: string): string => text.replace(/data:font\/woff2;base64,[A-Za-z0-9+/=]+/g, "");
    const found = textsUnder(ran.out).flatMap(({part, text}) => (county.test(withoutFont(text)) ? [part] : []));
    expect(found).toEqual([]);
  });
});

describe("Fjordland counted by hand from its deliveries", () => {
  const counted = count();

  it("has as many reports as were planned", () => {
    const total = (aar: number): number => counted.filter((report) => report.aar === aar).length;
    expect([total(2024), total(2025)]).toEqual([45, 37]);
  });

  it("has the counted reports in every year, LSU and category, where a number is shown", () => {
    const shown = tableOf("moete", "melding_per_kategori").filter(({status}) => status === "published");
    const wrong = shown.filter((row) => Number(row.n) !== counted.filter((report) => belongs(report, row)).length);
    expect(wrong).toEqual([]);
    expect(shown.length).toBeGreaterThan(50);
  });

  it("has the counted reports in every year, LSU and category before anything is hidden", async () => {
    const rows = await measuredRows("select aar, omraade, kategori, retning, n from measured.melding_per_kategori");
    const wrong = rows.filter((row) => Number(row.n) !== counted.filter((report) => belongs(report, row)).length);
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(2 * 4 * 7 * 3);
  });

  it("has the counted reports in every municipality of the day it happened", async () => {
    const rows = await measuredRows("select aar, kommune, retning, n from measured.melding_per_kommune");
    const wrong = rows.filter(
      ({aar, kommune, retning, n}) =>
        counted.filter(
          (report) =>
            report.aar === Number(aar) &&
            report.kommune === kommune &&
            (retning === "alle" || report.retning === retning),
        ).length !== Number(n),
    );
    expect(wrong).toEqual([]);
    expect(rows.reduce((sum, {retning, n}) => sum + (retning === "alle" ? Number(n) : 0), 0)).toBe(counted.length);
  });

  it("has the counted answers within its own deadline of 21 days", async () => {
    const rows = await measuredRows(
      "select aar, omraade, teljar, nemnar from measured.andel_per_omraade where maal = 'svart_innan_frist'",
    );
    const cut =
      counted
        .flatMap(({registrert, svart}) => [registrert, svart ?? registrert])
        .sort()
        .at(-1) ?? "";
    for (const {aar, omraade, teljar, nemnar} of rows) {
      const own = counted.filter(
        (report) => report.aar === Number(aar) && ["fylke", report.lsu].includes(String(omraade)),
      );
      const due = own.filter(({registrert}) => daysBetween(registrert, cut) >= 21);
      const inTime = due.filter(({registrert, svart}) => svart !== null && daysBetween(registrert, svart) <= 21);
      expect([aar, omraade, teljar, nemnar]).toEqual([aar, omraade, inTime.length, due.length]);
    }
  });

  it("says who delivered, who confirmed zero and who is missing", () => {
    const rows = tableOf("open", "levering_per_part").map(({aar, part, levering}) => `${aar} ${part} ${levering}`);
    expect(rows.filter((row) => !row.endsWith(" levert"))).toEqual(["2024 9904 stadfesta_null", "2024 9906 manglar"]);
  });

  it("has its two pairs as two events told four times, and an account that adds up", async () => {
    const rows = await measuredRows("select utfall, rader from measured.rekneskap");
    expect(Object.fromEntries(rows.map(({utfall, rader}) => [utfall, rader]))).toMatchObject({
      rader_inn: 91,
      tomme_og_summar: 2,
      testrader: 1,
      karantene: 3,
      utanfor: 1,
      levert_foer: 1,
      forbetringsforslag: 1,
      avvik: 82,
      hendingar: 80,
    });
  });
});

describe("a municipality that is no more", () => {
  it("is not called missing in the year its last report came late", () => {
    const rows = tableOf("moete", "melding_per_kommune").filter(
      ({aar, kommune}) => aar === "2025" && kommune === "9907",
    );
    expect(rows.map(({retning}) => retning)).toEqual(["H2K", "K2H", "alle"]);
    expect(rows.filter(({status}) => status === "missing")).toEqual([]);
  });

  it("does not stop the editions by its late report, whatever else was reported", async () => {
    const wrongDate = (text: string): string =>
      text.replace("12/09/2025,20/09/2025,20/09/2025", "12/09/2025,07/09/2025,07/09/2025");
    const data = changedFjordland(scratch.folder, {"deliveries/SYNTETISK_fjordhelse_2025.csv": wrongDate});
    const {database} = await discloseFjordland(data);
    for (const [edition, threshold] of [
      ["moete", 3],
      ["open", 4],
    ] as const) {
      expect(solvableCells(await readDisclosed(database, edition), threshold)).toEqual([]);
    }
  });
});

describe("a municipality that changes LSU", () => {
  const moved = (date: string, before: string) => ({
    "registers/lsu_medlem.csv": (text: string) =>
      text.replace(
        "9903,lsu-midt,2020-01-01,,",
        `9903,lsu-midt,2020-01-01,${before},Oppdikta,antatt\n9903,lsu-nord,${date},,`,
      ),
  });

  it("in the middle of a year is counted in the LSU of the day it happened", async () => {
    const data = changedFjordland(scratch.folder, moved("2025-07-01", "2025-06-30"));
    const again = await discloseFjordland(data);
    const rows = await measuredRows(
      "select omraade, n from measured.melding_per_kategori where aar = 2025 and kategori = 'alle' and retning = 'alle' order by omraade",
      again,
    );
    const own = count().filter(({aar}) => aar === 2025);
    const inNord = own.filter(
      ({lsu, kommune, hending}) => lsu === "lsu-nord" || (kommune === "9903" && hending >= "2025-07-01"),
    ).length;
    expect(rows.find(({omraade}) => omraade === "lsu-nord")?.n).toBe(inNord);
    expect(rows.find(({omraade}) => omraade === "fylke")?.n).toBe(own.length);
  });

  it("at the turn of a year may have a report of the old year come late", async () => {
    const late = (text: string): string =>
      text.replace(
        "B25-900|Skarvholmen|",
        "B25-899|Elvestad|Utskrivning|Lite|2024-12-20|2025-01-03|||SYNTETISK||SYNTETISK\r\nB25-900|Skarvholmen|",
      );
    const data = changedFjordland(scratch.folder, {
      ...moved("2025-01-01", "2024-12-31"),
      "deliveries/SYNTETISK_bygdenett_2025.csv": late,
    });
    const again = await discloseFjordland(data);
    const [row] = await measuredRows(
      "select n from measured.melding_per_kategori where aar = 2025 and omraade = 'lsu-midt' and kategori = 'alle' and retning = 'alle'",
      again,
    );
    const others = count().filter(
      ({aar, lsu, kommune}) => aar === 2025 && lsu === "lsu-midt" && kommune !== "9903",
    ).length;
    expect(row?.n).toBe(others + 1);
  });
});

describe("a case number", () => {
  it("of a year and four digits is not taken for a telephone number", async () => {
    const numbered = (text: string): string => text.replace(/B24-(\d{3})/g, "2024-0$1");
    const data = changedFjordland(scratch.folder, {"deliveries/SYNTETISK_bygdenett_2024.csv": numbered});
    const again = await discloseFjordland(data);
    const waiting = again.intake.waiting.filter(({kind}) => kind === "pii_in_structured_field");
    expect(waiting.length).toBe(0);
  });
});

describe("the program", () => {
  it("has nothing of Møre og Romsdal in its code", () => {
    const anyCase = /møre|molde|ålesund|alesund|volda|kristiansund|\bhmr\b/i;
    const files = ["pipeline", "dashboard"].flatMap((folder) =>
      filesUnder(join(root, folder)).map((path) => `${folder}/${path}`),
    );
    const program = files.filter(
      (path) => /\.(ts|tsx|sql|css|html|cjs|mjs|json)$/.test(path) && !/examples?[./]|\.test\./.test(path),
    );
    const found = program.flatMap((path) =>
      readFileSync(join(root, path), "utf8")
        .split("\n")
        .flatMap((line, index) => (anyCase.test(line) ? [`${path}:${index + 1}`] : [])),
    );
    expect(found).toEqual([]);
    expect(program.length).toBeGreaterThan(80);
  });
});

/** Compares with the file kept, line ends apart; a difference is written beside it, and a missing file is made. */
function isGolden(file: string, text: string): boolean {
  const changed = `${file}-changed`;
  const plain = text.replaceAll("\r\n", "\n");
  rmSync(changed, {force: true});
  if (!existsSync(file)) {
    if (process.env.CI) return false;
    mkdirSync(join(file, ".."), {recursive: true});
    writeFileSync(file, plain);
    return true;
  }
  if (readFileSync(file, "utf8").replaceAll("\r\n", "\n") === plain) return true;
  writeFileSync(changed, plain);
  return false;
}

interface Report {
  readonly aar: number;
  readonly hending: string;
  readonly registrert: string;
  readonly svart: string | null;
  readonly kommune: string;
  readonly lsu: string;
  readonly kategori: string;
  readonly retning: string;
}

/** The reports of Fjordland as one who reads the files would count them; nothing here is the pipeline's. */
function count(): Report[] {
  const reports = new Map<string, Report>();
  for (const year of [2024, 2025]) {
    for (const [id, report] of [...bygdenett(year), ...fjordhelse(year)]) reports.set(id, report);
  }
  return [...reports.values()];
}

const numbers: Readonly<Record<string, string>> = {
  Granvik: "9901",
  Fjellbygda: "9902",
  Elvestad: "9903",
  "Elvestad by": "9903",
  Lyngholt: "9904",
  "Lyngholt kommune": "9904",
  Kvitsund: "9905",
  Havblik: "9906",
  Skarvholmen: "9907",
};

function lsuOf(kommune: string): string {
  if (kommune === "9901" || kommune === "9902") return "lsu-nord";
  return kommune === "9903" || kommune === "9904" ? "lsu-midt" : "lsu-soer";
}

function bygdenett(year: number): [string, Report][] {
  const codes: Readonly<Record<string, string>> = {
    Utskrivning: "UTS",
    "Utskrivning psykiatri": "UTS",
    Medisin: "MED",
    "Legemidler og resept": "MED",
    Dialog: "DIA",
    Annet: "ANN",
  };
  const text = readFileSync(join(fjordland, "deliveries", `SYNTETISK_bygdenett_${year}.csv`), "utf8");
  const found: [string, Report][] = [];
  for (const {Id = "", Kommune = "", Gruppe = "", Skjedde = "", Meldt = "", Svar = ""} of parseCsv(text, "|")) {
    const kommune = numbers[Kommune];
    const kategori = codes[Gruppe];
    if (kommune === undefined || kategori === undefined) continue;
    if (kommune === "9907" && Skjedde > "2024-12-31") continue;
    const report = {
      aar: Number(Meldt.slice(0, 4)),
      hending: Skjedde,
      registrert: Meldt,
      svart: Svar || null,
      kommune,
      lsu: lsuOf(kommune),
      kategori,
      retning: "K2H",
    };
    found.push([Id, report]);
  }
  return found;
}

function fjordhelse(year: number): [string, Report][] {
  const codes: Readonly<Record<string, string>> = {
    "10 Innleggelse": "INN",
    "20 Utskrivning": "UTS",
    "30 Legemidler": "MED",
    "40 Dialogmelding": "DIA",
    "": "UKJ",
  };
  const text = readFileSync(join(fjordland, "deliveries", `SYNTETISK_fjordhelse_${year}.csv`), "latin1");
  const iso = (day: string): string => day.split("/").reverse().join("-");
  const found: [string, Report][] = [];
  for (const row of parseCsv(text, ",")) {
    const {Sak = "", Slag, Fra, Kommunenr: kommune = "", Gjelder = "", Hendt = "", Sendt = "", Besvart = ""} = row;
    if (Slag !== "A" || Hendt.startsWith("31/02") || row["Hva skjedde"]?.startsWith("PRØVESAK")) continue;
    const registrert = iso(row.Ført ?? Sendt);
    const report = {
      aar: Number(registrert.slice(0, 4)),
      hending: iso(Hendt),
      registrert,
      svart: Besvart ? iso(Besvart) : null,
      kommune,
      lsu: lsuOf(kommune),
      kategori: codes[Gjelder] ?? "?",
      retning: Fra === "Kommune" ? "K2H" : "H2K",
    };
    found.push([Sak, report]);
  }
  return found;
}

function belongs(report: Report, row: Readonly<Record<string, unknown>>): boolean {
  if (report.aar !== Number(row.aar)) return false;
  if (row.omraade !== "fylke" && row.omraade !== report.lsu) return false;
  if (row.kategori !== "alle" && row.kategori !== report.kategori) return false;
  return row.retning === "alle" || row.retning === report.retning;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

async function measuredRows(sql: string, disclosed?: Disclosed): Promise<Record<string, unknown>[]> {
  const database = disclosed?.database ?? (await openExisting(ran.warehouse));
  try {
    return await readRows<Record<string, unknown>>(database, sql);
  } finally {
    database.closeSync();
  }
}
