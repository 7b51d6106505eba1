import {readFileSync} from "node:fs";
import * as v from "valibot";
import type {Random} from "./random.ts";

const Both = v.strictObject({nn: v.array(v.string()), nb: v.array(v.string())});
const Sentences = v.strictObject({beskriving: v.record(v.string(), Both), strakstiltak: Both, forslag: Both});

const sentences = v.parse(Sentences, JSON.parse(readFileSync(new URL("setningar.json", import.meta.url), "utf8")));

export type Maalform = "nn" | "nb";

/** An invented sentence; every one says itself that it is synthetic. */
export function description(kategori: string, maalform: Maalform, random: Random): string {
  const both = sentences.beskriving[kategori] ?? sentences.beskriving[""];
  return both === undefined ? "SYNTETISK" : `SYNTETISK: ${random.pick(both[maalform])}`;
}

export function measure(kind: "strakstiltak" | "forslag", maalform: Maalform, random: Random): string {
  return `SYNTETISK: ${random.pick(sentences[kind][maalform])}`;
}
