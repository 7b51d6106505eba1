import {existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {
  type DecisionRegister,
  openDecisions,
  readDecisions,
  writeDecisions,
} from "../../../pipeline/deidentify/review/decisions.ts";
import {textsToExport} from "../../../pipeline/deidentify/review/gate.ts";
import {reviewPage} from "../../../pipeline/deidentify/review/page.ts";
import {settled} from "../../../pipeline/deidentify/review/settle.ts";
import {decisionsFrom} from "../../../pipeline/deidentify/review/take.ts";
import {askForEach} from "../../../pipeline/deidentify/review/terminal.ts";
import {type FlaggedText, readFlagged} from "../../../pipeline/deidentify/review/texts.ts";
import {traceBook} from "../../../pipeline/deidentify/traces.ts";
import {readRows} from "../../../pipeline/duckdb/rows.ts";
import {takenIn} from "../../support/flow.ts";
import {table} from "../../support/table.ts";

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "avvik-review-"));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true});
});

const date = "2026-02-15";
const accept = (key: string) => ({key, verdict: "accept" as const, cuts: [], date});

/** «Volda» is the reporter's name and a place: whoever reads the text must say which. */
const deliveries = {
  "hf.csv": table`
    hf-sak | retning | kommune | kategori | registrert | namn            | tekst
    s1     | H2K     | 1508    | Anna     | 02.03.2025 | Synnolv Volda   | Ringte frå Volda i går
    s2     | H2K     | 1508    | Anna     | 03.03.2025 | Synnolv Volda   | Ringte frå Volda i går
    s3     | H2K     | 1508    | Anna     | 04.03.2025 |                 | Epikrisa kom for seint`,
};

describe("the texts a person must look at", () => {
  it("are each there once, with the place to decide on and how many rows hold it", async () => {
    const {database, intake} = await takenIn({deliveries});
    const register = readDecisions(newFolder());
    expect(await readFlagged(database, register)).toEqual([
      {
        key: register.keyOf("Ringte frå Volda i går"),
        text: "Ringte frå Volda i går",
        marks: [{start: 11, end: 16, reason: "undecided"}],
        verdict: null,
        rows: 2,
      },
    ]);
    expect(intake.review).toEqual({flagged: 1, open: 1});
  });
});

describe("a decision", () => {
  it("is kept by a key that only the folder has, and holds for the same text next year", () => {
    const folder = newFolder();
    const key = openDecisions(folder).keyOf("Ein tekst");
    writeDecisions(folder, [
      {
        key,
        verdict: "edit",
        cuts: [
          [0, 3],
          [4, 9],
        ],
        date,
      },
      accept("f".repeat(32)),
    ]);
    const again = openDecisions(folder);
    expect(again.decisions.get(again.keyOf(" Ein tekst "))).toEqual({
      key,
      verdict: "edit",
      cuts: [
        [0, 3],
        [4, 9],
      ],
      date,
    });
    expect(openDecisions(newFolder()).keyOf("Ein tekst")).not.toBe(key);
    expect(readFileSync(join(folder, "avgjerder.csv"), "utf8")).not.toMatch(/tekst/i);
    for (const name of ["avgjerder.csv", "noekkel"]) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });

  it("is read as nothing where nobody has decided anything, and no key is made for it", () => {
    const folder = newFolder();
    expect(readDecisions(folder).decisions.size).toBe(0);
    expect(existsSync(join(folder, "noekkel"))).toBe(false);
  });

  it.each([
    ["avgjerder.csv", "noekkel;avgjerd;stroke;dato\nabc;godteken;;2026-02-15\n"],
    ["avgjerder.csv", `noekkel;avgjerd;stroke;dato\n${"a".repeat(32)};stroken;;2026-02-15\n`],
    ["avgjerder.csv", "key;verdict\n"],
    ["noekkel", "kort"],
  ])("is not guessed where %s is damaged", (name, content) => {
    const folder = newFolder();
    openDecisions(folder);
    writeFileSync(join(folder, name), content);
    expect(() => readDecisions(folder)).toThrow(expect.objectContaining({name: "DeliveryError"}));
  });
});

describe("the gate for texts that leave", () => {
  const place = (levering: string, row: number) => ({levering, row, field: "beskriving" as const});

  async function gate(decide: (register: DecisionRegister) => DecisionRegister["decisions"]) {
    const {database} = await takenIn({deliveries});
    const register = openDecisions(newFolder());
    const [first] = await readRows<{levering: string}>(database, "select levering from deidentified.levering");
    const decisions = decide(register);
    const go = (...rows: number[]): Promise<string[]> =>
      textsToExport(
        database,
        {...register, decisions},
        rows.map((row) => place(first?.levering ?? "", row)),
      );
    return {go, register};
  }
  const none = () => new Map();

  it("lets a text go that nobody needs to look at", async () => {
    const {go} = await gate(none);
    expect(await go(4)).toEqual(["Epikrisa kom for seint"]);
    expect(await go()).toEqual([]);
  });

  it("stops the whole export when one text is open, and says which without repeating it", async () => {
    const {go} = await gate(none);
    await expect(go(4, 2, 3)).rejects.toMatchObject({
      faults: [expect.stringMatching(/hf\.csv, rad 2, .*«avvik review»/), expect.stringMatching(/rad 3/)],
    });
    await expect(go(2)).rejects.not.toThrow(/Ringte/);
  });

  it("lets a text go that was accepted, and without what was struck out", async () => {
    const key = (register: DecisionRegister) => register.keyOf("Ringte frå Volda i går");
    const accepted = await gate((register) => new Map([[key(register), accept(key(register))]]));
    expect(await accepted.go(2, 3)).toEqual(["Ringte frå Volda i går", "Ringte frå Volda i går"]);
    const edited = await gate(
      (register) => new Map([[key(register), {...accept(key(register)), verdict: "edit", cuts: [[11, 16]]}]]),
    );
    expect(await edited.go(3)).toEqual(["Ringte frå [NAMN] i går"]);
  });

  it("never lets a text go that was turned down, nor one that is not there", async () => {
    const {go} = await gate((register) => {
      const keys = ["Ringte frå Volda i går", "Epikrisa kom for seint"].map(register.keyOf);
      return new Map(keys.map((key) => [key, {...accept(key), verdict: "reject" as const}]));
    });
    await expect(go(2)).rejects.toThrow(/avvist/);
    await expect(go(4)).rejects.toThrow(/avvist/);
    await expect(go(99)).rejects.toThrow(/ingen tekst/);
  });
});

describe("what a person struck out earlier", () => {
  it("is struck out of the next delivery before it is stored, and is a trace for the last check", () => {
    const register = openDecisions(newFolder());
    const key = register.keyOf("Ringte Oppdiktnes i går");
    const decisions = new Map([[key, {key, verdict: "edit" as const, cuts: [[7, 17] as const], date}]]);
    const book = traceBook(() => false);
    const row = {
      values: new Map([["beskriving", "Ringte Oppdiktnes i går"] as const]),
      faulty: null,
      marks: [],
      spans: new Map(),
    };
    const {clean, struck} = settled(row, {...register, decisions}, book);
    expect(clean.values.get("beskriving")).toBe("Ringte [NAMN] i går");
    expect([...struck]).toEqual(["beskriving"]);
    expect(book.countIn(["oppdiktnes"])).toBe(1);
    expect(settled(row, register, book).struck.size).toBe(0);
  });
});

const flagged: FlaggedText = {
  key: "a".repeat(32),
  text: "Eldst i Volda, ringte Volda.",
  marks: [{start: 8, end: 13, reason: "rare"}],
  verdict: null,
  rows: 1,
};

describe("answers from the page", () => {
  const file = (...decisions: unknown[]): string => JSON.stringify({format: "avvik-gjennomgang-1", decisions});

  it("are taken in, in order, and those to unknown texts are counted", () => {
    const edit = {
      key: flagged.key,
      verdict: "edit",
      cuts: [
        [22, 27],
        [8, 13],
      ],
    };
    expect(decisionsFrom(file(edit, {key: "b".repeat(32), verdict: "accept"}), [flagged], date)).toEqual({
      decisions: [
        {
          key: flagged.key,
          verdict: "edit",
          cuts: [
            [8, 13],
            [22, 27],
          ],
          date,
        },
      ],
      unknown: 1,
    });
    expect(
      decisionsFrom(file({key: flagged.key, verdict: "reject", cuts: []}), [flagged], date).decisions[0]?.verdict,
    ).toBe("reject");
  });

  it.each([
    "{",
    "[]",
    "{}",
    JSON.stringify({format: "avvik-kalibrering-1", decisions: []}),
    file({key: flagged.key, verdict: "kanskje"}),
    file({key: flagged.key, verdict: "edit", cuts: []}),
    file({key: flagged.key, verdict: "edit", cuts: [[5, 2]]}),
    file({key: flagged.key, verdict: "edit", cuts: [[5, 500]]}),
    file({
      key: flagged.key,
      verdict: "edit",
      cuts: [
        [5, 9],
        [8, 12],
      ],
    }),
    file({key: flagged.key, verdict: "edit", cuts: [[-1, 2]]}),
  ])("that are none are refused in a sentence: %s", (json) => {
    expect(() => decisionsFrom(json, [flagged], date)).toThrow(expect.objectContaining({name: "DeliveryError"}));
  });
});

describe("in the terminal", () => {
  async function answering(texts: readonly FlaggedText[], ...lines: (string | null)[]) {
    const shown: string[] = [];
    const answers = await askForEach(texts, async (question) => {
      shown.push(question);
      return lines.shift() ?? null;
    });
    return {answers: answers.map(({verdict, cuts}) => [verdict, cuts]), shown: shown.join("\n")};
  }

  it("each text is accepted, turned down, struck in or left for later", async () => {
    const {answers, shown} = await answering([flagged, flagged, flagged, flagged], "g", "a", "h", "s volda");
    expect(answers).toEqual([
      ["accept", []],
      ["reject", []],
      [
        "edit",
        [
          [8, 13],
          [22, 27],
        ],
      ],
    ]);
    expect(shown).toContain("Eldst i \u001b[7mVolda\u001b[27m, ringte");
  });

  it("an answer it does not know is asked again, and the end of input leaves the rest open", async () => {
    expect((await answering([flagged, flagged], "x", "s Molde", "g", null)).answers).toEqual([["accept", []]]);
    expect((await answering([flagged], "q")).answers).toEqual([]);
  });

  it("a text cannot steer the terminal", async () => {
    const hostile = {...flagged, text: "\u001b[2J\u0007\u202eslett", marks: []};
    expect((await answering([hostile], "q")).shown).toContain("\u25a1[2J\u25a1\u25a1slett");
  });
});

describe("the page", () => {
  it("holds hostile text as text only", () => {
    const text = `</script><img src=x onerror=alert(1)>\u2028"&lt;`;
    const html = reviewPage([{...flagged, text}]);
    expect(html).not.toContain("<img");
    expect(html).not.toContain("\u2028");
    expect(html.match(/<script/g)).toHaveLength(3);
    expect(html).toMatch(
      /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-/,
    );
    expect(html).not.toMatch(/https?:/);
  });
});
