import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {exampleLsu, exampleSsu} from "../../dashboard/examples/published.ts";
import type {Published} from "../../dashboard/view.ts";
import type {Tables} from "../../pipeline/contract/tables.ts";
import {projectIn, root} from "../../pipeline/project.ts";
import {fillPage} from "../../pipeline/publish/page.ts";
import {openBrowser, openPage, screensOf} from "../support/page.ts";
import type {Benchmark} from "./benchmark.ts";

const times = 100;
const keys = ["t", "t", "ArrowDown", "+", "k", "v", "v", "p", "Tab"];

type AnyRow = Readonly<Record<string, unknown>>;

/** The same tables with the rows of 99 other places after them: a hundred times as much to look through, for as many places to show. */
function multiplied({facts, tables}: Published): Published {
  const many = Object.entries(tables as unknown as Record<string, readonly AnyRow[]>).map(([name, rows]) => [
    name,
    [...rows, ...Array.from({length: times - 1}, (_, copy) => rows.flatMap((row) => elsewhere(row, copy))).flat()],
  ]);
  return {facts, tables: Object.fromEntries(many) as unknown as Tables};
}

function elsewhere(row: AnyRow, copy: number): AnyRow[] {
  const place = ["omraade", "kommune", "part"].find((column) => typeof row[column] === "string" && "aar" in row);
  return place ? [{...row, [place]: `${row[place]}_${copy}`}] : [];
}

interface Measured {
  readonly megabytes: number;
  readonly requests: number;
  readonly firstContent: number;
  readonly slowest: number;
  readonly slowestName: string;
  readonly interactions: number;
}

/** From input to the next frame, by Chromium's own event timing; every event is asked for, and 8 ms is its step. */
async function watchEvents(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: {name: string; duration: number}[] = [];
    Object.assign(globalThis, {seen});
    new PerformanceObserver((list) => {
      for (const {name, duration} of list.getEntries()) seen.push({name: `${name} ${location.hash}`, duration});
    }).observe({type: "event", durationThreshold: 16, buffered: true} as PerformanceObserverInit);
  });
}

async function play(page: Page): Promise<number> {
  let presses = 0;
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
    presses += 1;
  };
  for (const _screen of await screensOf(page)) {
    for (const key of keys) await press(key);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await press("ArrowRight");
  }
  await page.locator(".maalform").click();
  return presses + 1;
}

async function measure(browser: Browser, file: string): Promise<Measured> {
  const {page, requests} = await openPage(browser, file);
  const firstContent = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.POSITIVE_INFINITY,
  );
  await watchEvents(page);
  const interactions = await play(page);
  const seen = await page.evaluate(() => (globalThis as unknown as {seen: {name: string; duration: number}[]}).seen);
  await page.context().close();
  const slowest = seen.reduce((most, one) => (one.duration > most.duration ? one : most), {name: "ingen", duration: 0});
  return {
    megabytes: statSync(file).size / 1e6,
    requests: requests.length,
    firstContent,
    slowest: slowest.duration,
    slowestName: slowest.name,
    interactions,
  };
}

export const benchmark: Benchmark = {
  title: "the built page from disk with the network off: size, requests, first content, slowest of all key presses",
  async run(print) {
    const template = readFileSync(projectIn(join(root, "data")).template, "utf8");
    const folder = mkdtempSync(join(tmpdir(), "avvik-page-"));
    const browser = await openBrowser();
    try {
      const pages = {
        LSU: exampleLsu(),
        SSU: exampleSsu(),
        [`LSU × ${times}`]: multiplied(exampleLsu()),
        [`SSU × ${times}`]: multiplied(exampleSsu()),
      };
      for (const [name, {facts, tables}] of Object.entries(pages)) {
        const file = join(folder, "index.html");
        writeFileSync(file, fillPage(template, facts, tables));
        const found = await measure(browser, file);
        print(
          `${name}: ${found.megabytes.toFixed(2)} MB, ${found.requests} requests, first content ${Math.round(found.firstContent)} ms, slowest of ${found.interactions} interactions ${found.slowest} ms (${found.slowestName})`,
        );
      }
    } finally {
      await browser.close();
      rmSync(folder, {recursive: true, force: true});
    }
  },
};
