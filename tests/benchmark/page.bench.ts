import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, CDPSession, Page} from "playwright-core";
import {exampleLsu, exampleSsu} from "../../dashboard/examples/published.ts";
import type {Published} from "../../dashboard/view.ts";
import type {Tables} from "../../pipeline/contract/tables.ts";
import {projectIn, root} from "../../pipeline/project.ts";
import {fillPage} from "../../pipeline/publish/page.ts";
import {openBrowser, openPage, screensOf} from "../support/page.ts";
import type {Benchmark} from "./benchmark.ts";

const times = 100;
const rounds = 3;
/** As long as a page lies open at the least before somebody leads a meeting with it. */
const openMs = 3000;
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

interface Interaction {
  readonly name: string;
  readonly duration: number;
}

interface Measured {
  readonly megabytes: number;
  readonly requests: number;
  readonly firstContent: number;
  readonly slowest: Interaction;
  readonly heaviest: Interaction;
  readonly interactions: number;
}

interface Seen {
  readonly name: string;
  readonly start: number;
  readonly duration: number;
}

/** From input to the next frame, by Chromium's own event timing; every event is asked for, and 8 ms is its step. */
async function watchEvents(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Seen[] = [];
    Object.assign(globalThis, {seen});
    new PerformanceObserver((list) => {
      for (const {name, startTime, duration} of list.getEntries()) seen.push({name, start: startTime, duration});
    }).observe({type: "event", durationThreshold: 16, buffered: true} as PerformanceObserverInit);
  });
}

/** The processor time of the page's own thread until now, in ms: what a machine that is busy with other things does not change. */
async function worked(client: CDPSession): Promise<number> {
  const {metrics} = await client.send("Performance.getMetrics");
  return 1000 * (metrics.find(({name}) => name === "TaskDuration")?.value ?? Number.NaN);
}

interface Press extends Interaction {
  readonly start: number;
  readonly work: number;
}

/** Every key on every screen, and the other language at last. */
async function play(page: Page): Promise<Press[]> {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable", {timeDomain: "threadTicks"});
  const made: Omit<Press, "duration">[] = [];
  const act = async (name: string, doIt: () => Promise<void>): Promise<void> => {
    const before = await worked(client);
    const start = await page.evaluate(() => performance.now());
    await doIt();
    const hash = await page.evaluate(
      () => new Promise<string>((done) => requestAnimationFrame(() => setTimeout(() => done(location.hash), 0))),
    );
    made.push({name: `${name} ${hash}`, start, work: (await worked(client)) - before});
  };
  for (const _screen of await screensOf(page)) {
    for (const key of keys) await act(key, () => page.keyboard.press(key));
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await act("ArrowRight", () => page.keyboard.press("ArrowRight"));
  }
  await act("click", () => page.locator(".maalform").click());
  const seen = await page.evaluate(() => (globalThis as unknown as {seen: Seen[]}).seen);
  return made.map((press, index) => ({...press, duration: slowestBetween(seen, press.start, made[index + 1]?.start)}));
}

function slowestBetween(seen: readonly Seen[], from: number, to = Number.POSITIVE_INFINITY): number {
  return Math.max(0, ...seen.filter(({start}) => start >= from && start < to).map(({duration}) => duration));
}

/** Each interaction as it was when the machine was least in its way. */
function least(all: readonly (readonly Press[])[], what: (press: Press) => number): Interaction[] {
  const [first = []] = all;
  return first.map(({name}, index) => ({
    name,
    duration: Math.min(...all.map((presses) => what(presses[index] as Press))),
  }));
}

function longest(all: readonly Interaction[]): Interaction {
  return all.reduce((most, one) => (one.duration > most.duration ? one : most), {name: "ingen", duration: 0});
}

async function measure(browser: Browser, file: string): Promise<Measured> {
  const opened = [];
  for (let round = 0; round < rounds; round++) opened.push(await playOnce(browser, file));
  const presses = opened.map(({presses}) => presses);
  return {
    megabytes: statSync(file).size / 1e6,
    requests: opened.reduce((sum, {requests}) => sum + requests.length, 0),
    firstContent: Math.min(...opened.map(({firstContent}) => firstContent)),
    slowest: longest(least(presses, ({duration}) => duration)),
    heaviest: longest(least(presses, ({work}) => work)),
    interactions: presses[0]?.length ?? 0,
  };
}

async function playOnce(browser: Browser, file: string) {
  const {page, requests} = await openPage(browser, file);
  const firstContent = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.POSITIVE_INFINITY,
  );
  await page.waitForTimeout(openMs);
  await watchEvents(page);
  const presses = await play(page);
  await page.context().close();
  return {requests, firstContent, presses};
}

export const benchmark: Benchmark = {
  title: `the built page from disk with the network off: size, requests, first content, slowest of all key presses, each the least of ${rounds} rounds`,
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
          `${name}: ${found.megabytes.toFixed(2)} MB, ${found.requests} requests, first content ${Math.round(found.firstContent)} ms, slowest of ${found.interactions} interactions ${found.slowest.duration} ms (${found.slowest.name}), most processor time of one ${Math.round(found.heaviest.duration)} ms (${found.heaviest.name})`,
        );
      }
    } finally {
      await browser.close();
      rmSync(folder, {recursive: true, force: true});
    }
  },
};
