import {parseHTML} from "linkedom";
import {render} from "preact";
import {afterAll, beforeAll, describe, expect, it, vi} from "vitest";
import {Paper} from "../../../dashboard/components/paper.ts";
import * as fylket from "../../../dashboard/screens/fylket.tsx";
import * as kandidatane from "../../../dashboard/screens/kandidatane.tsx";
import * as kommunane from "../../../dashboard/screens/kommunane.tsx";
import * as lovnader from "../../../dashboard/screens/lovnader.tsx";
import * as metode from "../../../dashboard/screens/metode.tsx";
import * as moenster from "../../../dashboard/screens/moenster.tsx";
import * as pdsa from "../../../dashboard/screens/pdsa.tsx";
import * as saker from "../../../dashboard/screens/saker.tsx";
import type {Example, ScreenProps} from "../../../dashboard/screens/screen.ts";
import * as sidan from "../../../dashboard/screens/sidan.tsx";
import * as spreiing from "../../../dashboard/screens/spreiing.tsx";
import * as tillit from "../../../dashboard/screens/tillit.tsx";
import * as val from "../../../dashboard/screens/val.tsx";
import * as vedtak from "../../../dashboard/screens/vedtak.tsx";
import * as vekter from "../../../dashboard/screens/vekter.tsx";
import {foreignWords} from "./foreign-words.ts";

const screens: [string, (props: ScreenProps) => preact.VNode, readonly Example[]][] = [
  ["tillit", tillit.Tillit, tillit.examples],
  ["moenster", moenster.Moenster, moenster.examples],
  ["sidan", sidan.Sidan, sidan.examples],
  ["kandidatane", kandidatane.Kandidatane, kandidatane.examples],
  ["val", val.Val, val.examples],
  ["pdsa", pdsa.Pdsa, pdsa.examples],
  ["vedtak", vedtak.Vedtak, vedtak.examples],
  ["fylket", fylket.Fylket, fylket.examples],
  ["saker", saker.Saker, saker.examples],
  ["lovnader", lovnader.Lovnader, lovnader.examples],
  ["spreiing", spreiing.Spreiing, spreiing.examples],
  ["vekter", vekter.Vekter, vekter.examples],
  ["kommunane", kommunane.Kommunane, kommunane.examples],
  ["metode", metode.Metode, metode.examples],
];

const states = screens.flatMap(([screen, Screen, examples]) =>
  examples.flatMap((example) =>
    (["nn", "nb"] as const).flatMap((language) =>
      [false, true].map((tables) => ({
        screen,
        Screen,
        example: example.name,
        view: {...example.view(), language},
        language,
        tables,
      })),
    ),
  ),
);

beforeAll(() => {
  vi.stubGlobal("document", parseHTML("<!doctype html><html><body></body></html>").document);
});

afterAll(() => {
  vi.unstubAllGlobals();
});

describe.each(states)("$screen for $example in $language, tables: $tables", ({Screen, view, language, tables}) => {
  const draw = () => {
    const place = document.createElement("div");
    render(
      <Paper.Provider value={true}>
        <Screen view={view} tables={tables} />
      </Paper.Provider>,
      place,
    );
    return place;
  };

  it("has one finding, and every chart has words or a table", () => {
    const page = draw();
    expect(page.querySelectorAll("h1")).toHaveLength(1);
    for (const figure of page.querySelectorAll("figure")) {
      expect(figure.getAttribute("role")).toBe("img");
      expect(figure.getAttribute("aria-label")?.length).toBeGreaterThan(20);
    }
    for (const svg of page.querySelectorAll("svg")) expect(svg.closest('[aria-hidden="true"]')).not.toBeNull();
    for (const table of page.querySelectorAll("table")) expect(table.querySelector("caption")).not.toBeNull();
  });

  it("is whole and in one form of the language", () => {
    const text = draw().textContent ?? "";
    expect(text).not.toMatch(/undefined|\bNaN\b|\[object/);
    expect(foreignWords(language, text)).toEqual([]);
  });
});
