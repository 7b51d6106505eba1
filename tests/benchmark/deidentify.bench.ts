import {cleanText} from "../../pipeline/deidentify/deidentify.ts";
import {wilsonInterval} from "../../pipeline/measure/statistics/index.ts";
import {type Half, readHalf} from "../corpus/corpus.ts";
import {measure, type Share} from "../corpus/measure.ts";
import type {Benchmark} from "./benchmark.ts";

const clean = (text: string) => cleanText(text, "prose", {isPlace: () => false});

const TEXTS = 40_000;

/** A floor nobody gets under: each text is read once, sign by sign. */
function signsIn(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
  return sum;
}

/** A peer: each text is split into words by a pattern and each word is looked up in a set. */
function wordsKnownIn(texts: readonly string[], known: ReadonlySet<string>): number {
  let found = 0;
  for (const text of texts)
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) if (known.has(word)) found += 1;
  return found;
}

function seconds(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return Math.min(...times);
}

function speed(print: (line: string) => void): void {
  const marked = [...readHalf("a"), ...readHalf("b")];
  speedOf(
    print,
    "of the corpus",
    marked.map(({text}) => text),
  );
  const nobodys = marked.filter(({gold, isRare}) => gold.length === 0 && !isRare);
  speedOf(
    print,
    "of the corpus that name nobody",
    nobodys.map(({text}) => text),
  );
}

function speedOf(print: (line: string) => void, told: string, own: readonly string[]): void {
  const texts = Array.from({length: TEXTS}, (_, at) => `${own[at % own.length]} (${at % 97})`);
  const signs = texts.reduce((sum, {length}) => sum + length, 0);
  const known = new Set(own.flatMap((text) => text.toLowerCase().split(/\P{L}+/u)));
  const floor = seconds(() => signsIn(texts));
  const peer = seconds(() => wordsKnownIn(texts, known));
  const all = seconds(() => texts.forEach(clean));
  print(`${TEXTS} texts ${told}, of ${Math.round(signs / TEXTS)} signs: ${Math.round(TEXTS / all)} texts a second`);
  print(
    `${(all / floor).toFixed(1)} times reading every sign, ${(all / peer).toFixed(2)} times looking every word up by a pattern`,
  );
}

const MEGABYTE = 1_000_000;
const unlike = (count: number): string =>
  Array.from(
    {length: count},
    (_, at) => `${"bkmt"[at % 4]}${at.toString(36).replace(/\d/g, (digit) => "aeiouyælns"[Number(digit)] ?? "")}ord`,
  ).join(" ");

/** Texts of one megabyte that slow patterns are slow on. */
const hostile: Readonly<Record<string, string>> = {
  digits: "1".repeat(MEGABYTE),
  "digits apart": "1 ".repeat(MEGABYTE / 2),
  "pairs of digits": "12 ".repeat(MEGABYTE / 3),
  letters: "a".repeat(MEGABYTE),
  capitals: "A".repeat(MEGABYTE),
  "single capitals": "A ".repeat(MEGABYTE / 2),
  "capitals with points": "A.".repeat(MEGABYTE / 2),
  "a name again and again": "Kari ".repeat(MEGABYTE / 5),
  "an unknown name again and again": "Xyzvrk ".repeat(MEGABYTE / 7),
  "words that are all different": unlike(MEGABYTE / 9),
  "capitalised words that are all different": unlike(MEGABYTE / 9).replace(/\b\p{L}/gu, (sign) => sign.toUpperCase()),
  "at signs": "@".repeat(MEGABYTE),
  "addresses cut short": "a@".repeat(MEGABYTE / 2),
  dots: "a.".repeat(MEGABYTE / 2),
  backslashes: "\\".repeat(MEGABYTE),
  "paths cut short": "C:\\a ".repeat(MEGABYTE / 5),
  plusses: "+47 ".repeat(MEGABYTE / 4),
  cues: "fnr ".repeat(MEGABYTE / 4),
  "births cut short": "f. ".repeat(MEGABYTE / 3),
  "signs that join": "e\u0301\u0301\u200b".repeat(MEGABYTE / 4),
  newlines: "\n".repeat(MEGABYTE),
  brackets: "(".repeat(MEGABYTE),
  "the only one": "einaste i bygda ".repeat(MEGABYTE / 16),
  "streets without number": "Storgata ".repeat(MEGABYTE / 9),
  "ages in words": "nitti ".repeat(MEGABYTE / 6),
  slashes: "v/".repeat(MEGABYTE / 2),
  "web addresses": "www.".repeat(MEGABYTE / 4),
};

function slowest(print: (line: string) => void): void {
  const ordinary = readHalf("a")
    .map(({text}) => text)
    .join(" ");
  const floor = seconds(() => clean(ordinary.repeat(Math.ceil(MEGABYTE / ordinary.length)).slice(0, MEGABYTE)));
  const times = Object.entries(hostile).map(([name, text]) => {
    const half = seconds(() => clean(text.slice(0, MEGABYTE / 2)));
    const whole = seconds(() => clean(text));
    return {name, whole, growth: whole / half};
  });
  print(`one megabyte of ordinary text: ${floor.toFixed(2)} s`);
  for (const {name, whole, growth} of times.sort((a, b) => b.whole - a.whole).slice(0, 5))
    print(
      `one megabyte of ${name}: ${(whole / floor).toFixed(2)} times that, and ${growth.toFixed(1)} times half of it`,
    );
}

const told = ({hits, of}: Share): string => {
  const {lower, upper} = wilsonInterval(hits, of);
  return `${(hits / of).toFixed(3)} (${hits} of ${of}, ${lower.toFixed(3)}–${upper.toFixed(3)})`;
};

function accuracy(print: (line: string) => void, half: Half): void {
  const texts = readHalf(half);
  const {recall, overRedaction, rareFlagged, othersFlagged, withoutLeak} = measure(texts, clean);
  const nynorsk = texts.filter(({language}) => language === "nn").length;
  print(`half ${half.toUpperCase()}: ${texts.length} invented texts, ${nynorsk} of them nynorsk; strict recall`);
  for (const [type, share] of [...recall].sort(([a], [b]) => a.localeCompare(b))) print(`  ${type} ${told(share)}`);
  print(`  taken out without reason ${told(overRedaction)}`);
  print(`  rare texts flagged ${told(rareFlagged)}, others ${told(othersFlagged)}`);
  print(`  texts with persons and no leak ${told(withoutLeak)}`);
}

export const benchmark: Benchmark = {
  title: "how much of what names a person is taken out of invented texts, and how fast",
  run(print) {
    accuracy(print, "a");
    accuracy(print, "b");
    speed(print);
    slowest(print);
  },
};
