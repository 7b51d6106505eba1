import {createHash} from "node:crypto";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {conclusionsFor, conclusionsOf} from "../../pipeline/conclude/conclusions.ts";
import {encodeTable} from "../../pipeline/contract/arrow.ts";
import type {EditionName, PageFacts} from "../../pipeline/contract/edition.ts";
import type {Manifest} from "../../pipeline/contract/manifest.ts";
import type {Tables} from "../../pipeline/contract/tables.ts";
import {readDisclosed} from "../../pipeline/duckdb/disclosed.ts";
import {programId} from "../../pipeline/program.ts";
import {csvOf} from "../../pipeline/publish/write-tables.ts";
import {report} from "../../pipeline/report/report.ts";
import {verifyFolder} from "../../pipeline/verify/verify.ts";
import {editionOf, pageFacts, template} from "../support/edition.ts";
import {disclosed} from "../support/flow.ts";
import {writeEditions} from "../support/write-editions.ts";

const scratch = mkdtempSync(join(tmpdir(), "avvik-tampered-"));
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

const factsOf = (edition: EditionName, year = 2025): PageFacts =>
  pageFacts({
    year,
    audience: {...pageFacts().audience, id: edition === "open" ? "open" : "ssu", edition},
    threshold: edition === "open" ? 5 : 3,
  });

let good: string;
/** As `good`, without the documents: what lies in an edition is made again, and they take long. */
let plain: string;
let all: Readonly<Record<EditionName, Tables>>;

/** Both editions as a run writes them, with documents in the open one. */
beforeAll(async () => {
  const rows = (n: number, prefix: string, line: Readonly<Record<string, string>>) =>
    Array.from({length: n}, (_, index) => ({"hf-sak": `${prefix}${index}`, ...line}));
  const line = {retning: "H2K", kommune: "1508", kategori: "Anna", registrert: "02.03.2025"};
  const {database} = await disclosed({
    deliveries: {
      "hf.csv": [
        ...rows(20, "a", line),
        ...rows(4, "b", {...line, kategori: "Epikrise manglar"}),
        ...rows(2, "c", {...line, kategori: "Tilvising avvist"}),
        ...rows(11, "d", {...line, kategori: "Tilvising avvist", kommune: "1506"}),
        ...rows(3, "e", {...line, kommune: "1506"}),
      ],
    },
  });
  all = {moete: await readDisclosed(database, "moete"), open: await readDisclosed(database, "open")};
  database.closeSync();
  good = await written("2025", all);
  plain = await written("2025", all, {documents: false});
}, 60_000);

async function written(
  year: string,
  tables: Readonly<Record<EditionName, Tables>>,
  {documents = true} = {},
): Promise<string> {
  const folder = join(mkdtempSync(join(scratch, "year-")), year);
  const editions = await Promise.all(
    (["moete", "open"] as const).map(async (name) => {
      const plainFacts = factsOf(name, Number(year));
      const all = conclusionsOf(tables[name], plainFacts.year);
      const facts = {...plainFacts, conclusions: conclusionsFor(all, tables[name], plainFacts.audience.omraade)};
      const more = documents && name === "open" ? await report(tables[name], [facts]) : [];
      const edition = editionOf(name, tables[name], {facts, more});
      return {...edition, manifest: {...edition.manifest, program: programId()}};
    }),
  );
  writeEditions(folder, editions);
  return folder;
}

/** The plain editions again, with one document where that is what is looked at. */
function copied(path = ""): string {
  const folder = join(mkdtempSync(join(scratch, "copy-")), "2025");
  cpSync(plain, folder, {recursive: true});
  if (!isDocument(path)) return folder;
  cpSync(join(good, "open", path), join(folder, "open", path));
  resign(join(folder, "open"), {}, [path]);
  return folder;
}

const isDocument = (path: string): boolean => /\.(docx|xlsx)$/.test(path);
const faultsOf = async (folder: string): Promise<string> => (await verifyFolder(folder, template)).faults.join("\n");

/** Rewrites a file of the open edition, and its fingerprint too: what one does who wants it to pass. */
async function faultsAfter(path: string, change: (bytes: Buffer) => Uint8Array, edition = "open"): Promise<string> {
  const folder = copied(path);
  const file = join(folder, edition, path);
  const bytes = change(readFileSync(file));
  expect(Buffer.from(bytes).equals(readFileSync(file))).toBe(false);
  writeFileSync(file, bytes);
  resign(join(folder, edition));
  return faultsOf(folder);
}

function resign(edition: string, changes: Partial<Manifest> = {}, added: readonly string[] = []): void {
  const path = join(edition, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  const outputs = [...manifest.outputs.map(({file}) => file), ...added].map((file) => {
    const bytes = readFileSync(join(edition, file));
    return {file, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length};
  });
  writeFileSync(path, JSON.stringify({...manifest, ...changes, outputs}));
}

const inText =
  (from: string | RegExp, to: string) =>
  (bytes: Uint8Array): Uint8Array =>
    strToU8(strFromU8(bytes).replace(from, to));

const inPart =
  (part: string, change: (bytes: Uint8Array) => Uint8Array) =>
  (bytes: Uint8Array): Uint8Array => {
    const parts = unzipSync(bytes);
    return zipSync({...parts, [part]: change(parts[part] ?? new Uint8Array())});
  };

const workbook = "SYNTETISK-databok-2025.xlsx";
const document = "SYNTETISK-samhandlingsavvik-2025.docx";

describe("an edition that somebody has changed, fingerprints and all", () => {
  it("was whole before", async () => {
    expect(await verifyFolder(good, template)).toMatchObject({faults: [], notes: []});
  });

  it.each([
    ["CSV", "tabellar/melding_per_kategori.csv", inText(/;:;:;:;hidden;/, ";2;0,2;7,2;published;"), /CSV og Arrow/],
    [
      "bytes after an Arrow table",
      "tabellar/omraade.arrow",
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("2")]),
      /omraade\.arrow: fila har meir i seg/,
    ],
    [
      "an unseen text in a page",
      "index.html",
      inText("</body>", "<!-- LSU Molde: 2 --></body>"),
      /index\.html: sida er endra utanfor/,
    ],
    [
      "one more data island in a page",
      "index.html",
      inText("</body>", '<script type="application/json" id="x">[2]</script></body>'),
      /index\.html: sida er endra utanfor/,
    ],
    [
      "what a page says of itself",
      "index.html",
      inText('"threshold":5', '"threshold":3'),
      /index\.html: sida seier noko anna/,
    ],
    [
      "a cell of the data book",
      workbook,
      inPart("xl/sharedStrings.xml", inText("<t>:</t>", "<t>2</t>")),
      /databok-2025\.xlsx: arket «/,
    ],
    [
      "a number in the report",
      document,
      inPart("word/document.xml", inText(/(<w:t[^>]*>)20(<)/, "$121$2")),
      /samhandlingsavvik-2025\.docx: fila er ikkje slik/,
    ],
    [
      "the properties of the report",
      document,
      inPart("docProps/core.xml", inText(/(<dc:title>)/, "$12 ")),
      /samhandlingsavvik-2025\.docx: fila er ikkje slik/,
    ],
    [
      "a picture of the report",
      document,
      (bytes: Buffer) => {
        const name = Object.keys(unzipSync(bytes)).find((part) => part.endsWith(".png")) ?? "";
        return inPart(name, (png) => Buffer.concat([png, Buffer.from("2")]))(bytes);
      },
      /samhandlingsavvik-2025\.docx: fila er ikkje slik/,
    ],
  ] as const)("is found: %s", async (_, path, change, fault) => {
    expect(await faultsAfter(path, change as (bytes: Buffer) => Uint8Array)).toMatch(fault);
  });

  it("is found: a small number put into every form of a table", async () => {
    const rows = all.open.melding_per_kategori.map((row) =>
      row.omraade === "fylke" && row.kategori === "EPI" && row.retning === "alle"
        ? {...row, n: 4, nedre: 1.1, oevre: 10.2, status: "published" as const}
        : row,
    );
    const changed = await written(
      "2025",
      {...all, open: {...all.open, melding_per_kategori: rows}},
      {documents: false},
    );
    expect(await faultsOf(changed)).toMatch(/melding_per_kategori: 1 rader viser tal under grensa på 5/);
  });

  it("is found: a number behind the sign of a hidden cell", async () => {
    const rows = all.open.melding_per_kategori.map((row) => (row.status === "hidden" ? {...row, n: 7} : row));
    const bytes = encodeTable("melding_per_kategori", rows, "SYNTETISK");
    expect(await faultsAfter("tabellar/melding_per_kategori.arrow", () => bytes)).toMatch(
      /tal og status som ikkje høyrer saman/,
    );
  });

  it("is found: what a page concludes from the numbers", async () => {
    const quiet = '{"kommune":"1508","probability":0.01,"word":"uventa_stille"}';
    expect(await faultsAfter("index.html", inText('"quiet":[]', `"quiet":[${quiet}]`))).toMatch(
      /index\.html: fila er ikkje slik programmet lagar henne/,
    );
  });

  it("is found: the threshold of the manifest", async () => {
    const folder = copied();
    resign(join(folder, "open"), {threshold: 2});
    expect(await faultsOf(folder)).toMatch(/open\/index\.html: sida seier noko anna om utgåva/);
  });

  it("is found: tables that contradict each other", async () => {
    const rows = all.open.melding_per_fagomraade.map((row) =>
      row.omraade === "fylke" && row.fagomraade === "alle" && row.status === "published" ? {...row, n: 90} : row,
    );
    const endring = all.open.andel_per_omraade.map((row) =>
      row.status === "published" ? {...row, nemnar: 91, teljar: 91} : row,
    );
    const tables = {...all.open, melding_per_fagomraade: rows, andel_per_omraade: endring};
    expect(await faultsOf(await written("2025", {...all, open: tables}, {documents: false}))).toMatch(
      /open: tabellane seier imot kvarandre/,
    );
  });
});

describe("files that have changed place", () => {
  it("are found: two editions in each other's folders", async () => {
    const folder = copied();
    for (const [from, to] of [
      ["open", "x"],
      ["moete", "open"],
      ["x", "moete"],
    ] as const)
      renameSync(join(folder, from), join(folder, to));
    const faults = await faultsOf(folder);
    expect(faults).toContain("open: i denne mappa ligg utgåva «moete».");
    expect(faults).toContain("moete: i denne mappa ligg utgåva «open».");
  });

  it("are found: the page of the committees in the folder for the public", async () => {
    const folder = copied();
    cpSync(join(folder, "moete", "ssu", "index.html"), join(folder, "open", "index.html"));
    resign(join(folder, "open"));
    const faults = await faultsOf(folder);
    expect(faults).toMatch(/open\/index\.html: sida seier noko anna om utgåva/);
    expect(faults).toMatch(/open\/index\.html: sida har tal som ikkje står i tabellane/);
  });
});

describe("what is not a file", () => {
  it("is told and not read: a link to a folder, to nothing, and to a file outside", async () => {
    const folder = copied();
    for (const [name, target] of [
      ["mappe", scratch],
      ["ingenting", join(scratch, "finst-ikkje")],
      ["fil.csv", join(good, "open", "manifest.json")],
    ] as const)
      symlinkSync(target, join(folder, "open", name));
    const faults = await faultsOf(folder);
    for (const name of ["mappe", "ingenting", "fil.csv"]) expect(faults).toContain(`open/${name}: dette er ei lenkje`);
  });
});

describe("files that are cut", () => {
  it.each(["index.html", "tabellar/omraade.arrow", "tabellar/omraade.csv", workbook, document, "manifest.json"])(
    "%s is told in a sentence, whether its fingerprint is new or not",
    async (path) => {
      const folder = copied(path);
      const file = join(folder, "open", path);
      writeFileSync(file, readFileSync(file).subarray(0, 700));
      const before = await faultsOf(folder);
      expect(before).toContain(path);
      if (path !== "manifest.json") resign(join(folder, "open"));
      const after = (await verifyFolder(folder, template)).faults;
      expect(after.length).toBeGreaterThan(0);
      for (const fault of after) expect(fault).toMatch(/\.$/);
    },
  );

  it.each(["", "{}", "[]", "null", '{"format":1,"outputs":[1]}'])(
    "a manifest that is «%s» breaks nothing",
    async (text) => {
      const folder = copied();
      writeFileSync(join(folder, "open", "manifest.json"), text);
      expect(await faultsOf(folder)).toMatch(/manifest\.json: fila let seg ikkje lese/);
    },
  );
});

interface Place {
  readonly aar: number;
  readonly omraade: string;
  readonly kategori: string;
}

describe("editions together", () => {
  it("[23] are found when the public one shows what the committees' hides", async () => {
    const hidden = all.moete.melding_per_kategori.find(({status}) => status === "hidden");
    const rows = all.open.melding_per_kategori.map((row) =>
      row.aar === hidden?.aar &&
      row.omraade === hidden.omraade &&
      row.kategori === hidden.kategori &&
      row.retning === hidden.retning
        ? {...row, n: 9, nedre: 4.1, oevre: 17.1, status: "published" as const}
        : row,
    );
    const open = {...all.open, melding_per_kategori: rows};
    expect(await faultsOf(await written("2025", {...all, open}, {documents: false}))).toMatch(
      /melding_per_kategori: den opne utgåva viser 1 tal som møteutgåva skjuler/,
    );
  });

  it("[14] [15] are found when last year's shows a number that has moved by one since", async () => {
    const folder = copied();
    const moved = (tables: Tables): Tables => ({
      ...tables,
      melding_per_kommune: tables.melding_per_kommune.map((row) =>
        row.status === "published" && (row.n ?? 0) > 10 ? {...row, n: (row.n ?? 0) - 1} : row,
      ),
    });
    const old = await written("2024", {moete: moved(all.moete), open: moved(all.open)}, {documents: false});
    mkdirSync(join(folder, "..", "2024"));
    cpSync(old, join(folder, "..", "2024"), {recursive: true});
    expect(await faultsOf(folder)).toMatch(
      /open: \d+ tal i melding_per_kommune er endra med mindre enn grensa sidan utgåva for 2024/,
    );
  });

  it("are found when last year's shows what is hidden now, so that another hidden number follows", async () => {
    const showing = all.open.melding_per_kategori.map((row) =>
      row.status === "hidden" && row.omraade === "fylke" && row.kategori === "TIL"
        ? {...row, n: 13, nedre: 6, oevre: 23, status: "published" as const}
        : row,
    );
    const folder = copied();
    expect(await faultsOf(folder)).toBe("");
    const old = {...all, open: {...all.open, melding_per_kategori: showing}};
    cpSync(await written("2024", old, {documents: false}), join(folder, "..", "2024"), {recursive: true});
    expect(await faultsOf(folder)).toMatch(/Eit skjult tal kan reknast ut av fleire utgåver saman/);
  });

  it("are found when two of last year's give one number, hidden now, two values", async () => {
    const {melding_per_kategori, breidde_per_kategori} = all.moete;
    const isHidden = ({status}: {readonly status: string}): boolean => status === "hidden";
    const same = (a: Place, b: Place): boolean =>
      a.aar === b.aar && a.omraade === b.omraade && a.kategori === b.kategori;
    const place = breidde_per_kategori.find(
      (row) => isHidden(row) && melding_per_kategori.some((other) => isHidden(other) && same(row, other)),
    );
    if (place === undefined) throw new Error("no number is hidden in both tables");
    const status = "published" as const;
    const moete = melding_per_kategori.map((row) =>
      same(row, place) && row.retning === "alle" ? {...row, n: 5, nedre: 1.6, oevre: 11.7, status} : row,
    );
    const open = all.open.breidde_per_kategori.map((row) =>
      same(row, place) ? {...row, n: 6, kommunar: 2, status} : row,
    );
    const folder = copied();
    const old = await written(
      "2024",
      {moete: {...all.moete, melding_per_kategori: moete}, open: {...all.open, breidde_per_kategori: open}},
      {documents: false},
    );
    cpSync(old, join(folder, "..", "2024"), {recursive: true});
    expect(await faultsOf(folder)).toContain(
      "Utgåvene seier imot kvarandre (moete 2025, open 2025, moete 2024, open 2024): eitt og same tal har ulike verdiar i dei.",
    );
  });
});

describe("an edition made by another version of the program", () => {
  it("is checked as far as it can be, and the rest is said", async () => {
    const folder = copied();
    for (const edition of ["moete", "open"]) resign(join(folder, edition), {program: "eldre"});
    const {faults, notes} = await verifyFolder(folder, template);
    expect(faults).toEqual([]);
    expect(notes).toHaveLength(2);
    expect(notes[0]).toMatch(/laga med ein annan versjon av programmet/);
  });
});

it("csv is written from the rows of the Arrow table alone", () => {
  expect(csvOf("omraade", all.open.omraade, "SYNTETISK")).toBe(
    readFileSync(join(good, "open", "tabellar", "omraade.csv"), "utf8"),
  );
});
