import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {figuresFrom} from "../../pipeline/deidentify/calibrate/figures.ts";
import {calibrationPage, reviewPage} from "../../pipeline/deidentify/review/page.ts";
import {decisionsFrom} from "../../pipeline/deidentify/review/take.ts";
import type {FlaggedText} from "../../pipeline/deidentify/review/texts.ts";
import {axeViolations, openBrowser, openPage} from "../support/page.ts";

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "avvik-review-"));
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, {recursive: true, force: true});
});

const hostile = `<img src=x onerror="document.title='tatt'"></script>\u2028 & «Volda»`;
const texts: readonly FlaggedText[] = [
  {
    key: "a".repeat(32),
    text: "Ringte frå Volda i går",
    marks: [{start: 11, end: 16, reason: "undecided"}],
    verdict: null,
    rows: 1,
  },
  {
    key: "b".repeat(32),
    text: "Eldst i Aure, eineste tvilling",
    marks: [{start: 8, end: 12, reason: "rare"}],
    verdict: null,
    rows: 1,
  },
  {key: "c".repeat(32), text: hostile, marks: [], verdict: null, rows: 1},
];

async function open(name: string, html: string) {
  const file = join(folder, name);
  writeFileSync(file, html);
  return openPage(browser, file);
}

async function saved(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("l")]);
  return readFileSync(await download.path(), "utf8");
}

describe("the page of a review", () => {
  it("is gone through with the keyboard alone, and gives back keys and places and no text", async () => {
    const {page, requests, errors} = await open("review.html", reviewPage(texts));
    expect(await page.locator("#teljar").innerText()).toBe("Tekst 1 av 3. 0 er avgjorde.");
    expect(await page.locator(".merkt").allInnerTexts()).toEqual(["Volda"]);
    await page.keyboard.press("s");
    await page.keyboard.press("g");
    await page.keyboard.press("a");
    expect(await page.locator("#tekst").innerText()).toContain("<img src=x onerror=");
    await page.keyboard.press("g");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("z");
    expect(await page.locator("#stand").innerText()).toBe("Ikkje avgjord enno.");
    const json = await saved(page);
    expect(json).not.toMatch(/Volda|Aure|tvilling/);
    expect(decisionsFrom(json, texts, "2026-02-15").decisions.map(({verdict, cuts}) => [verdict, cuts])).toEqual([
      ["edit", [[11, 16]]],
      ["accept", []],
    ]);
    expect(await page.title()).toBe("Gjennomgang av tekstar");
    expect([requests.filter((url) => !url.startsWith("blob:")), errors]).toEqual([[], []]);
    await page.context().close();
  });

  it("strikes out the word that is clicked, and words side by side as one", async () => {
    const {page} = await open("click.html", reviewPage(texts.slice(1)));
    for (const word of ["eineste", "tvilling"]) await page.locator(".ord", {hasText: word}).click();
    await page.keyboard.press("g");
    const {decisions} = decisionsFrom(await saved(page), texts, "2026-02-15");
    expect(decisions.map(({cuts}) => cuts)).toEqual([[[14, 30]]]);
    await page.context().close();
  });

  it("speaks both forms, and has no axe violation", async () => {
    const {page} = await open("axe.html", reviewPage(texts));
    expect(await axeViolations(page)).toEqual([]);
    await page.locator("#maalform").click();
    expect(await page.locator("body").innerText()).not.toMatch(/\b(ikkje|frå ord|tekstar)\b/);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("nb");
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  });

  it("says that nothing waits when nothing does", async () => {
    const {page} = await open("empty.html", reviewPage([]));
    expect(await page.locator("#teljar").innerText()).toBe("Ingen tekst ventar på gjennomgang.");
    await page.context().close();
  });
});

describe("the page of a calibration", () => {
  const original = [
    {
      text: "Pas. Synnolv Oppdiktnes ringte Gunnvald frå Molde",
      marks: [
        {start: 5, end: 23, reason: "PERSON"},
        {start: 44, end: 49, reason: "PERSON"},
      ],
    },
    {text: "Tlf 91234567 i går", marks: [{start: 4, end: 12, reason: "PHONE"}]},
  ];

  it("opens only with the code, and gives back only numbers", async () => {
    const {html, code} = calibrationPage(original, {texts: 10, flagged: 2});
    const {page, requests, errors} = await open("calibration.html", html);
    expect(await page.locator("#arbeid").isVisible()).toBe(false);
    await page.locator("#kode").fill("AAAA-BBBB");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.getElementById("feil")?.textContent !== "");
    await page.locator("#kode").fill(code.toLowerCase());
    await page.keyboard.press("Enter");
    await page.waitForSelector(".funnen");
    expect(await page.locator("#varsel").innerText()).toContain("OPPHAVLEGE TEKSTAR MED PERSONOPPLYSNINGAR");
    expect(await page.locator(".funnen").allInnerTexts()).toEqual(["Synnolv", "Oppdiktnes", "Molde"]);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("1");
    await page.locator(".funnen", {hasText: "Molde"}).click();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const json = await saved(page);
    expect(json).not.toMatch(/Synnolv|Gunnvald|9123/);
    expect(figuresFrom(json)).toEqual({
      format: "avvik-kalibrering-1",
      population: {texts: 10, flagged: 2},
      texts: 2,
      words: 7,
      wronglyTaken: 1,
      types: {PERSON: {caught: 1, missed: 1}, PHONE: {caught: 1, missed: 0}},
    });
    expect(await axeViolations(page)).toEqual([]);
    expect([requests.filter((url) => !url.startsWith("blob:")), errors]).toEqual([[], []]);
    await page.context().close();
  });
});
