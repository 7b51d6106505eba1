import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {unzipSync} from "fflate";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {type MeetingFile, readMeeting, writeMeeting} from "../../pipeline/contract/meeting.ts";
import {axeViolations, goTo, openBrowser, openPage, outOfView, pageOf, screensOf} from "../support/page.ts";

const {out} = inject("county");
const file = pageOf(out, "moete/lsu-molde");
const folder = mkdtempSync(join(tmpdir(), "avvik-meeting-"));

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, {recursive: true, force: true});
});

/** Writes into the field that Tab reaches next. */
async function fill(page: Page, label: RegExp, value: string): Promise<void> {
  const field = page.getByLabel(label).first();
  await field.focus();
  await field.fill(value);
  await page.keyboard.press("Tab");
}

async function leaveField(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

async function setDots(page: Page): Promise<void> {
  await goTo(page, "kandidatane");
  await fill(page, /^Kommune til st/, "5");
  await fill(page, /^(Sjukehus|Sykehus) til st/, "3");
  await leaveField(page);
  for (const [side, dots] of [
    ["k", [9, 6]],
    ["s", [5, 4]],
  ] as const) {
    await page.keyboard.press(side);
    for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowUp");
    for (const n of dots) {
      for (let dot = 0; dot < n; dot++) await page.keyboard.press("+");
      await page.keyboard.press("ArrowDown");
    }
  }
}

async function decide(page: Page): Promise<void> {
  await goTo(page, "val");
  for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("p");
  await page.getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await leaveField(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("i");
  await fill(page, /(Kvifor ikkje no|Hvorfor ikke nå)\?/, "Tiltaket frå i fjor verkar");
}

async function fillCard(page: Page): Promise<void> {
  await goTo(page, "pdsa");
  const day = (days: number) => new Date(Date.parse("2026-03-05T00:00:00Z") + days * 86_400_000).toJSON().slice(0, 10);
  await fill(page, /^Mål:/, "Frå 55 til 80 % rett liste same dag");
  await fill(page, /(Eigar frå sjukehuset|Eier fra sykehuset)/, "seksjonsleiar");
  await fill(page, /(Eigar frå kommunen|Eier fra kommunen)/, "fagleiar");
  await fill(page, /Første (vesle|lille) prøve/, "Ti pasientar");
  await fill(page, /Dato for prøv[ae]/, day(14));
  await fill(page, /Vi (trur|tror) at/, "åtte av ti stemmer");
  await fill(page, /Vi (trur|tror), i/, "80");
  await fill(page, /Prosessmål/, "rette lister");
  await fill(page, /^av alle/, "utskrivne");
  await fill(page, /^(Kjelde|Kilde)/, "eiga teljing");
  await page.getByLabel(/(Kor|Hvor) ofte/).selectOption("maanad");
  await fill(page, /Ny vurdering/, day(90));
  await leaveField(page);
}

async function playMeeting(page: Page): Promise<void> {
  await goTo(page, "vedtak");
  await fill(page, /Møtedato/, "2026-03-05");
  await fill(page, /Saksnummer/, "4/26");
  await setDots(page);
  await decide(page);
  await fillCard(page);
}

async function savedBy(page: Page, key: string, to: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press(key)]);
  const path = join(folder, to);
  await download.saveAs(path);
  return path;
}

async function take(page: Page, path: string): Promise<string> {
  await page.locator('input[type="file"]').setInputFiles(path);
  const status = page.locator(".moetelinje [role=status] span");
  await status.waitFor();
  return status.innerText();
}

describe("the meeting of LSU Molde, by keyboard, from dots to minutes", () => {
  let page: Page;
  let moetefil: MeetingFile;
  let path: string;

  beforeAll(async () => {
    const opened = await openPage(browser, file);
    page = opened.page;
    await playMeeting(page);
  });

  it("refuses a card without an owner on each side, and says what is missing", async () => {
    const owner = page.getByLabel(/(Eigar frå kommunen|Eier fra kommunen)/);
    await owner.fill("");
    await leaveField(page);
    await page.keyboard.press("s");
    expect(await page.locator(".vedtaksboks").innerText()).toMatch(
      /(Manglar: eigar frå kommunen|Mangler: eier fra kommunen)/,
    );
    expect(await page.locator(".tastval").getAttribute("aria-pressed")).toBe("false");
    await owner.fill("fagleiar");
    await leaveField(page);
    await page.keyboard.press("s");
    expect(await page.locator(".tastval").getAttribute("aria-pressed")).toBe("true");
  });

  it("tries other weights by keyboard, says so, and goes back to those of SSU without keeping anything", async () => {
    await goTo(page, "kandidatane");
    const places = () => page.locator(".kandidatliste tbody tr").allInnerTexts();
    const [before, unsaved] = [await places(), await page.locator(".moetelinje b").innerText()];
    await page.keyboard.press("v");
    const reset = page.getByRole("button", {name: /Tilbakestill/});
    expect(await reset.isDisabled()).toBe(true);
    await page.getByLabel(/^Alvor$/).focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowLeft");
    await page.getByLabel(/^(Mengd|Mengde)$/).focus();
    for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowRight");
    await page.getByLabel(/^(Breidde|Bredde)$/).focus();
    for (let step = 0; step < 2; step++) await page.keyboard.press("ArrowLeft");
    expect(await page.locator(".vekter [role=status]").innerText()).toMatch(/^Prøvevekting: (mengd|mengde) 100\s%/);
    expect(await page.locator(".kandidatliste thead").innerText()).toContain("Prøvevekting");
    expect(await places()).not.toEqual(before);
    expect(await axeViolations(page)).toEqual([]);
    await reset.focus();
    await page.keyboard.press("Enter");
    expect(await places()).toEqual(before);
    await leaveField(page);
    await page.keyboard.press("v");
    expect(await page.locator(".moetelinje b").innerText()).toBe(unsaved);
  });

  it("has no axe violation and fits the wall on any screen while it is being written", async () => {
    for (const screen of ["kandidatane", "val", "pdsa", "vedtak"]) {
      await goTo(page, screen);
      expect(await axeViolations(page), screen).toEqual([]);
      expect(await outOfView(page), screen).toBe(0);
      expect(await page.$eval(".kven b", (name) => name.scrollWidth - name.clientWidth), screen).toBe(0);
    }
  });

  it("writes the minutes and confirms them", async () => {
    await goTo(page, "vedtak");
    await page.keyboard.press("s");
    const minutes = await page.locator(".protokoll").innerText();
    expect(minutes).toContain("Sak 4/26");
    expect(minutes).toContain("19.3.2026");
    expect(minutes).not.toMatch(/Utkast/);
    const docx = unzipSync(readFileSync(await savedBy(page, "d", "protokoll.docx")));
    const words = Buffer.from(docx["word/document.xml"] ?? []).toString("utf8");
    expect(words).toContain("SYNTETISK");
    expect(words).toContain("seksjonsleiar");
    expect(Buffer.from(docx["word/styles.xml"] ?? []).toString("utf8")).toMatch(/w:lang [^>]*"n[nb]-NO"/);
  });

  it.each(["vedtak", "metode"])(
    "shows all of %s by ↑ and ↓ alone, also where it has no room on the wall",
    async (screen) => {
      await goTo(page, screen);
      await leaveField(page);
      const below = () =>
        page.$eval("main .kropp", (part) => Math.round(part.scrollHeight - part.clientHeight - part.scrollTop));
      if (screen === "metode") expect(await below()).toBeGreaterThan(0);
      for (let step = 0; step < 60; step++) await page.keyboard.press("ArrowDown");
      expect(await below()).toBeLessThanOrEqual(1);
      for (let step = 0; step < 60; step++) await page.keyboard.press("ArrowUp");
      expect(await page.$eval("main .kropp", (part) => part.scrollTop)).toBe(0);
      await goTo(page, "vedtak");
    },
  );

  it("saves one møtefil that is valid, and says that everything is in it", async () => {
    expect(await page.locator(".moetelinje b").innerText()).toMatch(/\d+ endringa?e?r ikk?j?e lagr/);
    path = await savedBy(page, "m", "moetefil.json");
    const read = readMeeting(readFileSync(path, "utf8"));
    if (!("file" in read)) throw new Error(read.fault);
    moetefil = read.file;
    expect(moetefil.entries.find(({field}) => field === "vedtak")?.value).toBe("prioriter");
    expect(moetefil.entries.find(({field}) => field === "vekter")?.value).toBe("mengd 40, alvor 40, breidde 20");
    expect(await page.locator(".moetelinje b").innerText()).toMatch(/Alt er lagr/);
  });

  it("is there again after a reload, and everything in another browser that opens the file", async () => {
    const before = await page.locator(".protokoll").innerText();
    await page.reload();
    await page.waitForSelector(".protokoll");
    expect(await page.locator(".protokoll").innerText()).toBe(before);
    const other = (await openPage(browser, file)).page;
    await goTo(other, "vedtak");
    await take(other, path);
    expect(await other.locator(".protokoll").innerText()).toBe(before);
    const said = other.locator(".moetelinje [role=status] span");
    expect(await said.innerText()).toMatch(/^Åpnet: \d+ nye innslag\.$/);
    await other.locator(".maalform").click();
    expect(await said.innerText()).toMatch(/^Opna: \d+ nye innslag\.$/);
    for (const screen of ["sidan", "kandidatane", "val"]) {
      await goTo(other, screen);
      expect(await outOfView(other), screen).toBe(0);
    }
    await goTo(other, "pdsa");
    const [card, box] = await other.$$eval(".kort, .vedtaksboks", (parts) =>
      parts.map((part) => part.getBoundingClientRect()),
    );
    expect(card?.bottom).toBeLessThanOrEqual(box?.top ?? 0);
    await other.context().close();
  });

  it("shows where another machine wrote otherwise, loses neither, and settles it", async () => {
    const [decision] = moetefil.entries.filter(({field, value}) => field === "vedtak" && value === "prioriter");
    const {replaces = [], subject = ""} = decision ?? {};
    const at = "2026-03-05T12:00:00.000Z";
    const otherwise = {id: "annan-1", at, by: "annan", subject, field: "vedtak", value: "ssu", replaces};
    const other = join(folder, "moetefil-annan.json");
    writeFileSync(other, writeMeeting({...moetefil, entries: [otherwise]}));
    await take(page, other);
    expect(await page.locator(".usemje fieldset button").count()).toBe(2);
    await page.locator(".usemje fieldset button").first().click();
    expect(await page.locator(".usemje").count()).toBe(0);
  });

  it("takes changes back one at a time", async () => {
    const number = page.getByLabel(/Saksnummer/);
    await number.fill("5/26");
    await leaveField(page);
    await page.getByRole("button", {name: "Angre"}).click();
    expect(await number.inputValue()).toBe("4/26");
  });

  it.each([
    ["cut", (text: string) => text.slice(0, 200)],
    ["too new", (text: string) => text.replace('"version": 1', '"version": 9')],
    ["of another LSU", () => writeMeeting({...moetefil, audience: "lsu-volda"})],
    ["edited by hand", (text: string) => text.replace("4/26", "9/26")],
    [
      "hostile",
      (text: string) =>
        text.replaceAll("seksjonsleiar", "<img src=x onerror=alert(1)>").replace('"moete"', '"__proto__"'),
    ],
    ["as large as 100 MB", (text: string) => text.padEnd(100_000_000)],
    ["nested without end", () => "[".repeat(4_000_000)],
    ["nothing at all", () => ""],
    ["a list", () => "[]"],
  ])("says one clear sentence of a file that is %s, and keeps the meeting", async (name, change) => {
    const before = await page.locator(".protokoll").innerText();
    const bad = join(folder, `moetefil-${name.replaceAll(" ", "-")}.json`);
    writeFileSync(bad, change(readFileSync(path, "utf8")));
    expect(await take(page, bad)).toMatch(/Møtet her er urørt\.$/);
    expect(await page.locator(".protokoll").innerText()).toBe(before);
  });

  it("takes nothing from a key that would change every object", async () => {
    const before = await page.locator(".protokoll").innerText();
    const bad = join(folder, "moetefil-proto.json");
    const text = readFileSync(path, "utf8").replace("{", '{"__proto__": {"entries": [], "polluted": true},');
    writeFileSync(bad, text);
    await take(page, bad);
    expect(await page.evaluate(() => "polluted" in {})).toBe(false);
    expect(await page.locator(".protokoll").innerText()).toBe(before);
  });

  it("shows markup in every text somebody wrote as text, on every screen and in the minutes", async () => {
    const markup = "<img src=x onerror=\"document.title='X'\"><script>document.title='X'</script>";
    const decided =
      moetefil.entries.find(({field, value}) => field === "vedtak" && value === "prioriter")?.subject ?? "";
    const subjects = {
      moete: ["sak", "fraavaer"],
      [decided]: ["grunn", "kven", "usemje"],
      [decided.replace("kandidat", "pdsa")]: [
        "maal",
        "eigar_sjukehus",
        "proeve",
        "spaadom",
        "teljar",
        "kjelde",
        "kostnad",
      ],
      "innspel/innspel-1": ["tittel", "skildring"],
    };
    const lines = Object.entries(subjects).flatMap(([subject, fields]) => fields.map((field) => ({subject, field})));
    const entries = lines.map(({subject, field}, index) => ({
      ...{id: `vond-${index}`, at: "2027-03-05T13:00:00.000Z", by: "vond", subject, field},
      ...{value: field === "sak" ? markup.slice(0, 24) : markup, replaces: []},
    }));
    const evil = join(folder, "moetefil-vond.json");
    writeFileSync(evil, writeMeeting({...moetefil, entries}));
    await take(page, evil);
    for (const screen of await screensOf(page)) {
      await goTo(page, screen);
      expect(await page.locator("#side img, #side script").count(), screen).toBe(0);
      expect(await page.title(), screen).not.toBe("X");
    }
    await goTo(page, "vedtak");
    const docx = unzipSync(readFileSync(await savedBy(page, "d", "protokoll-vond.docx")));
    expect(Buffer.from(docx["word/document.xml"] ?? []).toString("utf8")).not.toContain("<img");
    await page.context().close();
  });
});

it("the public page has no meeting", async () => {
  const {page} = await openPage(browser, pageOf(out, "open"));
  expect(await page.locator(".moetelinje").count()).toBe(0);
  await page.evaluate(() => {
    location.hash = "vedtak";
  });
  expect(await page.locator(".vedtaksboks").count()).toBe(0);
  await page.context().close();
});

it("a meeting the browser remembers and the page cannot read is set aside, said in one sentence, and still there after new writing", async () => {
  const {page} = await openPage(browser, file);
  const old = '{"format":"avvik-moetefil","version":99}';
  await page.evaluate((text) => localStorage.setItem("avvik:lsu-molde:2025:SYNTETISK", text), old);
  await page.reload();
  await page.waitForSelector("h1");
  expect(await page.locator(".moetelinje [role=status] span").innerText()).toMatch(/lagt til side/);
  await goTo(page, "vedtak");
  await fill(page, /Saksnummer/, "4/26");
  const kept = await page.evaluate(() => Object.values(localStorage));
  expect(kept).toContain(old);
  expect(kept.some((text) => text.includes("4/26"))).toBe(true);
  await page.context().close();
});
