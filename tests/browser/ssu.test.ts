import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {unzipSync} from "fflate";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {exampleSsu} from "../../dashboard/examples/published.ts";
import {readMeeting} from "../../pipeline/contract/meeting.ts";
import {projectIn, root} from "../../pipeline/project.ts";
import {fillPage} from "../../pipeline/publish/page.ts";
import {
  a4,
  axeViolations,
  beyondPaper,
  goTo,
  onPaper,
  openBrowser,
  openPage,
  outOfView,
  pageOf,
  screensOf,
} from "../support/page.ts";

const {out} = inject("county");
const folder = mkdtempSync(join(tmpdir(), "avvik-ssu-"));

/** SSU's page with cases, promises and a tiltak that worked: a county that has met before. */
function pageWithCases(): string {
  const {facts, tables} = exampleSsu();
  const file = join(folder, "index.html");
  const template = readFileSync(projectIn(join(root, "data")).template, "utf8");
  writeFileSync(file, fillPage(template, facts, tables));
  return file;
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = (await openPage(browser, pageWithCases())).page;
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, {recursive: true, force: true});
});

async function downloaded(key: string, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press(key)]);
  const path = join(folder, name);
  await download.saveAs(path);
  return readFileSync(path);
}

describe("the half hour of SSU, by keyboard", () => {
  it("answers a case from an LSU, and says that none waits any more", async () => {
    await goTo(page, "saker");
    expect(await page.locator("h1").innerText()).toBe("1 sak ventar på svar frå SSU.");
    await page.keyboard.press("f");
    expect(await page.locator("h1").innerText()).toBe("SSU har svart på begge sakene.");
  });

  it("lists every open decision by committee and age, and says which LSU told nothing", async () => {
    await goTo(page, "lovnader");
    expect(await page.locator("h1").innerText()).toBe("2 opne vedtak, 1 over fristen.");
    const rows = await page.locator(".alder tbody th").allInnerTexts();
    expect(rows).toHaveLength(4);
    expect(await page.locator(".lovnader").innerText()).toContain("Inga møtefil frå LSU Kristiansund");
  });

  it("prints the decisions inside A4", async () => {
    const printed = (await openPage(browser, join(folder, "index.html"), a4)).page;
    await onPaper(printed);
    expect(await beyondPaper(printed)).toEqual([]);
    await printed.context().close();
  });

  it("recommends what worked, and decides next year's weights with the arrow keys", async () => {
    await goTo(page, "spreiing");
    expect(await page.locator("h1").innerText()).toContain("Eitt tiltak har truleg verka");
    await page.keyboard.press("s");
    await goTo(page, "vekter");
    await page.getByLabel("Alvor").focus();
    await page.keyboard.press("ArrowRight");
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press("s");
    expect(await page.locator("h1").innerText()).toMatch(/^Vekter for 2026: mengd 36\s%, alvor 45\s%/);
  });

  it("writes minutes and a møtefil that the pipeline reads", async () => {
    const minutes = unzipSync(await downloaded("d", "protokoll.docx"));
    const words = Buffer.from(minutes["word/document.xml"] ?? []).toString("utf8");
    expect(words).toContain("send til fsu");
    expect(words).toContain("Vekter frå 2026");
    const read = readMeeting((await downloaded("m", "moetefil.json")).toString("utf8"));
    if (!("file" in read)) throw new Error(read.fault);
    const written = Object.fromEntries(
      read.file.entries.map(({subject, field, value}) => [`${subject} ${field}`, value]),
    );
    expect(read.file.audience).toBe("ssu");
    expect(written["rute/lsu-molde_2025-MLD ssu_svar"]).toBe("fsu");
    expect(written["vekt alvor"]).toBe(50);
    expect(written["vekt mengd"]).toBe(40);
  });

  it("has no axe violation and fits the wall on any screen in either form", async () => {
    for (const language of ["nn", "nb"]) {
      for (const screen of await screensOf(page)) {
        await goTo(page, screen);
        expect(await axeViolations(page), `${screen} ${language}`).toEqual([]);
        expect(await outOfView(page), screen).toBe(0);
      }
      await page.locator(".maalform").click();
    }
  });
});

it("the page of a first year has no case, no promise and nothing to spread, and says so", async () => {
  const first = (await openPage(browser, pageOf(out, "moete/ssu"))).page;
  for (const [screen, finding] of [
    ["saker", /Ingen saker ventar/],
    ["lovnader", /Ingen opne vedtak/],
    ["spreiing", /Ingen tiltak har vist/],
  ] as const) {
    await goTo(first, screen);
    expect(await first.locator("h1").innerText()).toMatch(finding);
  }
  await first.context().close();
});
