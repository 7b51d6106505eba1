import {createDecipheriv, pbkdf2Sync} from "node:crypto";
import {existsSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {calibrationOf, takeCalibration} from "../../../pipeline/calibrate.ts";
import {sharesOf, stratifiedDraw} from "../../../pipeline/deidentify/calibrate/draw.ts";
import {figuresFrom} from "../../../pipeline/deidentify/calibrate/figures.ts";
import {calibrationPage} from "../../../pipeline/deidentify/review/page.ts";
import {seededRandom} from "../../../pipeline/measure/statistics/index.ts";

const figures = {
  format: "avvik-kalibrering-1",
  population: {texts: 1000, flagged: 50},
  texts: 200,
  words: 4000,
  wronglyTaken: 40,
  types: {PERSON: {caught: 81, missed: 19}, FNR: {caught: 30, missed: 0}, URL: {caught: 0, missed: 0}},
} as const;

describe("the page of a calibration", () => {
  it("is there until its figures are taken in, and gone then", () => {
    const review = mkdtempSync(join(tmpdir(), "avvik-kalibrering-"));
    const page = join(review, "kalibrering.html");
    const answer = join(review, "avvik-kalibrering.json");
    const take = () => takeCalibration({review}, answer);
    writeFileSync(page, "SYNTETISK");
    expect(take).toThrow(/finst ikkje/);
    writeFileSync(answer, "{}");
    expect(take).toThrow(/er ikkje tal frå kalibreringa/);
    expect(existsSync(page)).toBe(true);
    writeFileSync(answer, JSON.stringify(figures));
    expect(take().texts).toBe(200);
    expect(existsSync(page)).toBe(false);
  });
});

describe("the figures of a calibration", () => {
  it("are shares with n and Wilson's interval", () => {
    const {recall, overRedaction, flagged} = calibrationOf(figuresFrom(JSON.stringify(figures)));
    // Wilson's interval for 81 of 100, and for 30 of 30, worked out by hand from its definition with z = 1.959964.
    expect(recall.PERSON).toMatchObject({n: 100, share: 0.81});
    expect(recall.PERSON?.lower).toBeCloseTo(0.7222, 4);
    expect(recall.PERSON?.upper).toBeCloseTo(0.8749, 4);
    expect(recall.FNR?.lower).toBeCloseTo(1 / (1 + 1.959964 ** 2 / 30), 4);
    expect(recall.FNR?.upper).toBe(1);
    expect(recall.alle?.n).toBe(130);
    expect(recall).not.toHaveProperty("URL");
    expect([overRedaction?.share, flagged?.share]).toEqual([0.01, 0.05]);
  });

  it.each([
    ["text", {...figures, tekst: "Synnolv"}],
    ["text for a type", {...figures, types: {Synnolv: {caught: 1, missed: 0}}}],
    ["no text gone through", {...figures, texts: 0}],
    ["fewer than none", {...figures, words: -1}],
    ["decisions", {format: "avvik-gjennomgang-1", decisions: []}],
    ["nothing", null],
  ])("are refused when they hold %s", (_, given) => {
    expect(() => figuresFrom(JSON.stringify(given))).toThrow(expect.objectContaining({name: "DeliveryError"}));
  });
});

describe("the draw", () => {
  it("shares among the strata by their size, with one of each", () => {
    expect(sharesOf([900, 90, 9, 1], 100)).toEqual([89, 9, 1, 1]);
    expect(sharesOf([3, 2], 10)).toEqual([3, 2]);
    expect(sharesOf([1, 1, 1], 2).reduce((a, b) => a + b)).toBe(2);
  });

  it("is the same for the same seed, another for another, and gives each text the same chance", () => {
    const drawn = (seed: number): number[] => {
      const draw = stratifiedDraw<number>(20, seededRandom(seed));
      for (let item = 0; item < 200; item += 1) draw.offer(item < 150 ? "a" : "b", item);
      return draw.drawn();
    };
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    const times = new Array<number>(200).fill(0);
    for (let seed = 0; seed < 2000; seed += 1) for (const item of drawn(seed)) times[item] = (times[item] ?? 0) + 1;
    // 20 of 200 in 2000 draws: 200 times each; five standard deviations (13.4) either way.
    expect(Math.min(...times)).toBeGreaterThan(200 - 67);
    expect(Math.max(...times)).toBeLessThan(200 + 67);
  });
});

describe("the locked page", () => {
  const text = "Pasienten Synnolv Oppdiktnes ringte";
  const {html, code} = calibrationPage([{text, marks: [{start: 10, end: 28, reason: "PERSON"}]}], figures.population);

  it("holds no original text in any form that can be read without the code, and not the code", () => {
    for (const encoding of ["utf8", "base64", "hex", "utf16le"] as const) {
      expect(html).not.toContain(Buffer.from("Synnolv").toString(encoding).replaceAll("=", "").slice(0, 8));
    }
    expect(html.replaceAll("-", "")).not.toContain(code.replaceAll("-", ""));
    expect(code).toMatch(/^(?:[A-Z2-7]{4}-){5}[A-Z2-7]{4}$/);
  });

  it("opens with the code, and another code is needed each time", () => {
    const {sealed} = JSON.parse(/id="avvik-facts">([^<]*)/.exec(html)?.[1] ?? "{}") as {
      sealed: {salt: string; iv: string; data: string; rounds: number};
    };
    const [salt, iv, data] = [sealed.salt, sealed.iv, sealed.data].map((part) => Buffer.from(part, "base64"));
    const key = pbkdf2Sync(code.replaceAll("-", ""), salt ?? "", sealed.rounds, 32, "sha256");
    const decipher = createDecipheriv("aes-256-gcm", key, iv ?? Buffer.alloc(0));
    decipher.setAuthTag((data ?? Buffer.alloc(0)).subarray(-16));
    const opened = Buffer.concat([decipher.update((data ?? Buffer.alloc(0)).subarray(0, -16)), decipher.final()]);
    expect(JSON.parse(opened.toString("utf8"))[0].text).toBe(text);
    expect(calibrationPage([], figures.population).code).not.toBe(code);
  });
});
