import {parseHTML} from "linkedom";
import {afterAll, beforeAll, beforeEach, describe, expect, it, vi} from "vitest";
import {exampleLsu, exampleSsu} from "../../../dashboard/examples/published.ts";
import {type Desk, emptyDesk} from "../../../dashboard/meeting/desk.ts";
import {scenesOf} from "../../../dashboard/scenes.tsx";
import {type PageState, type ScreenId, screensFor, startState} from "../../../dashboard/state.ts";

const {document: page, Event} = parseHTML("<!doctype html><html><body></body></html>");

beforeAll(() => {
  vi.stubGlobal("document", page);
  vi.stubGlobal("Element", page.body.constructor);
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
    },
  );
});
afterAll(() => vi.unstubAllGlobals());

const lsu = exampleLsu();
let place: HTMLElement;
beforeEach(() => {
  page.body.innerHTML = "<main></main>";
  place = page.querySelector("main") as unknown as HTMLElement;
});

function stateOf(published: typeof lsu, screen: ScreenId): PageState {
  return {...startState(published.facts, ""), screen};
}

/** What is drawn when every figure has got its room. */
async function drawing(): Promise<string> {
  await null;
  return place.innerHTML;
}

describe.each([
  ["lsu", lsu],
  ["ssu", exampleSsu()],
])("dei ferdige skjermbileta til %s", (_name, published) => {
  it.each(screensFor(published.facts))("%s er likt om det er gjort klart på førehand eller ikkje", async (screen) => {
    const state = stateOf(published, screen);
    scenesOf(published).show(place, state, null);
    const anew = await drawing();
    const scenes = scenesOf(published);
    await scenes.prepare(place, state, null);
    expect(await drawing()).toBe(anew);
    scenes.show(place, state, null);
    expect(await drawing()).toBe(anew);
    expect(page.body.children.length).toBe(1);
  });
});

describe("eit skjermbilete som er gjort klart", () => {
  it("står ikkje på sida før nokon ber om det", async () => {
    const scenes = scenesOf(lsu);
    scenes.show(place, stateOf(lsu, "tillit"), null);
    await scenes.prepare(place, stateOf(lsu, "moenster"), null);
    expect(page.querySelectorAll("h1")).toHaveLength(1);
    expect(page.querySelector(".tillit")).not.toBeNull();
  });

  it("er ikkje lenger klart når møtet, språket eller tabellane er noko anna", async () => {
    const scenes = scenesOf(lsu);
    const state = stateOf(lsu, "moenster");
    await scenes.prepare(place, state, emptyDesk);
    expect(scenes.isReady(state, emptyDesk)).toBe(true);
    expect(scenes.isReady(state, {...emptyDesk})).toBe(false);
    expect(scenes.isReady({...state, tables: true}, emptyDesk)).toBe(false);
    expect(scenes.isReady({...state, language: state.language === "nn" ? "nb" : "nn"}, emptyDesk)).toBe(false);
  });

  it("blir teikna slik det no er, om noko er endra etterpå", async () => {
    const scenes = scenesOf(lsu);
    const state = stateOf(lsu, "tillit");
    await scenes.prepare(place, state, null);
    const other = {...state, language: state.language === "nn" ? "nb" : "nn"} as const;
    scenes.show(place, other, null);
    const changed = await drawing();
    scenesOf(lsu).show(place, other, null);
    expect(await drawing()).toBe(changed);
  });

  it("høyrer ingen tastar før det står på sida", async () => {
    const chosen: string[] = [];
    const desk: Desk = {...emptyDesk, choose: (id) => chosen.push(id)};
    const scenes = scenesOf(lsu);
    scenes.show(place, stateOf(lsu, "tillit"), desk);
    await scenes.prepare(place, stateOf(lsu, "sidan"), desk);
    press("ArrowDown");
    expect(chosen).toEqual([]);
    scenes.show(place, stateOf(lsu, "sidan"), desk);
    press("ArrowDown");
    expect(chosen).toHaveLength(1);
    scenes.show(place, stateOf(lsu, "tillit"), desk);
    press("ArrowDown");
    expect(chosen).toHaveLength(1);
  });
});

function press(key: string): void {
  page.dispatchEvent(Object.assign(new Event("keydown"), {key}));
}
