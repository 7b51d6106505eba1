import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {strFromU8, unzipSync} from "fflate";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {countsOf, type PlantedTiltak, readPlantedTiltak} from "../../data/synthetic/loop.ts";
import type {PageFacts} from "../../pipeline/contract/edition.ts";
import {projectIn, root} from "../../pipeline/project.ts";
import {republish} from "../../pipeline/republish.ts";
import {run} from "../../pipeline/run.ts";
import {avvik} from "../support/command-line.ts";
import {axeViolations, goTo, openBrowser, openPage, outOfView} from "../support/page.ts";

const county = inject("county");
const folder = mkdtempSync(join(tmpdir(), "avvik-to-aar-"));
const data = join(folder, "data");
const out = join(folder, "out");
const meetingDay = "2025-03-05";
const planted = readPlantedTiltak();

/** The year the meetings are about, and the year after, looked at from its report. */
const first = {...projectIn(data, {out, deliveries: county.deliveries, today: "2025-02-15", year: 2024})};
const second = projectIn(data, {out, warehouse: join(folder, "andre.duckdb"), today: "2026-02-15"});

let browser: Browser;
beforeAll(async () => {
  mkdirSync(data);
  for (const part of ["registers", "layouts"]) cpSync(join(root, "data", part), join(data, part), {recursive: true});
  browser = await openBrowser();
  await run(first);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, {recursive: true, force: true});
});

const pagePath = (year: number, audience: string) => join(out, `${year}`, "moete", audience, "index.html");

function factsOf(audience: string, edition = "moete"): PageFacts {
  const html = readFileSync(join(out, "2025", edition, audience, "index.html"), "utf8");
  return JSON.parse(/id="avvik-facts">([^<]*)</.exec(html)?.[1] ?? "") as PageFacts;
}

async function fill(page: Page, label: RegExp, value: string): Promise<void> {
  await page.getByLabel(label).first().fill(value);
  await leaveField(page);
}

/** Keys are commands only where nobody is writing. */
async function leaveField(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

const day = (days: number) => new Date(Date.parse(`${meetingDay}T00:00:00Z`) + days * 86_400_000).toJSON().slice(0, 10);

/** One LSU chooses its first candidate, fills in the card, and saves the møtefil. */
async function meet(lsu: string): Promise<string> {
  const {page} = await openPage(browser, pagePath(2024, lsu));
  await goTo(page, "vedtak");
  await fill(page, /Møtedato/, meetingDay);
  await goTo(page, "val");
  for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("p");
  if ((await page.getByRole("checkbox").count()) > 0) {
    await page.getByRole("checkbox").first().focus();
    await page.keyboard.press("Space");
    await leaveField(page);
  }
  await goTo(page, "pdsa");
  await fill(page, /^Mål:/, "Fleire rette lister same dag");
  await fill(page, /(Eigar frå sjukehuset|Eier fra sykehuset)/, "seksjonsleiar");
  await fill(page, /(Eigar frå kommunen|Eier fra kommunen)/, "fagleiar");
  await fill(page, /Første (vesle|lille) prøve/, "Ti pasientar");
  await fill(page, /Dato for prøv[ae]/, day(14));
  await fill(page, /Vi (trur|tror) at/, "åtte av ti stemmer");
  await fill(page, /Vi (trur|tror), i/, "80");
  await fill(page, /Prosessmål/, "rette lister");
  await fill(page, /^av alle/, "utskrivne");
  await fill(page, /^(Kjelde|Kilde)/, "eiga teljing");
  await page.getByLabel(/(Betre|Bedre) når/).selectOption("opp");
  await page.getByLabel(/(Kor|Hvor) ofte/).selectOption("maanad");
  await fill(page, /Ny vurdering/, day(180));
  await goTo(page, "vedtak");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("m")]);
  const path = join(folder, `${lsu}.json`);
  await download.saveAs(path);
  await page.context().close();
  return path;
}

/** The table of a tiltak as its owners fill it in, with what was planted. */
function filledTable(path: string, tiltak: PlantedTiltak): string {
  const lines = readFileSync(path, "utf8")
    .split("\r\n")
    .map((line) => line.split(";"));
  const periods = lines.flatMap((cells) => (/^\d{4}M\d\d$/.test(cells[1] ?? "") ? [cells[1] ?? ""] : []));
  const counts = countsOf(tiltak, {
    before: periods.filter((period) => period < "2025M03"),
    after: periods.filter((period) => period > "2025M03"),
    seed: 7,
  });
  const filled = lines.map((cells) => {
    const [id = "", period = "", , , , ...rest] = cells;
    if (period === "status") {
      const [better = "", merknad = "", ...tail] = rest;
      return [
        id,
        period,
        "",
        "",
        tiltak.utfall === "aldri_proevd" ? "ikkje" : "gjennomfoert",
        better,
        merknad,
        ...tail,
      ];
    }
    const count = counts.get(period);
    return count ? [id, period, count.teljar, count.nemnar, "", ...rest] : cells;
  });
  writeFileSync(path, filled.map((cells) => cells.join(";")).join("\r\n"));
  return path;
}

const byOutcome = (utfall: PlantedTiltak["utfall"]) => planted.find((one) => one.utfall === utfall)?.lsu ?? "";
const worked = byOutcome("verka");

describe("to år på det syntetiske fylket", {timeout: 180_000}, () => {
  it("fire møte i nettlesaren blir fire møtefiler, og vedtaka kjem i registeret", async () => {
    const files: string[] = [];
    for (const {lsu} of planted) files.push(await meet(lsu));
    const taken = await avvik(["decide", ...files, "--data", data, "--json"]);
    expect(taken.stderr).toBe("");
    const {meetings} = JSON.parse(taken.stdout) as {meetings: {audience: string; fresh: number; conflicts: string[]}[]};
    expect(meetings.map(({audience}) => audience).sort()).toEqual(planted.map(({lsu}) => lsu).sort());
    expect(meetings.flatMap(({conflicts}) => conflicts)).toEqual([]);
    const again = await avvik(["decide", ...[...files].reverse(), "--data", data, "--json"]);
    const fresh = (JSON.parse(again.stdout) as {meetings: {fresh: number}[]}).meetings.map((one) => one.fresh);
    expect(fresh).toEqual([0, 0, 0, 0]);
  });

  it("status seier kva som må gjerast, og skriv tabellane eigarane fyller ut", async () => {
    const tables = join(folder, "tabellar");
    const args = ["status", "--data", data, "--out", out, "--today", "2026-01-20", "--templates", tables, "--json"];
    const {stdout, code} = await avvik(args);
    expect(code).toBe(0);
    const {tasks} = JSON.parse(stdout) as {tasks: {kind: string; group: string; daysLate: number}[]};
    expect(tasks.filter(({kind, group}) => kind === "vedtak" && group === "late")).toHaveLength(4);
    expect(tasks.some(({kind}) => kind === "moetefil")).toBe(true);
    const names = readdirSync(tables).filter((name) => /maal-.*\.csv$/.test(name));
    const filled = names.map((name) => {
      const tiltak = planted.find(({lsu}) => name.includes(lsu));
      if (tiltak === undefined) throw new Error(`template: ${name}`);
      return filledTable(join(tables, name), tiltak);
    });
    expect(filled).toHaveLength(4);
    const taken = await avvik(["decide", ...filled, "--data", data, "--today", "2026-01-20"]);
    expect([taken.stderr, taken.code]).toEqual(["", 0]);
  });

  it("rapporten året etter opnar med det som vart planta: eitt verka, eitt ikkje, eitt kan ingen vite, eitt vart aldri prøvd", async () => {
    cpSync(county.warehouse, second.warehouse);
    cpSync(join(county.out, "2025"), join(out, "2025"), {recursive: true});
    await republish(second, {what: "publish"});
    await republish(second, {what: "report"});
    const docx = unzipSync(readFileSync(join(out, "2025", "moete", "ssu", "SYNTETISK-samhandlingsavvik-2025.docx")));
    const text = strFromU8(docx["word/document.xml"] ?? new Uint8Array())
      .replace(/<[^>]+>/g, "\n")
      .replace(/\n+/g, "\n");
    expect(text).toContain("Fire tiltak vart valde i fjor: tre er prøvde, og eitt gav påvist betring.");
    expect(text).toMatch(/Betring påvist\. Prosessmålet gjekk frå 5\d.% til 8\d.%\./);
    expect(text).toContain("er han mindre enn ei halvering eller ei dobling");
    expect(text).toMatch(/Tala er for usikre til å seie om noko er endra|Det er talt i for få periodar/);
    expect(text).toContain("Tiltaket vart ikkje prøvd.");
  });

  it("sidene til LSU og SSU seier det same, og ingen annan ser det som er eit LSU sitt", () => {
    const told = Object.fromEntries(
      planted.map(({lsu, utfall}) => {
        const {followed} = factsOf(lsu).loop;
        expect(followed.map(({audience}) => audience)).toEqual([lsu]);
        return [utfall, [followed[0]?.status, followed[0]?.effect?.verdict, followed[0]?.effect?.reason]];
      }),
    );
    expect(told).toMatchObject({
      verka: ["gjennomfoert", "betring_paavist", null],
      verka_ikkje: ["gjennomfoert", "kan_ikkje_avgjerast", "liten_skilnad"],
      aldri_proevd: ["ikkje", "kan_ikkje_avgjerast", "ikkje_proevd"],
    });
    expect(told.kan_ikkje_vite?.[1]).toBe("kan_ikkje_avgjerast");
    expect(told.kan_ikkje_vite?.[2]).not.toBe("liten_skilnad");
    const {loop} = factsOf("ssu");
    expect(loop.followed).toHaveLength(4);
    expect(loop.accounted.filter(({delivered}) => delivered)).toHaveLength(4);
    expect(loop.followed.every(({reports}) => reports?.verdict !== "betring_paavist")).toBe(true);
  });

  it("det som verka i eitt LSU, blir bode fram i dei andre", () => {
    for (const {lsu} of planted) {
      expect(factsOf(lsu).loop.elsewhere.map(({from}) => from)).toEqual(lsu === worked ? [] : [worked]);
    }
  });

  it("takken til dei som melde, seier kva som kom ut av det, og ingenting om enkeltsaker", () => {
    const said = (utfall: PlantedTiltak["utfall"]) => {
      const takk = join(out, "2025", "moete", byOutcome(utfall), "takk");
      const [name = ""] = readdirSync(takk).filter((file) => file.endsWith("-nn.txt"));
      return readFileSync(join(takk, name), "utf8");
    };
    expect(said("verka")).toContain("Verknaden: betring påvist.");
    expect(said("verka_ikkje")).toContain("Verknaden: kan ikkje avgjerast.");
    expect(said("kan_ikkje_vite")).toContain("Verknaden: kan ikkje avgjerast.");
    expect(said("aldri_proevd")).toContain("Tiltaket vart ikkje prøvd.");
    for (const {utfall} of planted) expect(said(utfall)).not.toMatch(/Ti pasientar|seksjonsleiar/);
  });

  it("den opne utgåva har ingenting frå møta", () => {
    expect(factsOf("", "open").loop).toMatchObject({followed: [], fresh: [], routes: [], elsewhere: [], accounted: []});
    expect(readFileSync(join(out, "2025", "open", "index.html"), "utf8")).not.toContain("seksjonsleiar");
  });

  it("sida opnar på vedtaket med verknaden i ord, og held seg på skjermen", async () => {
    const {page, errors} = await openPage(browser, pagePath(2025, worked));
    await goTo(page, "sidan");
    expect(await page.locator("main").innerText()).toMatch(/(Betring påvist|Forbedring påvist)/);
    expect(await axeViolations(page)).toEqual([]);
    expect(await outOfView(page)).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
