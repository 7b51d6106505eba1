import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {type Browser, chromium, type Page} from "playwright-core";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({executablePath, args: isRoot ? ["--no-sandbox"] : []});
}

export interface Opened {
  readonly page: Page;
  /** Every request that is not the file itself or data inside it, and every error the page gave. */
  readonly requests: string[];
  readonly errors: string[];
}

/** Opens a built page from disk with the network off. */
export async function openPage(browser: Browser, file: string, size = {width: 1280, height: 720}): Promise<Opened> {
  const context = await browser.newContext({viewport: size, offline: true});
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  const own = pathToFileURL(file).href;
  page.on("request", (request) => {
    const url = request.url();
    if (url.split("#")[0] !== own && !url.startsWith("data:")) requests.push(url);
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(own);
  await page.waitForSelector("h1");
  return {page, requests, errors};
}

export async function goTo(page: Page, screen: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, screen);
  await page.waitForSelector(`a[href="#${screen}"][aria-current="page"]`);
  await page.waitForFunction(() => document.querySelector(".teikning:empty") === null);
}

export async function screensOf(page: Page): Promise<string[]> {
  return page.$$eval("nav ol a", (links) => links.map((link) => link.getAttribute("href")?.slice(1) ?? ""));
}

const mayScroll = ":is(.pdsa, .vedtak, .val, .metode)";

/** How many pixels of the screen do not come into view, at the bottom of the window or of a part of it. */
export function outOfView(page: Page): Promise<number> {
  return page.evaluate((written) => {
    const parts = [...document.querySelectorAll(`.skjerm, .innhald, .kropp:not(${written}), .funn`)];
    const outside = parts.map((part) => part.scrollHeight - part.clientHeight);
    return Math.max(0, document.documentElement.scrollHeight - innerHeight, ...outside);
  }, mayScroll);
}

interface Axe {
  readonly run: (options: object) => Promise<{violations: {id: string; nodes: {target: string[]}[]}[]}>;
}

/**
 * What axe finds on the page as it stands, as `rule: selector`. The policy of the page stays on: axe is run from outside
 * it. Every rule is run; what passes is not described.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: Axe};
    const {violations} = await axe.run({resultTypes: ["violations"]});
    return violations.map(
      ({id, nodes}) =>
        `${id}: ${nodes
          .map(({target}) => target.join(" "))
          .slice(0, 3)
          .join(", ")}`,
    );
  });
  return found;
}

/** A4 as the browser lays it out: 210 × 297 mm at 96 pixels an inch. */
export const a4 = {width: 794, height: 1123};

/** What printing begins with, on a sheet less its margins of 13 mm. */
export async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({media: "print"});
  await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    (document.getElementById("utskrift") as HTMLElement).style.width = "695px";
  });
}

/** What of the printout does not come onto the sheet, as `screen: element`. */
export function beyondPaper(page: Page): Promise<string[]> {
  return page.$$eval("#utskrift *", (all) =>
    all
      .filter((element) => element.getBoundingClientRect().right > 696 && !element.closest("svg, .usynleg"))
      .map((element) => `${element.closest(".skjerm")?.getAttribute("data-skjerm")}: ${element.localName}`),
  );
}

export function pageOf(out: string, path: string): string {
  return join(out, "2025", path, "index.html");
}
