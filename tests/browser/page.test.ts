import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import papaparse from "papaparse";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
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
const pages = ["moete/lsu-molde", "moete/lsu-volda", "moete/ssu", "open"];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe.each(pages)("the page %s", (path) => {
  const file = pageOf(out, path);

  it("opens from disk with the network off, asks for nothing and gives no error", async () => {
    const {page, requests, errors} = await openPage(browser, file);
    for (const screen of await screensOf(page)) await goTo(page, screen);
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    expect(statSync(file).size).toBeLessThan(3 * 1024 * 1024);
    await page.context().close();
  });

  it("says SYNTETISK in its title and on every screen", async () => {
    const {page} = await openPage(browser, file);
    for (const screen of await screensOf(page)) {
      await goTo(page, screen);
      expect(await page.title()).toContain("SYNTETISK");
      expect(await page.locator("header.topp").innerText()).toContain("SYNTETISK");
    }
    await page.context().close();
  });

  it("has no axe violation on any screen in either language, with and without the tables", async () => {
    const {page} = await openPage(browser, file);
    for (const language of ["own", "other"]) {
      if (language === "other") await otherLanguage(page);
      for (const screen of await screensOf(page)) {
        await goTo(page, screen);
        expect(await axeViolations(page), `${screen} ${language}`).toEqual([]);
        await page.keyboard.press("t");
        expect(await axeViolations(page), `${screen} ${language} with tables`).toEqual([]);
        await page.keyboard.press("t");
      }
    }
    await page.context().close();
  });

  it("fits 1280 × 720 without scrolling on the meeting's screens", async () => {
    const {page} = await openPage(browser, file);
    for (const language of ["own", "other"]) {
      if (language === "other") await otherLanguage(page);
      for (const screen of (await screensOf(page)).filter((id) => id !== "metode")) {
        await goTo(page, screen);
        expect([(await overflow(page)).x, await outOfView(page)], `${screen} ${language}`).toEqual([0, 0]);
        expect(await cutTexts(page), `${screen} ${language}`).toEqual([]);
      }
    }
    await page.context().close();
  });

  it.each([390, 320])("never scrolls sideways at %i px", async (width) => {
    const {page} = await openPage(browser, file, {width, height: 844});
    for (const screen of await screensOf(page)) {
      await goTo(page, screen);
      expect((await overflow(page)).x, screen).toBe(0);
    }
    await page.context().close();
  });
});

describe("for whoever asks for less motion", () => {
  it("nothing moves: no animation or transition in any element of any screen", async () => {
    const {page} = await openPage(browser, pageOf(out, "moete/lsu-molde"));
    await page.emulateMedia({reducedMotion: "reduce"});
    for (const screen of await screensOf(page)) {
      await goTo(page, screen);
      const moving = await page.$$eval(
        "*",
        (all) =>
          all.filter((element) => {
            const {animationName, transitionDuration} = getComputedStyle(element);
            return (
              animationName !== "none" || transitionDuration.split(", ").some((time) => Number.parseFloat(time) > 0)
            );
          }).length,
      );
      expect(moving, screen).toBe(0);
    }
    await page.context().close();
  });
});

describe("on paper", () => {
  it.each(["moete/lsu-molde", "moete/ssu"])(
    "%s has nothing to press, and no sheet with a heading alone",
    async (path) => {
      const {page} = await openPage(browser, pageOf(out, path));
      await page.emulateMedia({media: "print"});
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const screens = await page.$$eval("#utskrift .skjerm", (parts) =>
        parts.map((part) => ({
          id: part.getAttribute("data-skjerm"),
          isAlone: getComputedStyle(part).breakAfter === "page",
          isEmpty: part.querySelector(":is(table, .avvik-figur, dl, fieldset, input)") === null,
          pressed: [...part.querySelectorAll(".knapp")].filter((button) => button.checkVisibility()).length,
        })),
      );
      expect(screens.filter(({isEmpty}) => isEmpty).length).toBeGreaterThan(0);
      expect(screens.filter(({isEmpty, isAlone}) => isEmpty && isAlone)).toEqual([]);
      expect(screens.filter(({id, pressed}) => id !== "val" && pressed > 0)).toEqual([]);
      expect((await overflow(page)).x).toBe(0);
      await page.context().close();
    },
  );

  it.each(["moete/lsu-molde", "moete/ssu"])(
    "%s keeps inside A4, and no date asks in the browser's words",
    async (path) => {
      const {page} = await openPage(browser, pageOf(out, path), a4);
      await onPaper(page);
      expect(await beyondPaper(page)).toEqual([]);
      expect(await page.locator('#utskrift input[type="date"]').count()).toBe(0);
      const tall = await page.$$eval("#utskrift .skjerm", (parts) =>
        parts.filter((part) => part.clientHeight > 1024).map((part) => part.getAttribute("data-skjerm")),
      );
      expect(tall.filter((id) => id !== "metode" && !(path === "moete/ssu" && id === "kommunane"))).toEqual([]);
      await page.context().close();
    },
  );
});

describe("the meeting's keys", () => {
  it("arrow keys walk through the screens, and the heading gets the focus", async () => {
    const {page} = await openPage(browser, pageOf(out, "moete/lsu-molde"));
    const screens = await screensOf(page);
    for (const screen of screens.slice(1)) {
      await page.keyboard.press("ArrowRight");
      await page.waitForSelector(`a[href="#${screen}"][aria-current="page"]`);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    }
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => location.hash)).toBe(`#${screens.at(-1)}`);
    await page.keyboard.press("ArrowLeft");
    await page.waitForSelector(`a[href="#${screens.at(-2)}"][aria-current="page"]`);
    await page.context().close();
  });

  it("an unknown address gives the first screen, not a new count", async () => {
    const {page} = await openPage(browser, pageOf(out, "moete/lsu-molde"));
    const [first] = await screensOf(page);
    await page.evaluate(() => {
      location.hash = "omraade=1547&kategori=UTS";
    });
    await page.waitForSelector(`a[href="#${first}"][aria-current="page"]`);
    await page.context().close();
  });

  it("changing the language changes lang and every heading", async () => {
    const {page} = await openPage(browser, pageOf(out, "moete/lsu-molde"));
    await goTo(page, "tillit");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("nb");
    expect(await page.locator("main").innerText()).toMatch(/\bikke\b/);
    await otherLanguage(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("nn");
    const text = await page.locator("body").innerText();
    expect(text).toMatch(/\bikkje\b/);
    expect(text).not.toMatch(/\b(ikke|meldinger|fra|hva|flere)\b/);
    await page.context().close();
  });
});

describe("the numbers on the page", () => {
  it("are the numbers of the published table, hidden ones as «:»", async () => {
    const {page} = await openPage(browser, pageOf(out, "moete/lsu-molde"));
    await goTo(page, "moenster");
    await page.keyboard.press("t");
    const shown = await tableRows(page);
    const published = readCsv("melding_per_kategori").filter(
      (row) => row.aar === "2025" && row.omraade === "lsu-molde",
    );
    const labels = new Map(readCsv("kategori").map((row) => [row.kode, row.nb]));
    let compared = 0;
    for (const {kategori, retning, n} of published) {
      if (kategori === "alle" || retning !== "alle") continue;
      const row = shown.find(([name]) => name === labels.get(kategori));
      expect(row, String(kategori)).toBeDefined();
      expect(row, String(kategori)).toContain(n);
      compared += 1;
    }
    expect(compared).toBe(12);
    await page.context().close();
  });

  it("both directions have the same scale: equal counts have bars of equal height", async () => {
    const {page} = await openPage(browser, pageOf(out, "moete/ssu"));
    const bars = await page.$$eval("figure svg rect", (rects) =>
      rects.map((rect) => Number(rect.getAttribute("height"))),
    );
    const counts = readCsv("melding_per_kvartal")
      .filter((row) => row.omraade === "fylke" && row.kategori === "alle" && row.retning !== "alle")
      .map((row) => Number(row.n));
    const tallest = Math.max(...bars);
    for (const count of counts) {
      const expected = (count / Math.max(...counts)) * tallest;
      expect(bars.some((height) => Math.abs(height - expected) < 1)).toBe(true);
    }
    await page.context().close();
  });
});

async function otherLanguage(page: Page): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.lang);
  await page.locator("button.maalform").click();
  await page.waitForFunction((lang) => document.documentElement.lang !== lang, before);
}

function overflow(page: Page): Promise<{x: number; y: number}> {
  return page.evaluate(() => {
    const {scrollWidth, scrollHeight} = document.documentElement;
    return {x: Math.max(0, scrollWidth - innerWidth), y: Math.max(0, scrollHeight - innerHeight)};
  });
}

/** Chart texts that reach outside their drawing, and main content that lies under the footer. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut = [...document.querySelectorAll("svg text")].filter((text) => {
      const box = text.getBoundingClientRect();
      const svg = text.closest("svg")?.getBoundingClientRect();
      return box.width > 0 && svg !== undefined && (box.left < svg.left - 1 || box.right > svg.right + 1);
    });
    const foot = document.querySelector("footer")?.getBoundingClientRect().top ?? innerHeight;
    const under = [...document.querySelectorAll("main p, main td, main th, main li, main dd, main dt")].filter(
      (element) => {
        const box = element.getBoundingClientRect();
        return (
          box.height > 0 &&
          element.checkVisibility({visibilityProperty: true}) &&
          !element.closest(".usynleg") &&
          box.bottom > foot + 1
        );
      },
    );
    return [...cut, ...under].map((element) => element.textContent?.trim().slice(0, 40) ?? "");
  });
}

function tableRows(page: Page): Promise<string[][]> {
  return page.$$eval("main table tbody tr", (rows) =>
    rows.map((row) =>
      [...row.querySelectorAll("th, td")].map((cell) => (cell as HTMLElement).innerText.trim().split("\n")[0] ?? ""),
    ),
  );
}

function readCsv(name: string): Record<string, string>[] {
  const text = readFileSync(join(out, "2025", "moete", "tabellar", `${name}.csv`), "utf8").replace(/^\ufeff/, "");
  return papaparse.parse<Record<string, string>>(text, {header: true, delimiter: ";", skipEmptyLines: true}).data;
}
