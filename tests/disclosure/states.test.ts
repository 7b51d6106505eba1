import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parseHTML} from "linkedom";
import {h, options, render} from "preact";
import {afterAll, beforeAll, describe, expect, inject, it, vi} from "vitest";
import {App} from "../../dashboard/app.tsx";
import {scenesOf} from "../../dashboard/scenes.tsx";
import {
  type Action,
  type PageState,
  reachableStates,
  reduce,
  screenOf,
  settled,
  startState,
} from "../../dashboard/state.ts";
import {number, percent, rate} from "../../dashboard/text/numbers.ts";
import {areaChoices, type Published, viewOf} from "../../dashboard/view.ts";
import {decodeTable} from "../../pipeline/contract/arrow.ts";
import type {PageFacts} from "../../pipeline/contract/edition.ts";
import {type Row, type Table, type TableName, type Tables, tableNames, tables} from "../../pipeline/contract/tables.ts";
import {type CsvRow, readCsv, readPage} from "../support/outputs.ts";

const {out} = inject("county");
const pages = ["open/index.html", "moete/ssu/index.html", "moete/lsu-molde/index.html"];

const withPublished = (path: string): Published => {
  const {facts, tables: islands} = readPage(readFileSync(join(out, "2025", path), "utf8"));
  const read = tableNames.map((name) => [name, decodeTable(name, islands.get(name) ?? new Uint8Array())]);
  return {facts: facts as unknown as PageFacts, tables: Object.fromEntries(read) as Tables};
};

const keyOf = (state: PageState): string => JSON.stringify(Object.entries(state).sort());

/** Addresses and actions that no button gives. */
const strangeHashes = [
  "",
  "#",
  "#fylket?lsu=1547",
  "#omraade=1547&kategori=UTS",
  "#__proto__",
  "#tillit/../kommunane",
  "#%00",
  "#moenster ",
];
const strangeActions = [
  {kind: "omraade", omraade: "1547"},
  {kind: "omraade", omraade: "lsu-finst-ikkje"},
  {kind: "omraade", omraade: "__proto__"},
  {kind: "language", language: "en"},
  {kind: "screen", screen: "rader"},
] as unknown as readonly Action[];

function everyAction(published: Published): Action[] {
  return [
    ...reachableStates(published).map(({screen}) => ({kind: "screen", screen}) as const),
    ...areaChoices(viewOf(published)).map((omraade) => ({kind: "omraade", omraade}) as const),
    ...(["nn", "nb"] as const).map((language) => ({kind: "language", language}) as const),
    {kind: "tables"},
    ...strangeActions,
  ];
}

/** Every state that can be reached from any address by any action, found by walking. */
function walked(published: Published): Map<string, PageState> {
  const found = new Map<string, PageState>();
  const queue = [...strangeHashes, "#tillit", "#metode"].map((hash) => startState(published.facts, hash));
  const actions = everyAction(published);
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    if (found.has(keyOf(state))) continue;
    found.set(keyOf(state), state);
    queue.push(...actions.map((action) => settled(published, reduce(state as PageState, action))));
  }
  return found;
}

beforeAll(() => {
  const {document, Event} = parseHTML("<!doctype html><html><body></body></html>");
  options.debounceRendering = (paint) => paint();
  // Effects run at once too: none of them is left when the document is gone.
  (options as {requestAnimationFrame?: (run: () => void) => void}).requestAnimationFrame = (run) => run();
  vi.stubGlobal("document", document);
  vi.stubGlobal("Event", Event);
  vi.stubGlobal("scrollTo", () => {});
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});
afterAll(() => {
  vi.unstubAllGlobals();
});

function drawn(published: Published, state: PageState): HTMLElement {
  const place = document.createElement("div");
  render(h(App, {published, state, dispatch: () => {}, desk: null, scenes: scenesOf(published)}), place);
  return place;
}

/** What a reader meets in a state, and behind each of its buttons: words, drawings and attributes. */
function* shownIn(published: Published, state: PageState): Generator<HTMLElement> {
  const place = drawn(published, state);
  yield place;
  const buttons = place.querySelectorAll("main button").length;
  for (let index = 0; index < buttons; index += 1) {
    const button = place.querySelectorAll("main button")[index];
    button?.dispatchEvent(new Event("click"));
    yield place;
    place.querySelectorAll("main button")[index]?.dispatchEvent(new Event("click"));
  }
  render(null, place);
}

function picturesOf(published: Published, state: PageState): string[] {
  const pictures: string[] = [];
  for (const place of shownIn(published, state)) pictures.push(place.innerHTML);
  return pictures;
}

/** Everything a page may say is so many reports: published counts, and what is plainly reckoned from them. */
function sayable({facts, tables: all}: Published): ReadonlySet<string> {
  const allowed = new Set<string>();
  const counts = new Map<string, number>();
  for (const name of tableNames) {
    for (const row of all[name] as readonly unknown[] as readonly Record<string, unknown>[]) {
      for (const [column, {type}] of Object.entries((tables[name] as Table).columns)) {
        const value = row[column];
        if (type === "VARCHAR" || type === "BOOLEAN" || typeof value !== "number") continue;
        for (const text of [
          number(value),
          number(value, 1),
          number(value, 2),
          rate(value),
          percent(value),
          number(value * 100),
        ])
          allowed.add(text);
        if (name === "melding_per_kategori" && column === "n" && row.kategori === "alle" && row.retning === "alle")
          counts.set(`${row.aar} ${row.omraade}`, value);
      }
      const {maal, teljar, nemnar} = row;
      if (maal === "meldt_av_begge" && typeof teljar === "number") allowed.add(number(Number(nemnar) - teljar));
    }
  }
  // Places and chances are concluded from shown counts; the ends of a chance are said as more than 99 % and less than 1 %.
  for (const {lower, upper, topThree} of facts.conclusions.rankings.flatMap(({places}) => places))
    for (const text of [number(lower), number(upper), number(topThree * 100), "99", "1"]) allowed.add(text);
  for (const omraade of areaChoices(viewOf({facts, tables: all}))) {
    const years = facts.years.map((aar) => counts.get(`${aar} ${omraade}`));
    if (years.every((n) => n !== undefined)) allowed.add(number(years.reduce((sum: number, n) => sum + (n ?? 0), 0)));
  }
  return allowed;
}

const digits = "[0-9][0-9\\u202f]*(?:,[0-9]+)?";
const said = new RegExp(`(${digits})\\s(?:melding|meldingar|meldinger|hending|hendingar|hendelse|hendelser)\\b`, "g");
const asN = new RegExp(`n\\u00a0=\\u00a0(${digits})`, "g");

/** The words of every element by themselves: numbers in two elements beside each other are two numbers. */
function wordsOf(place: HTMLElement): string {
  return place.innerHTML
    .replace(/<[^>]*>/g, "\n")
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll("&#160;", "\u00a0");
}

function numbersSaid(place: HTMLElement): string[] {
  const texts = [
    wordsOf(place),
    ...[...place.querySelectorAll("[aria-label]")].map((one) => one.getAttribute("aria-label") ?? ""),
  ];
  const cells = [...place.querySelectorAll("main td.tal, .noekkeltal b")].flatMap((cell) => {
    if (cell.closest("[data-skjerm=metode]") !== null) return [];
    return (cell.textContent ?? "").match(new RegExp(digits, "g")) ?? [];
  });
  const drawings = [...place.querySelectorAll("main svg text")].flatMap((text) =>
    /^[0-9]/.test(text.textContent ?? "") && text.getAttribute("text-anchor") === "end" ? [text.textContent ?? ""] : [],
  );
  return [
    ...cells,
    ...drawings,
    ...texts.flatMap((text) => [...text.matchAll(said), ...text.matchAll(asN)].map(([, n = ""]) => n)),
  ];
}

describe.each(pages)("the page %s", (path) => {
  let published: Published;
  beforeAll(() => {
    published = withPublished(path);
  });

  it("[10] has a finite list of states, and no address or action leads out of it", () => {
    const list = reachableStates(published);
    expect(list.length).toBeGreaterThan(30);
    const screens = new Set(list.map(({screen}) => screen)).size;
    expect(screens).toBeLessThan(10);
    expect(list.length).toBeLessThanOrEqual(screens * 5 * 2 * 2);
    expect([...walked(published).keys()].sort()).toEqual(list.map(keyOf).sort());
  });

  it("[12] opens in its first view for an address that is not in the list, and stays in the list for an action that is not", () => {
    const first = startState(published.facts, "");
    for (const hash of strangeHashes) expect(startState(published.facts, hash)).toEqual(first);
    for (const hash of strangeHashes) expect(screenOf(hash, published.facts)).toBe(first.screen);
    const elsewhere = {...first, screen: "metode" as const, tables: true};
    for (const action of strangeActions) expect(settled(published, reduce(elsewhere, action))).toEqual(first);
  });

  it("[10] [30] says no number of reports in any state, word, label or drawing that is not in its disclosed tables", () => {
    const allowed = sayable(published);
    const unknown = new Set<string>();
    let found = 0;
    for (const state of reachableStates(published).filter(({language, tables: open}) => language === "nn" || open)) {
      for (const place of shownIn(published, state)) {
        for (const one of numbersSaid(place)) {
          found += 1;
          if (!allowed.has(one)) unknown.add(`${state.screen} ${state.omraade}: ${one}`);
        }
      }
    }
    expect([...unknown]).toEqual([]);
    expect(found).toBeGreaterThan(1000);
  }, 240_000);

  it("[22] [28] [29] [30] [35] says and draws the same in every state whatever number might stand behind the sign of a hidden cell", () => {
    const {language} = published.facts.audience;
    const states = reachableStates(published).filter((state) => state.language === language);
    const pictures = (n: number | null): string[] =>
      states.flatMap((state) => picturesOf(leaking(published, n), state));
    const none = pictures(null);
    const ofNumbers = new Set(reachableStates(withPublished("open/index.html")).map(({screen}) => screen));
    const readings = states.filter(({screen}) => ofNumbers.has(screen));
    expect(new Set(none).size).toBeGreaterThan(readings.length);
    for (const n of [1, 4])
      expect(pictures(n).filter((picture, index) => picture !== none[index]).length, `with ${n}`).toBe(0);
  }, 240_000);
});

/** The same tables from a gate that did not empty what it hid. */
function leaking({facts, tables: all}: Published, n: number | null): Published {
  const leaky = tableNames.map((name) => {
    const measures = Object.entries((tables[name] as Table).columns).filter(
      ([, {measure, type}]) => measure && type !== "VARCHAR",
    );
    const rows = all[name] as readonly unknown[] as readonly Record<string, unknown>[];
    return [
      name,
      rows.map((row) =>
        row.status === "hidden" ? {...row, ...Object.fromEntries(measures.map(([column]) => [column, n]))} : row,
      ),
    ];
  });
  return {facts, tables: Object.fromEntries(leaky) as unknown as Tables};
}

describe("[7] zeros", () => {
  it("are shown in every table, and the method says so in both forms of the language", () => {
    for (const path of pages) {
      const published = withPublished(path);
      for (const [language, words] of [
        ["nn", "Null blir vist"],
        ["nb", "Null vises"],
      ] as const) {
        const state = {screen: "metode" as const, omraade: published.facts.audience.omraade, language, tables: false};
        expect(drawn(published, state).textContent).toContain(words);
      }
      for (const name of ["melding_per_kategori", "melding_per_kommune", "melding_per_kvartal"] as const)
        expect(
          published.tables[name].some(({n}) => n === 0),
          `${path} ${name}`,
        ).toBe(true);
    }
  });
});

describe("[11] two states that differ in one choice", () => {
  const counts = (edition: string, name: TableName): CsvRow[] =>
    readCsv(join(out, "2025", edition, "tabellar", `${name}.csv`));
  const publishedN = (row: CsvRow | undefined): number | null => (row?.status === "published" ? Number(row.n) : null);

  it.each([
    ["moete", 3],
    ["open", 5],
  ] as const)("never differ by less than the threshold in %s", (edition, threshold) => {
    const rows = [
      ...counts(edition, "melding_per_kategori").map((row) => ({...row, kvartal: "aaret"}) as CsvRow),
      ...counts(edition, "melding_per_kvartal"),
    ];
    const keyed = new Map(
      rows.map((row) => [[row.aar, row.kvartal, row.omraade, row.kategori, row.retning].join("|"), row]),
    );
    const wider = ({aar, kvartal, omraade, kategori, retning}: CsvRow) => [
      [aar, "aaret", omraade, kategori, retning],
      [aar, kvartal, "fylke", kategori, retning],
      [aar, kvartal, omraade, "alle", retning],
      [aar, kvartal, omraade, kategori, "alle"],
    ];
    let compared = 0;
    const close = rows.flatMap((row) =>
      wider(row).flatMap((place) => {
        const [own, whole] = [publishedN(row), publishedN(keyed.get(place.join("|")))];
        if (own === null || whole === null) return [];
        compared += 1;
        return whole - own > 0 && whole - own < threshold ? [place.join(" ")] : [];
      }),
    );
    expect(close).toEqual([]);
    expect(compared).toBeGreaterThan(300);
  });
});

/** The days a tiltak is registered for are nobody's case. */
const undated = (tiltak: unknown): unknown =>
  JSON.parse(JSON.stringify(tiltak, (key, value) => (["fra", "til"].includes(key) ? "" : value)));

describe("[13] the bundle", () => {
  const facts = ["runDate", "cutOff"];
  it.each(pages)(
    "%s holds no row of a report: no case number, no day but those of the edition, the breaks and the registered tiltak, no word for a column of a delivery",
    (path) => {
      const {program, facts: own, tables: islands} = readPage(readFileSync(join(out, "2025", path), "utf8"));
      const data = [...islands]
        .filter(([name]) => name !== "brot")
        .map(([, bytes]) => Buffer.from(bytes).toString("latin1"));
      const shown = (key: string, value: unknown) =>
        facts.includes(key) ? "" : key === "tiltak" ? undated(value) : value;
      const texts = [program, ...data, JSON.stringify(own, shown)];
      for (const text of texts) {
        expect(text).not.toMatch(/Saksnr|saksnr|avvik_id|SA-20\d\d|AVV\d\d-|hendingsdato|beskriving_|pseudonym/);
        expect(text.match(/\b20\d\d-[01]\d-[0-3]\d\b/g) ?? []).toEqual([]);
      }
      const widest = Math.max(...[...islands].map(([name, bytes]) => decodeTable(name as TableName, bytes).length));
      const finest = decodeTable(
        "melding_per_kvartal",
        islands.get("melding_per_kvartal") ?? new Uint8Array(),
      ) as Row<"melding_per_kvartal">[];
      expect(widest).toBe(finest.length);
      expect(
        new Set(finest.map((row) => `${row.aar} ${row.kvartal} ${row.omraade} ${row.kategori} ${row.retning}`)).size,
      ).toBe(finest.length);
    },
  );
});
