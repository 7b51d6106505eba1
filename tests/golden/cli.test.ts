import {createHash} from "node:crypto";
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {Command} from "commander";
import {afterAll, describe, expect, inject, it} from "vitest";
import {commands} from "../../pipeline/commands/commands.ts";
import type {Manifest} from "../../pipeline/contract/manifest.ts";
import {root} from "../../pipeline/project.ts";
import {isDocument} from "../../pipeline/report/report.ts";
import {verifyFolder} from "../../pipeline/verify/verify.ts";
import {avvik, type Ended, ended, node, STACK, start} from "../support/command-line.ts";
import {fjordland, fjordlandToday, scratchFolder} from "../support/fjordland.ts";
import {filesUnder} from "../support/outputs.ts";

const scratch = scratchFolder();
afterAll(scratch.remove);
const newFolder = (name: string): string => mkdtempSync(join(scratch.folder, `${name}-`));

const delivery = (name: string): string => join(fjordland, "deliveries", `SYNTETISK_${name}.csv`);
const fixed = ["--data", fjordland, "--today", fjordlandToday];

/** A file with the text of one of Fjordland's, changed. */
function changed(name: string, change: (text: string) => string, as = `SYNTETISK_${name}.csv`): string {
  const before = readFileSync(delivery(name), "latin1");
  const after = change(before);
  if (after === before) throw new Error(`nothing changed: ${name}`);
  const file = join(newFolder("file"), as);
  writeFileSync(file, after, "latin1");
  return file;
}

function folderWith(files: readonly string[]): string {
  const folder = newFolder("deliveries");
  for (const file of files) cpSync(file, join(folder, file.slice(file.lastIndexOf("/") + 1)));
  return folder;
}

/** Everything under a folder, by path and content. */
function printOf(folder: string): string {
  return filesUnder(folder)
    .map((path) => `${path} ${hashOf(readFileSync(join(folder, path)))}`)
    .join("\n");
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

interface Place {
  readonly folder: string;
  readonly options: readonly string[];
}

function newPlace(): Place {
  const folder = newFolder("place");
  return {folder, options: ["--out", join(folder, "out"), "--db", join(folder, "db", "avvik.duckdb")]};
}

/** A run that has gone well; to read from only. */
const good = inject("fjordland");
const goodRun = JSON.parse(readFileSync(good.ended, "utf8")) as Ended;

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "out", "2025", "open", "manifest.json"), "utf8")) as Manifest;
}

function runIdIn(folder: string): string {
  return manifestIn(folder).runId;
}

function sentences(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

describe.concurrent("avvik ingest", () => {
  it("prints one JSON object in the agreed form, and nothing else on stdout", async () => {
    const {code, stdout, stderr} = await avvik(["ingest", delivery("fjordhelse_2025"), ...fixed, "--json"]);
    const account = JSON.parse(stdout) as {files: Record<string, unknown>[]};
    expect(account).toEqual({
      files: [
        {
          file: "SYNTETISK_fjordhelse_2025.csv",
          outcome: "accept",
          rows: 12,
          accepted: 11,
          quarantined: 0,
          duplicates: 0,
          skipped: 1,
          reasons: [],
          message: expect.any(String),
        },
      ],
      acceptedBecause: null,
      corrections: [],
      doubts: [],
      vanished: [],
    });
    expect({code, stderr}).toEqual({code: 0, stderr: ""});
  });

  it("names file, row, column and what to do about a broken row, never its value, and ends with 2", async () => {
    const file = changed("fjordhelse_2025", (text) => text.replace("9906,40 Dialogmelding", "9906,Zzyzxkategori"));
    const [plain, json] = await Promise.all([
      avvik(["ingest", file, ...fixed]),
      avvik(["ingest", file, ...fixed, "--json"]),
    ]);
    expect([plain.code, json.code]).toEqual([2, 2]);
    const message = sentences(plain.stdout + plain.stderr).find((line) => line.includes("rad 4"));
    expect(message).toContain("SYNTETISK_fjordhelse_2025.csv, rad 4, kolonne «Gjelder»");
    expect(message).toContain("Legg kategorien i data/registers/kategori_mapping.csv, eller rett han i kjelda.");
    expect((JSON.parse(json.stdout) as {files: object[]}).files[0]).toMatchObject({
      outcome: "quarantine",
      quarantined: 1,
      reasons: [{row: 4, column: "Gjelder", kind: "unknown_category"}],
    });
    for (const {stdout, stderr} of [plain, json]) expect(stdout + stderr).not.toMatch(/Zzyzx/i);
  });

  it("says in one sentence why a file is refused, without a stack, and ends with 2", async () => {
    const empty = join(newFolder("file"), "SYNTETISK_tom.csv");
    writeFileSync(empty, "");
    const [plain, json] = await Promise.all([
      avvik(["ingest", empty, ...fixed]),
      avvik(["ingest", empty, ...fixed, "--json"]),
    ]);
    expect([plain.code, json.code]).toEqual([2, 2]);
    expect(sentences(plain.stderr).filter((line) => line.includes("SYNTETISK_tom.csv"))).toHaveLength(1);
    expect((JSON.parse(json.stdout) as {files: object[]}).files).toMatchObject([
      {outcome: "refuse", reasons: [{row: null, column: null, kind: "empty"}]},
    ]);
    for (const {stdout, stderr} of [plain, json]) expect(stdout + stderr).not.toMatch(STACK);
  });

  it("names the column that is not known, and the one that is missing", async () => {
    const extra = changed("bygdenett_2024", (text) =>
      text
        .split("\n")
        .map((line, row) => (line === "" ? line : `${line}|${row === 0 ? "Vedtaksnr" : ""}`))
        .join("\n"),
    );
    const renamed = changed("bygdenett_2024", (text) => text.replace("|Gruppe|", "|Avvikstype|"));
    const [unknown, missing] = await Promise.all([
      avvik(["ingest", extra, ...fixed]),
      avvik(["ingest", renamed, ...fixed]),
    ]);
    expect([unknown.code, missing.code]).toEqual([2, 2]);
    expect(unknown.stdout + unknown.stderr).toContain("«Vedtaksnr»");
    expect(missing.stdout + missing.stderr).toContain("«Gruppe»");
  });

  it("ends with 2 and the layouts there are when --layout is not one of them", async () => {
    const {code, stdout, stderr} = await avvik([
      "ingest",
      delivery("fjordhelse_2025"),
      ...fixed,
      "--layout",
      "finst-ikkje",
    ]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/finst-ikkje.*bygdenett, fjordhelse/);
    expect(stderr).not.toMatch(STACK);
  });

  it("ends with 2 and one sentence when the file is not there, or is a folder", async () => {
    const gone = await avvik(["ingest", join(scratch.folder, "borte.csv"), ...fixed]);
    const folder = await avvik(["ingest", scratch.folder, ...fixed]);
    for (const {code, stderr} of [gone, folder]) {
      expect(code).toBe(2);
      expect(sentences(stderr)).toHaveLength(1);
      expect(stderr).not.toMatch(STACK);
    }
  });
});

describe("avvik run", () => {
  it("ends with 0 and says where the results lie", () => {
    expect({code: goodRun.code, stderr: goodRun.stderr}).toEqual({code: 0, stderr: ""});
    expect(goodRun.stdout).toContain(join("2025", "open", "index.html"));
    expect(existsSync(join(good.folder, "out", "2025", "open", "index.html"))).toBe(true);
    expect(readdirSync(join(good.folder, "db"))).toEqual(["avvik.duckdb"]);
  });

  it("says what it took in and hid, and names nobody", () => {
    expect(goodRun.stdout).toMatch(/moete: grense 3.*\n.*open: grense 4/);
    expect(goodRun.stdout).toContain("Fjerna frå tekstane: 1 FNR");
    expect(goodRun.stdout + goodRun.stderr).not.toMatch(/15861212345|158612 12345|Tenkelund|Påhittsen|400 00 001/);
  });

  it("stops at a file it cannot read and leaves the editions and the warehouse of last time as they were", async () => {
    const place = newPlace();
    cpSync(good.folder, place.folder, {recursive: true});
    const print = (): string[] =>
      [printOf(join(place.folder, "out")), readFileSync(join(place.folder, "db", "avvik.duckdb"), "latin1")].map(
        hashOf,
      );
    const before = print();
    const broken = changed("bygdenett_2024", (text) => text.replace("|Gruppe|", "|Avvikstype|"));
    const deliveries = folderWith([delivery("fjordhelse_2024"), broken]);
    const {code, stdout, stderr} = await avvik(["run", ...fixed, ...place.options, "--deliveries", deliveries]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(sentences(stderr)).toHaveLength(1);
    expect(stderr).toContain("SYNTETISK_bygdenett_2024.csv");
    expect(stderr).not.toMatch(STACK);
    expect(print()).toEqual(before);
  });

  it("refuses invented and real deliveries in one folder", async () => {
    const real = changed("fjordhelse_2024", (text) => text.replaceAll("SYNTETISK", ""), "fjordhelse_2024.csv");
    const {folder, options} = newPlace();
    const deliveries = folderWith([delivery("bygdenett_2024"), real]);
    const {code, stderr} = await avvik(["run", ...fixed, ...options, "--deliveries", deliveries]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/[Ss]yntetiske og ekte/);
    expect(stderr).not.toMatch(STACK);
    expect(existsSync(join(folder, "out"))).toBe(false);
    expect(existsSync(join(folder, "db", "avvik.duckdb"))).toBe(false);
  });

  it("leaves no half-made warehouse behind when it stops", async () => {
    const {folder, options} = newPlace();
    const broken = changed("bygdenett_2024", (text) => text.replace("|Gruppe|", "|Avvikstype|"));
    await avvik(["run", ...fixed, ...options, "--deliveries", folderWith([delivery("fjordhelse_2024"), broken])]);
    expect(filesUnder(folder)).toEqual([]);
  });

  it("says SYNTETISK in capitals before it runs on invented deliveries", async () => {
    const {options} = newPlace();
    const child = start(["pipeline/avvik.mjs", "run", ...options, "--deliveries", newFolder("tom")]);
    let told = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      told += chunk.toString();
    });
    const end = ended(child);
    await until(() => told !== "" || child.exitCode !== null);
    child.kill("SIGKILL");
    await end;
    expect(told).toMatch(/SYNTETISK/);
    expect(told).toBe(told.toUpperCase());
  });

  it("asks for deliveries when another helsefellesskap has none", async () => {
    const {options} = newPlace();
    const {code, stderr} = await avvik(["run", ...fixed, ...options, "--deliveries", newFolder("tom")]);
    expect(code).toBe(2);
    expect(stderr).toContain("Mappa med leveringar er tom");
    expect(stderr).not.toMatch(STACK);
  });

  it("refuses a second run while the first holds on, and comes back after one that was killed: one JSON object, and another run id for one changed row", async () => {
    const {folder, options} = newPlace();
    const first = start(["pipeline/avvik.mjs", "run", ...fixed, ...options]);
    const firstEnded = ended(first);
    await until(() => existsSync(join(folder, "db", "avvik.duckdb.laas")));
    first.kill("SIGSTOP");
    const second = await avvik(["run", ...fixed, ...options]);
    first.kill("SIGKILL");
    await firstEnded;
    expect(second.code).toBe(2);
    expect(sentences(second.stderr)).toHaveLength(1);
    expect(second.stderr).toMatch(/køyring held på/);
    const deliveries = folderWith([
      ...["bygdenett_2025", "fjordhelse_2024", "fjordhelse_2025"].map(delivery),
      changed("bygdenett_2024", (text) => text.replace("|Middels|", "|Mye|")),
    ]);
    const third = await avvik(["run", ...fixed, ...options, "--deliveries", deliveries, "--json"]);
    const {year, outputs} = JSON.parse(third.stdout) as {year: number; outputs: string[]};
    expect({code: third.code, stderr: third.stderr, year}).toEqual({code: 0, stderr: "", year: 2025});
    expect(outputs.every((file) => existsSync(file))).toBe(true);
    expect(runIdIn(folder)).not.toBe(runIdIn(good.folder));
    expect(readdirSync(join(folder, "db"))).toEqual(["avvik.duckdb"]);
  });

  it("ends with 2 and one sentence when an option is wrong", async () => {
    const {options} = newPlace();
    for (const wrong of [
      ["--year", "i fjor"],
      ["--aar", "2025"],
    ]) {
      const {code, stderr} = await avvik(["run", ...fixed, ...options, ...wrong]);
      expect([...wrong, code]).toEqual([...wrong, 2]);
      expect(sentences(stderr)).toHaveLength(1);
    }
  });
});

describe.concurrent("avvik verify", () => {
  /** Without the documents: each that lies there is made again, and one look at the whole is enough. */
  const edition = (): string => {
    const copy = newFolder("edition");
    for (const name of ["open", "moete"]) {
      const from = join(good.folder, "out", "2025", name);
      const manifest = JSON.parse(readFileSync(join(from, "manifest.json"), "utf8")) as Manifest;
      const outputs = manifest.outputs.filter(({file}) => !isDocument(file));
      for (const {file} of outputs) cpSync(join(from, file), join(copy, name, file));
      writeFileSync(join(copy, name, "manifest.json"), JSON.stringify({...manifest, outputs}));
    }
    return copy;
  };
  const table = join("open", "tabellar", "utval.csv");

  /** Writes the file and lets the manifest say it should be so: what an editor with good intentions would do. */
  function rewriteWithManifest(copy: string, path: string, change: (text: string) => string): void {
    const file = join(copy, "open", path);
    const before = readFileSync(file, "utf8");
    const bytes = Buffer.from(change(before));
    if (bytes.toString() === before) throw new Error(`nothing changed: ${path}`);
    writeFileSync(file, bytes);
    const manifestFile = join(copy, "open", "manifest.json");
    const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as Manifest;
    const sha256 = hashOf(bytes);
    const outputs = manifest.outputs.map((output) =>
      output.file === path ? {file: path, sha256, bytes: bytes.length} : output,
    );
    writeFileSync(manifestFile, JSON.stringify({...manifest, outputs}));
  }

  it("ends with 0 on an edition as it was written", async () => {
    const {code, stdout} = await avvik(["verify", join(good.folder, "out", "2025"), "--json"]);
    expect({code, ok: (JSON.parse(stdout) as {ok: boolean}).ok}).toEqual({code: 0, ok: true});
  });

  it("ends with 2 when a byte is changed, a file added and a person named, tells of all three, and repeats no number", async () => {
    const copy = edition();
    const areas = join(copy, "open", "tabellar", "omraade.csv");
    const bytes = readFileSync(areas);
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    writeFileSync(areas, bytes);
    writeFileSync(join(copy, "open", "notat.txt"), "SYNTETISK");
    rewriteWithManifest(copy, "tabellar/utval.csv", (text) => text.replace("Strategisk", "Strategisk 15861212345"));
    const {code, stdout, stderr} = await avvik(["verify", copy]);
    expect(code).toBe(2);
    for (const told of ["tabellar/omraade.csv", "notat.txt", "personopplysning"]) expect(stdout).toContain(told);
    expect(stdout + stderr).not.toContain("15861212345");
  });

  it("ends with 2 where there is no edition", async () => {
    const {code, stdout, stderr} = await avvik(["verify", newFolder("tom")]);
    expect(code).toBe(2);
    expect(stdout + stderr).not.toMatch(STACK);
  });

  describe("finds", () => {
    const template = readFileSync(join(root, ".build", "dashboard", "index.html"), "utf8");
    const faultsIn = async (copy: string): Promise<readonly string[]> => (await verifyFolder(copy, template)).faults;

    it("nothing in an edition that nobody has changed", async () => {
      expect(await faultsIn(edition())).toEqual([]);
    });

    it("a person in a page, even if the manifest agrees", async () => {
      const copy = edition();
      rewriteWithManifest(copy, "index.html", (text) =>
        text.replace(/(id="avvik-facts">[^<]*)Helsefellesskapet/, "$1 15861212345"),
      );
      expect((await faultsIn(copy)).join()).toMatch(/personopplysning/);
    });

    it("a file that is gone", async () => {
      const copy = edition();
      rmSync(join(copy, table));
      expect((await faultsIn(copy)).join()).toContain("tabellar/utval.csv");
    });

    it("a file outside the editions, where no manifest knows it", async () => {
      const copy = edition();
      writeFileSync(join(copy, "oversikt.txt"), "SYNTETISK");
      expect((await faultsIn(copy)).join()).toContain("oversikt.txt");
    });

    it("a number in the CSV that the Arrow of the same table hides, even if the manifest agrees", async () => {
      const copy = edition();
      const show = (text: string): string => text.replace(";:;:;:;hidden;", ";2;0,2;7,2;published;");
      rewriteWithManifest(copy, "tabellar/melding_per_kategori.csv", show);
      expect(await faultsIn(copy)).not.toEqual([]);
    });

    it("a manifest that cannot be read, without breaking down", async () => {
      const copy = edition();
      writeFileSync(join(copy, "open", "manifest.json"), "{");
      expect(await faultsIn(copy)).not.toEqual([]);
    });
  });
});

describe.concurrent("avvik publish and avvik report", () => {
  it("make the edition of the run again, byte for byte", async () => {
    const place = newPlace();
    cpSync(good.folder, place.folder, {recursive: true});
    const before = runIdIn(place.folder);
    const published = await avvik(["publish", ...fixed, ...place.options, "--edition", "moete", "--lsu", "lsu-nord"]);
    expect({code: published.code, stderr: published.stderr}).toEqual({code: 0, stderr: ""});
    expect(published.stdout).toContain(join("moete", "lsu-nord", "index.html"));
    const reported = await avvik(["report", ...fixed, ...place.options]);
    expect({code: reported.code, stderr: reported.stderr}).toEqual({code: 0, stderr: ""});
    expect(runIdIn(place.folder)).toBe(before);
    expect(printOf(join(place.folder, "out"))).toBe(printOf(good.out));
  });

  it("do not say that a register changed afterwards was part of the run", async () => {
    const place = newPlace();
    cpSync(good.folder, place.folder, {recursive: true});
    const data = newFolder("data");
    cpSync(fjordland, data, {recursive: true});
    const register = join(data, "registers", "frist.csv");
    writeFileSync(register, readFileSync(register, "utf8").replace("svar,21", "svar,28"));
    const before = manifestIn(place.folder);
    const {code} = await avvik(["publish", "--data", data, "--today", fjordlandToday, ...place.options]);
    if (code === 0)
      expect([runIdIn(place.folder), manifestIn(place.folder).registers]).toEqual([before.runId, before.registers]);
    else expect(code).toBe(2);
  });

  it("ask for a run first when there is no warehouse", async () => {
    const {code, stderr} = await avvik(["publish", ...fixed, ...newPlace().options]);
    expect(code).toBe(2);
    expect(sentences(stderr)).toHaveLength(1);
    expect(stderr).not.toMatch(STACK);
  });
});

describe("avvik deidentify", () => {
  it("reads and writes one JSON object a line, with spans in UTF-16 code units of the text given", async () => {
    const texts = [
      {id: 1, text: "😀 Fnr 15861212345 og e-post prove.person@epost.example"},
      {id: "to", text: "Ingen opplysningar om nokon her."},
    ];
    const {code, stdout} = await avvik(["deidentify"], {
      input: `${texts.map((text) => JSON.stringify(text)).join("\n")}\n\n`,
    });
    expect(code).toBe(0);
    const lines = sentences(stdout).map(
      (line) =>
        JSON.parse(line) as {
          id: unknown;
          text: string;
          spans: {start: number; end: number; type: string}[];
          flags: unknown[];
        },
    );
    expect(lines.map(({id}) => id)).toEqual([1, "to"]);
    const [first, second] = lines;
    const found = first?.spans.map(({start, end, type}) => `${type} ${texts[0]?.text.slice(start, end)}`);
    expect(found).toEqual(["FNR 15861212345", "EMAIL prove.person@epost.example"]);
    expect(first?.text).not.toMatch(/15861212345|prove\.person/);
    expect(first?.text.startsWith("😀 ")).toBe(true);
    expect(second).toMatchObject({text: texts[1]?.text, spans: []});
    expect(lines.every(({flags}) => Array.isArray(flags))).toBe(true);
  });

  it("names the line that is not JSON, does not repeat it, and ends with 2", async () => {
    const {code, stdout, stderr} = await avvik(["deidentify"], {input: '{"id":1,"text":"a"}\nKari Nordmann\n'});
    expect(code).toBe(2);
    expect(stderr).toContain("Linje 2");
    expect(stdout + stderr).not.toContain("Nordmann");
    expect(stderr).not.toMatch(STACK);
  });

  it("refuses bytes that are not UTF-8, so that no letter of a name is read as another", async () => {
    const {code, stdout, stderr} = await avvik(["deidentify"], {
      input: Buffer.from('{"id":1,"text":"Kåre Ås"}\n', "latin1"),
    });
    expect(code).toBe(2);
    expect(stderr).toContain("UTF-8");
    expect(stdout).toBe("");
  });
});

describe("every command", () => {
  it("has help with an example", async () => {
    const {code, stdout} = await avvik(["--help"]);
    expect(code).toBe(0);
    const names = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(commands)));
    const helps: string[] = [];
    const program = new Command("avvik").configureOutput({writeOut: (text) => helps.push(text)});
    for (const add of Object.values(commands)) (await add())(program);
    for (const command of program.commands) command.outputHelp();
    const text = helps.join("");
    expect(names.filter((name) => !new RegExp(`Døme:\\n\\s+npx avvik ${name}\\b`).test(text))).toEqual([]);
  });

  it("that does not exist is for a person to mend", async () => {
    const {code, stderr} = await avvik(["rapporter"]);
    expect(code).toBe(2);
    expect(stderr).not.toMatch(STACK);
  });
});

describe("an older Node", () => {
  it.each(["16.20.0", "20.18.9"])("%s is told so in one sentence", async (version) => {
    const script = `Object.defineProperty(process, "versions", {value: Object.assign({}, process.versions, {node: "${version}"})}); require("./pipeline/start.cjs");`;
    const {code, stdout, stderr} = await node(["-e", script]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(sentences(stderr)).toHaveLength(1);
    expect(stderr).toContain(version);
    expect(stderr).not.toMatch(STACK);
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !condition(); ) {
    if (Date.now() > end) throw new Error("waited too long");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
