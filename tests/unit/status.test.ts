import {describe, expect, it} from "vitest";
import {calendarOf} from "../../pipeline/status/calendar.ts";
import {pageOf} from "../../pipeline/status/page.ts";
import {type StatusFacts, tasksOf} from "../../pipeline/status/tasks.ts";

const both = (text: string) => ({nn: text, nb: text});
const row = (id: string, fraa: string, til: string, kven: string) => ({id, fraa, til, kven, ...both(id)});

const facts = (changes: Partial<StatusFacts> = {}): StatusFacts => ({
  ...{today: "2026-01-20", language: "nn", year: 2025, synthetic: true, hasEdition: true, thanks: 0},
  parties: [
    {id: "9901", name: "Nordvik", hasDelivered: true},
    {id: "9902", name: "Sørvik", hasDelivered: false},
  ],
  wheel: [row("1-runde", "01-15", "01-29", "avsendarane"), row("2-lsu", "02-20", "03-31", "lsu")],
  committees: [
    {id: "ssu", type: "ssu", name: both("SSU")},
    {id: "lsu-nord", type: "lsu", name: both("LSU Nord")},
  ],
  ...{delivered: new Set<string>(), conflicts: [], decisions: [], routes: []},
  ...changes,
});

const decision = {
  ...{id: "lsu-nord-2024-EPI", committee: both("LSU Nord"), subject: both("Epikrise"), year: 2024},
  ...{due: "2026-01-10", untold: true, missingFrom: "2025M12"},
};
const told = (changes: Partial<StatusFacts> = {}) =>
  tasksOf(facts(changes))
    .filter(({kind}) => kind !== "aarshjul")
    .map(({group, due, daysLate, who, what}) => [group, due, daysLate, who, what]);

describe("kva sekretariatet bør gjere no", () => {
  it("seier kven som ikkje har levert, kva runde som er open, og kva møtefil som manglar", () => {
    expect(told({delivered: new Set(["ssu"])})).toEqual([
      ["late", "2026-01-15", 5, "Sørvik", "Meldingar for 2025 er ikkje komne inn"],
      ["now", "2026-01-29", 0, "Avsendarane", "Verifiseringsrunden er open: 1 part kan melde feil i tala sine"],
      ["later", "2026-03-31", 0, "LSU Nord", "Møtefila for 2025 manglar"],
    ]);
  });

  it("runden er ikkje open før han tek til, og ikkje etter at han er slutt", () => {
    for (const today of ["2026-01-14", "2026-01-30"]) {
      expect(tasksOf(facts({today})).some(({kind}) => kind === "verifisering")).toBe(false);
    }
  });

  it("set det som er over fristen først, med dagar", () => {
    const [first] = told({decisions: [decision], parties: []});
    expect(first).toEqual([
      "late",
      "2026-01-10",
      10,
      "LSU Nord",
      "Epikrise: vedtaket frå møtet om 2024 skal vurderast",
    ]);
    const words = told({decisions: [decision], parties: []}).map(([, , , , what]) => what);
    expect(words).toContain("Epikrise: ingen har meldt om den første prøva");
    expect(words).toContain("Epikrise: tal for prosessmålet manglar frå desember 2025");
  });

  it("viser kor lenge ei sak har venta, usemje som ventar, og takk som ikkje er sende", () => {
    const route = {
      id: "lsu-nord-2024-LEG",
      subject: both("Legemiddel"),
      from: both("LSU Nord"),
      fsu: both("FSU A"),
      age: 40,
    };
    const words = told({
      parties: [],
      routes: [
        {...route, waitsFor: "ssu"},
        {...route, id: "x", waitsFor: "fsu"},
      ],
      conflicts: [{committee: both("LSU Nord"), about: both("Epikrise (vedtak)")}],
      thanks: 3,
    }).map(([, , , , what]) => what);
    expect(words).toEqual(
      expect.arrayContaining([
        "LSU Nord, Legemiddel: saka har venta på SSU i 40 dagar",
        "LSU Nord, Legemiddel: saka ligg hos FSU A, sendt for 40 dagar sidan",
        "To har skrive ulikt om Epikrise (vedtak)",
        "3 takk for meldinga er klare til utsending",
      ]),
    );
  });

  it("seier at det må køyrast ein rapport, når ingen finst", () => {
    expect(told({hasEdition: false})).toEqual([["waiting", null, 0, "Sekretariatet", "Ingen rapport er laga enno"]]);
  });

  it("har same oppgåver i begge målformer", () => {
    const kinds = (language: "nn" | "nb") =>
      tasksOf(facts({language, decisions: [decision]})).map(({id, due}) => [id, due]);
    expect(kinds("nb")).toEqual(kinds("nn"));
  });
});

describe("kalenderen", () => {
  const tasks = tasksOf(
    facts({
      decisions: [
        {...decision, subject: both("Epikrise; æ, ø\\å og ein svært lang tittel som ikkje får plass på ei linje")},
      ],
    }),
  );
  const text = calendarOf(tasks, facts());

  it("har éi heildagshending for kvar oppgåve med dato, med same UID kvar gong", () => {
    const uids = text.match(/^UID:.*$/gm) ?? [];
    expect(new Set(uids).size).toBe(tasks.filter(({due}) => due !== null).length);
    expect(calendarOf(tasks, facts({today: "2026-01-21"})).match(/^UID:.*$/gm)).toEqual(uids);
    expect(text).toMatch(/DTSTART;VALUE=DATE:20260110\r\nDTEND;VALUE=DATE:20260111\r\n/);
  });

  it("følgjer RFC 5545: CRLF, høgst 75 oktettar på linja, og skiljeteikn skrivne om", () => {
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text.split("\r\n").filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text.replaceAll("\r\n ", "")).toContain("Epikrise\\; æ\\, ø\\\\å og ein svært lang");
    expect(text.replaceAll("\r\n ", "")).toMatch(/^SUMMARY:SYNTETISK: LSU Nord/m);
  });
});

describe("sida", () => {
  it("er merkt, har språk, og viser det nokon har skrive som tekst", () => {
    const tasks = tasksOf(facts({decisions: [{...decision, subject: both("<img src=x>")}]}));
    const page = pageOf(tasks, facts());
    expect(page).toContain('<html lang="nn">');
    expect(page).toContain("SYNTETISK · Kva som må gjerast");
    expect(page).not.toMatch(/<img|<script|https?:/);
  });
});
