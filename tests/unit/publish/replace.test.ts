import {spawn, spawnSync} from "node:child_process";
import {once} from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeEach, describe, expect, it} from "vitest";
import {diskFault} from "../../../pipeline/disk/disk-fault.ts";
import {lock} from "../../../pipeline/disk/lock.ts";
import {finishReplacement, replaceAll} from "../../../pipeline/disk/replace.ts";

const scratch = mkdtempSync(join(tmpdir(), "avvik-replace-"));
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(scratch, "one-"));
});

const pair = () => [
  {fresh: at("year.ny"), target: at("year")},
  {fresh: at("db.ny"), target: at("db")},
];

function given(names: readonly string[]): void {
  for (const name of names) {
    if (!name.startsWith("year")) writeFileSync(at(name), name);
    else {
      mkdirSync(at(name));
      writeFileSync(join(at(name), "a"), name);
    }
  }
}

const left = (): readonly string[] => [
  ...readdirSync(folder).sort(),
  readFileSync(join(at("year"), "a"), "utf8"),
  readFileSync(at("db"), "utf8"),
];

describe("replaceAll", () => {
  it("puts all the new in place and leaves nothing else", () => {
    given(["year", "db", "year.ny", "db.ny"]);
    replaceAll(at("journal"), pair());
    expect(left()).toEqual(["db", "year", "year.ny", "db.ny"]);
  });

  it("puts the old back when one of the new is not there to be moved", () => {
    given(["year", "db", "year.ny", "db.ny"]);
    const impossible = {fresh: at("db.ny"), target: join(folder, "gone", "db")};
    expect(() => replaceAll(at("journal"), [...pair().slice(0, 1), impossible])).toThrow();
    expect(left().slice(-2)).toEqual(["year", "db"]);
    expect(existsSync(at("journal"))).toBe(false);
  });
});

describe("finishReplacement", () => {
  it.each([
    ["before the first move", ["year", "db", "year.ny", "db.ny"]],
    ["with the old year moved away", ["year.gammal", "db", "year.ny", "db.ny"]],
    ["with the new year in place", ["year.gammal", "year", "db", "db.ny"]],
    ["with the old warehouse moved away", ["year.gammal", "year", "db.gammal", "db.ny"]],
    ["with everything moved", ["year.gammal", "year", "db.gammal", "db"]],
  ])("ends what was killed %s", (_, there) => {
    given(there);
    writeFileSync(at("journal"), JSON.stringify(pair()));
    finishReplacement(at("journal"));
    expect(readdirSync(folder).sort()).toEqual(["db", "year"]);
  });

  it("does not take a half written journal for one", () => {
    given(["year", "db", "year.ny"]);
    writeFileSync(at("journal.ny"), '[{"fre');
    finishReplacement(at("journal"));
    expect(left().slice(-2)).toEqual(["year", "db"]);
  });
});

describe("lock", () => {
  const gone = (): number => spawnSync(process.execPath, ["-e", ""]).pid;

  it("is held until it is released", () => {
    const release = lock(at("laas"));
    expect(() => lock(at("laas"))).toThrow(/køyring held på/);
    release();
    lock(at("laas"))();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is taken over from a process that is gone", () => {
    writeFileSync(at("laas"), `${gone()} 12`);
    lock(at("laas"))();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(existsSync("/proc/self/stat"))("is taken over when another process has got the number since", () => {
    writeFileSync(at("laas"), `${process.pid} 1`);
    lock(at("laas"))();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is taken over when it is older than the machine's last start", () => {
    writeFileSync(at("laas"), `${process.pid}`);
    utimesSync(at("laas"), 1, 1);
    lock(at("laas"))();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is taken over when its writer was killed before writing in it, and held when the writer was only slow", async () => {
    writeFileSync(at("laas"), "");
    lock(at("laas"))();
    expect(readdirSync(folder)).toEqual([]);
    const [file, name] = [at("laas"), String(process.pid)].map((text) => JSON.stringify(text));
    const slow = `const fs = require("node:fs");
      fs.writeFileSync(${file}, "");
      process.stdout.write("made");
      setTimeout(() => fs.writeFileSync(${file}, ${name}), 60);`;
    const child = spawn(process.execPath, ["-e", slow]);
    await once(child.stdout, "data");
    expect(() => lock(at("laas"))).toThrow(/køyring held på/);
    await once(child, "exit");
  });
});

describe("diskFault", () => {
  it.each(["ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EACCES"])("tells of %s in Norwegian", (code) => {
    expect(diskFault(Object.assign(new Error("x"), {code}))?.faults).toHaveLength(1);
  });

  it("knows what DuckDB says of a full disk, and leaves other errors be", () => {
    expect(
      diskFault(new Error('IO Error: Could not write all bytes to file "a": No space left on device')),
    ).not.toBeNull();
    expect(diskFault(new Error("broken promise"))).toBeNull();
    expect(diskFault("ENOSPC")).toBeNull();
  });
});
