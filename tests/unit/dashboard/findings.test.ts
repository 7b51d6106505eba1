import {describe, expect, it} from "vitest";
import {exampleLsu, exampleOpen, exampleSsu} from "../../../dashboard/examples/published.ts";
import {comparisons, fylketFinding, fylketLead, fylketTitle} from "../../../dashboard/findings/fylket.ts";
import {kommunaneFinding, kommunaneLead, panelTitle} from "../../../dashboard/findings/kommunane.ts";
import {fagomraadeTitle, moensterFinding, moensterLead, moensterTitle} from "../../../dashboard/findings/moenster.ts";
import {differ} from "../../../dashboard/findings/spread.ts";
import {leveringTitle, parts, spegelTitle, tillitFinding, tillitLead} from "../../../dashboard/findings/tillit.ts";
import {type View, viewOf} from "../../../dashboard/view.ts";
import type {Row, Tables} from "../../../pipeline/contract/tables.ts";

const base = viewOf(exampleLsu());

function withTables(tables: Partial<Tables>, view: View = base): View {
  return {...view, tables: {...view.tables, ...tables}};
}

type Change = Pick<Row<"endring_per_kategori">, "dom" | "grunn" | "status">;

/** Every category of the area gets `change`, but for those that are named. */
function changes(change: Change, named: Record<string, Change> = {}): View {
  const endring_per_kategori = base.tables.endring_per_kategori.map((row) =>
    row.omraade === base.omraade && row.kategori !== "alle" ? {...row, ...(named[row.kategori] ?? change)} : row,
  );
  return withTables({endring_per_kategori});
}

const said = (dom: string): Change => ({dom, grunn: null, status: "published"});
const not = (grunn: string): Change => ({dom: null, grunn, status: "not_applicable"});
const hidden: Change = {dom: null, grunn: null, status: "hidden"};

describe("moenster", () => {
  it.each<[string, View]>([
    ["Inga sikker endring i nokon kategori frå 2024 til 2025.", changes(said("uviss"))],
    [
      "Fleire meldingar i «Legemiddel» enn i 2024. Elles inga sikker endring.",
      changes(said("uviss"), {LEG: said("auke")}),
    ],
    [
      "Færre meldingar i «Transport» enn i 2024. Elles inga sikker endring.",
      changes(said("uviss"), {TRA: said("nedgang")}),
    ],
    [
      "Fleire meldingar i «Legemiddel» og færre i «Transport» enn i 2024.",
      changes(hidden, {LEG: said("auke"), TRA: said("nedgang")}),
    ],
    ["Fleire meldingar i 12 kategoriar enn i 2024.", changes(said("auke"))],
    [
      "Fleire meldingar i 3 kategoriar og færre i 1 enn i 2024.",
      changes(said("uviss"), {LEG: said("auke"), INN: said("auke"), ANS: said("auke"), TRA: said("nedgang")}),
    ],
    ["2024 og 2025 kan ikkje samanliknast: det er brot i serien.", changes(not("brot"))],
    ["2025 er det første året. Endring kan vi tidlegast sjå neste år.", changes(not("foerste_aar"))],
    ["Det er for få viste tal til å samanlikne 2024 og 2025.", changes(said("for_faa"))],
    ["Det er for få viste tal til å samanlikne 2024 og 2025.", changes(hidden)],
  ])("%s", (sentence, view) => {
    expect(moensterFinding(view)).toBe(sentence);
  });

  it("does not believe a verdict in a cell that is hidden", () => {
    const view = changes({dom: "auke", grunn: null, status: "hidden"});
    expect(moensterFinding(view)).not.toContain("Fleire");
    expect(moensterTitle(view)).toBe("Ingen kategoriar kan samanliknast med året før");
  });

  it("says of how many categories it speaks when not all can be compared", () => {
    const [first, ...others] = base.tables.endring_per_kategori.filter(({kategori}) => kategori !== "alle");
    const rows = [
      {...first, status: "published", dom: "uviss", grunn: null},
      ...others.map((row) => ({...row, status: "hidden"})),
    ];
    const view = withTables({endring_per_kategori: rows as typeof base.tables.endring_per_kategori});
    expect(moensterFinding({...view, omraade: first?.omraade ?? ""})).toBe(
      "Inga sikker endring i den eine kategorien vi kan samanlikne.",
    );
  });

  it("names no largest field while a hidden one could be larger", () => {
    const kategori = base.tables.kategori.filter(({akse, kode}) => akse !== "fagomraade" || kode !== "UKJ");
    const shape = {aar: base.facts.year, omraade: base.omraade};
    const total = base.tables.melding_per_kategori.find(
      (row) =>
        row.aar === shape.aar && row.omraade === shape.omraade && row.kategori === "alle" && row.retning === "alle",
    );
    const [one = "", two = "", ...rest] = kategori.filter(({akse}) => akse === "fagomraade").map(({kode}) => kode);
    const titled = (n: number): string => {
      const melding_per_fagomraade = [
        {...shape, fagomraade: one, n, status: "published" as const},
        {...shape, fagomraade: two, n: null, status: "hidden" as const},
        ...rest.map((fagomraade) => ({...shape, fagomraade, n: 0, status: "published" as const})),
        {...shape, fagomraade: "UKJ", n: 0, status: "published" as const},
      ];
      const ukjend = {
        ...kategori.find(({akse}) => akse === "fagomraade"),
        kode: "UKJ",
        nr: 99,
      } as (typeof kategori)[number];
      return fagomraadeTitle(withTables({kategori: [...kategori, ukjend], melding_per_fagomraade}));
    };
    const all = total?.n ?? 0;
    expect(all).toBeGreaterThan(10);
    expect(titled(Math.floor(all / 2) - 1)).toBe("Meldingar etter fagområde");
    expect(titled(Math.floor(all / 2) + 1)).toMatch(/^Flest meldingar gjeld/);
  });

  it("says nothing of the total when it is hidden", () => {
    const melding_per_kategori = base.tables.melding_per_kategori.map((row) => ({...row, status: "hidden" as const}));
    expect(moensterLead(withTables({melding_per_kategori}))).toBe("Fleire meldingar betyr ikkje fleire avvik.");
  });

  it.each([
    ["Flest meldingar gjeld «Somatikk»", {SOM: 20, PSY: 9, UKJ: 10}],
    ["Meldingar etter fagområde", {SOM: 20, PSY: 9, UKJ: 11}],
    ["Meldingar etter fagområde", {SOM: 9, PSY: 9, UKJ: 0}],
    ["Meldingar etter fagområde", {SOM: 5, PSY: 1, UKJ: 90}],
  ])(
    "names the largest field only when the unknown could not overturn it: %s",
    (title, counts: Record<string, number>) => {
      const field = base.tables.kategori.filter((row) => row.akse === "fagomraade");
      const kategori = [...base.tables.kategori, ...field.slice(0, 1).map((row) => ({...row, kode: "UKJ", nr: 99}))];
      const shape = {aar: base.facts.year, omraade: base.omraade, status: "published" as const};
      const melding_per_fagomraade = Object.entries(counts).map(([fagomraade, n]) => ({...shape, fagomraade, n}));
      expect(fagomraadeTitle(withTables({kategori, melding_per_fagomraade}))).toBe(title);
    },
  );
});

function delivered(levering: (part: string) => string): View {
  const levering_per_part = base.tables.levering_per_part.map((row) => ({...row, levering: levering(row.part)}));
  return withTables({levering_per_part});
}

describe("tillit", () => {
  it.each<[string, View]>([
    [
      "Alle dei fem kommunane og HMR har levert. Tala held til å velje kva vi skal betre, men ikkje til å samanlikne kommunar.",
      delivered(() => "levert"),
    ],
    ["4 av 5 kommunar har levert. Vi veit ikkje kva som skjedde i Vestnes.", base],
    [
      "3 av 5 kommunar har levert. Vi veit ikkje kva som skjedde i Aukra og Vestnes.",
      delivered((part) => (["1547", "1535"].includes(part) ? "manglar" : "levert")),
    ],
    [
      "1 av 5 kommunar har levert. For dei 4 andre veit vi ikkje kva som skjedde.",
      delivered((part) => (["1506", "hf"].includes(part) ? "levert" : "manglar")),
    ],
    ["HMR har ikkje levert: vi ser berre den eine vegen.", delivered((part) => (part === "hf" ? "manglar" : "levert"))],
  ])("%s", (sentence, view) => {
    expect(tillitFinding(view)).toBe(sentence);
  });

  it("treats a delivery it does not know as missing, and a party that was not expected as nobody", () => {
    expect(parts(delivered(() => "truleg")).every((part) => part.levering === "manglar")).toBe(true);
    expect(parts(withTables({levering_per_part: []}))).toEqual([]);
  });

  it("counts reports and events apart, and only when both are shown", () => {
    expect(tillitLead(base)).toBe("148 meldingar om 138 hendingar i 2025. Få meldingar betyr ikkje få avvik.");
    const andel_per_omraade = base.tables.andel_per_omraade.map((row) => ({...row, status: "hidden" as const}));
    expect(tillitLead(withTables({andel_per_omraade}))).toBe(
      "148 meldingar i 2025. Få meldingar betyr ikkje få avvik.",
    );
  });
});

describe("spread", () => {
  it.each([
    ["nothing to compare", [], false],
    ["one municipality", [{n: 20, folketal: 9000}], false],
    ["no reports at all", [0, 0, 0].map((n) => ({n, folketal: 5000})), false],
    ["what chance gives", [12, 9, 15, 8].map((n) => ({n, folketal: 8000})), false],
    ["more than chance gives", [40, 9, 3, 8].map((n) => ({n, folketal: 8000})), true],
  ])("%s", (_name, rows, expected) => {
    expect(differ(rows)).toBe(expected);
  });

  it("is not claimed for all from the few that are shown", () => {
    const melding_per_kommune = base.tables.melding_per_kommune.map((row) =>
      ["1506", "1579"].includes(row.kommune) ? row : {...row, n: null, rate: null, status: "hidden" as const},
    );
    expect(kommunaneFinding(withTables({melding_per_kommune}))).toBe("Det er for få tal til å samanlikne kommunane.");
  });

  it("is not claimed from hidden numbers", () => {
    const melding_per_kommune = base.tables.melding_per_kommune.map((row) => ({...row, status: "hidden" as const}));
    expect(kommunaneFinding(withTables({melding_per_kommune}))).toBe("Ingen kommune har nok meldingar til å vise.");
  });
});

describe("fylket", () => {
  const ssu = viewOf(exampleSsu());

  it("names the category and every area it changed in", () => {
    expect(fylketFinding(ssu)).toContain("Fleire meldingar i «Legemiddel» i Molde, Volda og Ålesund.");
  });

  it("says so when nothing is certain, and when nothing could be compared", () => {
    const all = (dom: string) =>
      withTables({endring_per_kategori: ssu.tables.endring_per_kategori.map((row) => ({...row, ...said(dom)}))}, ssu);
    expect(fylketFinding(all("uviss"))).toBe("Inga sikker endring i nokon kategori i noko LSU.");
    expect(fylketFinding(all("for_faa"))).toBe("Ingen tal for LSU kan samanliknast med året før.");
    expect(comparisons(all("uviss"))).toHaveLength(48);
  });
});

describe.each(["nn", "nb"] as const)("every sentence in %s", (language) => {
  const views = [exampleLsu(), exampleSsu(), exampleOpen()].map((published) => viewOf(published, {language}));
  const sentences = views.flatMap((view) => [
    ...[tillitFinding, tillitLead, spegelTitle, leveringTitle].map((say) => say(view)),
    ...[moensterFinding, moensterLead, moensterTitle, fagomraadeTitle].map((say) => say(view)),
    ...[kommunaneFinding, kommunaneLead, fylketFinding, fylketLead, fylketTitle].map((say) => say(view)),
    ...(["K2H", "H2K"] as const).map((retning) => panelTitle(view, retning)),
  ]);

  it("is whole, and never calls fewer reports an improvement", () => {
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/undefined|null|\bNaN\b|betring|bedring|forbedring|verst|best\b/);
      expect(sentence.length).toBeGreaterThan(8);
    }
  });
});
