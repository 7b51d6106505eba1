import {execFileSync} from "node:child_process";
import {chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openDatabase} from "../../pipeline/duckdb/open.ts";
import {takeIn} from "../../pipeline/intake.ts";
import {refusedMessage} from "../../pipeline/messages.ts";
import {projectIn, root} from "../../pipeline/project.ts";
import {ingestJson} from "../../pipeline/terminal.ts";
import {cells, HEAD} from "../deliveries/broken-file.ts";

const folder = mkdtempSync(join(tmpdir(), "avvik-stiar-"));
const place = (name: string): string => join(folder, name);
const good = (sak: string): string => `${HEAD.join(";")}\r\n${cells(sak).join(";")}\r\n`;

interface Path {
  readonly title: string;
  readonly path: string;
  /** Makes what the path leads to. */
  readonly make?: () => void;
  readonly kind: string;
  /** The name it is told by. */
  readonly told: RegExp;
}

const made = (name: string, sak: string) => () => writeFileSync(place(name), good(sak));
const ACCEPTED = "accept";

const paths: readonly Path[] = [
  {title: "finst ikkje", path: place("borte.csv"), kind: "no_file", told: /^borte\.csv$/},
  {title: "ei mappe", path: folder, kind: "not_a_file", told: /^avvik-stiar-|^fil nr\. 2$/},
  {
    title: "under ei fil",
    path: join(place("vanleg.csv"), "a.csv"),
    make: made("vanleg.csv", "p3"),
    kind: "no_file",
    told: /^a\.csv$/,
  },
  {title: "ei eining", path: "/dev/zero", kind: "not_a_file", told: /./},
  {title: "innverdien", path: "/dev/stdin", kind: "not_a_file", told: /./},
  {
    title: "eit røyr",
    path: place("royr.csv"),
    make: () => void execFileSync("mkfifo", [place("royr.csv")]),
    kind: "not_a_file",
    told: /./,
  },
  {
    title: "ei lenkje ut av mappa",
    path: place("lenkje.csv"),
    make: () => symlinkSync("/etc/passwd", place("lenkje.csv")),
    kind: "not_a_file",
    told: /./,
  },
  {
    title: "ei lenkje til seg sjølv",
    path: place("ring.csv"),
    make: () => symlinkSync(place("ring.csv"), place("ring.csv")),
    kind: "not_a_file",
    told: /./,
  },
  {
    title: "ei lenkje til ei mappe",
    path: place("mappe.csv"),
    make: () => symlinkSync(folder, place("mappe.csv")),
    kind: "not_a_file",
    told: /./,
  },
  {title: "ei nettadresse", path: "https://example.invalid/avvik.csv", kind: "no_file", told: /^avvik\.csv$/},
  {title: "ei s3-adresse", path: "s3://boette/avvik.parquet", kind: "no_file", told: /./},
  {title: "jokerteikn", path: place("*.csv"), kind: "no_file", told: /./},
  {
    title: "jokerteikn som finst",
    path: place("[a-z]*.csv"),
    make: made("[a-z]*.csv", "p12"),
    kind: ACCEPTED,
    told: /^\[a-z\]\*\.csv$|^fil-/,
  },
  {
    title: "hermeteikn og semikolon",
    path: place("a'; drop table x; --.csv"),
    make: made("a'; drop table x; --.csv", "p13"),
    kind: ACCEPTED,
    told: /./,
  },
  {
    title: "markup i namnet",
    path: place("<img src=x onerror=alert(1)>.csv"),
    make: made("<img src=x onerror=alert(1)>.csv", "p14"),
    kind: ACCEPTED,
    told: /^fil-[0-9a-f]{16}$/,
  },
  {
    title: "styreteikn i namnet",
    path: place("a\u001b[31m\nb.csv"),
    make: made("a\u001b[31m\nb.csv", "p15"),
    kind: ACCEPTED,
    told: /^fil-[0-9a-f]{16}$/,
  },
  {title: "retningsteikn i namnet", path: place("avvik\u202evsc.exe"), kind: "no_file", told: /^fil nr\. \d+$/},
  {title: "eit namn i namnet", path: place("avvik Tenkt Oppdiktsen.csv"), kind: "no_file", told: /^fil nr\. \d+$/},
  {
    title: "eit fødselsnummer i namnet",
    path: place("15861212345.csv"),
    make: made("15861212345.csv", "p18"),
    kind: ACCEPTED,
    told: /^fil-[0-9a-f]{16}$/,
  },
  {
    title: "eit ulesande teikn i namnet på ei fil som ikkje finst",
    path: place("borte-\ufffd.csv"),
    kind: "no_file",
    told: /./,
  },
  {
    title: "eit namn i eit anna teiknsett",
    path: place("avvik-\ufffd.csv"),
    make: () => writeFileSync(Buffer.from(place("avvik-å.csv"), "latin1"), good("p23")),
    kind: "file_name",
    told: /^avvik-\ufffd\.csv$/,
  },
  {title: "eit altfor langt namn", path: place(`${"a".repeat(5000)}.csv`), kind: "no_file", told: /./},
  {title: "eit nullteikn i stien", path: place("a\0b.csv"), kind: "no_access", told: /^fil nr\. \d+$/},
  {
    title: "inga tilgang",
    path: place("stengd.csv"),
    make: () => {
      writeFileSync(place("stengd.csv"), good("p21"), {mode: 0});
      chmodSync(place("stengd.csv"), 0);
    },
    kind: process.getuid?.() === 0 ? ACCEPTED : "no_access",
    told: /./,
  },
  {title: "ei proc-fil", path: "/proc/self/environ", kind: "empty", told: /./},
  {title: "tom sti", path: "", kind: "no_file", told: /./},
];

describe("Ein sti som ikkje fører til ei vanleg fil", () => {
  let told: ReturnType<typeof ingestJson>["files"] = [];
  let refused: Awaited<ReturnType<typeof takeIn>>["refused"] = [];
  beforeAll(async () => {
    mkdirSync(folder, {recursive: true});
    for (const {make} of paths) make?.();
    const database = await openDatabase();
    const project = projectIn(join(root, "data"), {today: "2026-02-15", year: null});
    const intake = await takeIn(database, project, {paths: paths.map(({path}) => path)});
    database.closeSync();
    told = ingestJson(intake).files;
    refused = intake.refused;
  }, 60_000);
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it("gjev eitt svar for kvar sti, i rekkjefølgje", () => expect(told).toHaveLength(paths.length));

  it.each(paths.map(({title, kind, told: name}, index) => ({title, kind, name, index})))(
    "$title: $kind",
    ({index, kind, name}) => {
      const file = told[index];
      expect(file?.file).toMatch(name);
      if (kind === ACCEPTED) expect(file?.outcome).toBe("accept");
      else expect(file?.outcome).toBe("refuse");
    },
  );

  it("har dei slaga stien gjev", () => {
    expect(refused.map(({kind}) => kind)).toEqual(paths.map(({kind}) => kind).filter((kind) => kind !== ACCEPTED));
  });

  it("seier kvar grunn i ei setning på éi line, utan styreteikn, markup eller nokon sitt namn", () => {
    for (const file of refused) {
      const message = refusedMessage(file);
      expect(message).toMatch(/^.{5,400}\.$/u);
      expect(message).not.toMatch(/[\p{Cc}\p{Cf}<>]|Oppdiktsen|15861212345/u);
    }
  });
});
