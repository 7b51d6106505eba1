import {describe, expect, it} from "vitest";
import {recall, remember, setAside, storageKey} from "../../../../dashboard/meeting/storage.ts";
import {meetingWith, place} from "../../../support/meeting.ts";

function storeWith(texts: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(texts));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
}

const meeting = meetingWith([["moete", "sak", "4/26"]]);
const key = storageKey(place);

function remembered() {
  const store = storeWith();
  expect(remember(store, meeting, "2025-abc")).toBe(true);
  return store;
}

describe("det nettlesaren hugsar", () => {
  it("er møtet slik det vart skrive", () => {
    expect(recall(remembered(), place)).toEqual({entries: meeting.entries, inFile: []});
  });

  it("går ikkje tapt om lista over det som er lagra, er øydelagd", () => {
    const store = remembered();
    store.setItem(`${key}:lagra`, "[oeyde");
    expect(recall(store, place)).toEqual({entries: meeting.entries, inFile: []});
  });

  it("blir ikkje lagt til side når det kan lesast, eller når det ikkje er noko", () => {
    expect(setAside(remembered(), place)).toBe(false);
    expect(setAside(storeWith(), place)).toBe(false);
    expect(setAside(null, place)).toBe(false);
  });

  it.each([
    ["er kutta", (text: string) => text.slice(0, 100)],
    ["er skrive av eit nyare program", (text: string) => text.replace('"version": 1', '"version": 2')],
    ["er endra for hand", (text: string) => text.replace("4/26", "5/26")],
  ])("står urørt når det %s, også etter at noko nytt er skrive", (_what, change) => {
    const old = change(remembered().getItem(key) ?? "");
    const store = storeWith({[key]: old});
    expect(recall(store, place)).toBeNull();
    expect(setAside(store, place)).toBe(true);
    remember(store, meeting, "2025-abc");
    expect([...store.kept.values()]).toContain(old);
    expect(recall(store, place)?.entries).toEqual(meeting.entries);
  });
});
