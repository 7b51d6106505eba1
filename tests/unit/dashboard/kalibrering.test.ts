import {expect, it} from "vitest";
import {kalibrering} from "../../../dashboard/text/kalibrering.ts";
import {texts} from "../../../dashboard/text/text.ts";

it("the measured figures hold what the method promises", () => {
  expect(kalibrering.fylke).toBe(1000);
  for (const share of [kalibrering.tal95, kalibrering.forhold95, kalibrering.del95, kalibrering.rang95]) {
    expect(share).toBeGreaterThanOrEqual(0.93);
    expect(share).toBeLessThanOrEqual(0.97);
  }
  expect(Math.abs(kalibrering.rang80 - 0.8)).toBeLessThanOrEqual(0.02);
  expect(kalibrering.topp3Avvik).toBeLessThan(0.03);
  expect(kalibrering.feilBetring).toBeLessThanOrEqual(0.025);
  expect(kalibrering.feilBetringVerst).toBeLessThanOrEqual(0.025);
  expect(kalibrering.falskeSett).toBeLessThanOrEqual(
    kalibrering.falskeSagt + 3 * Math.sqrt(kalibrering.falskeSagt / 8000),
  );
  expect(kalibrering.kvartalSett).toBeLessThanOrEqual(kalibrering.kvartalSagt);
  expect(kalibrering.stilleSett).toBeLessThanOrEqual(kalibrering.stilleSagt);
});

it("the method chapter prints them in both languages", () => {
  for (const language of ["nn", "nb"] as const) {
    const section = texts[language].metode.sections.find(({id}) => id === "kalibrering");
    const text = section?.text.join(" ") ?? "";
    for (const share of [kalibrering.tal95, kalibrering.rang80, kalibrering.feilBetring])
      expect(text).toContain((100 * share).toFixed(1).replace(".", ","));
  }
});
