import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Span, SpanType} from "../../pipeline/deidentify/span.ts";

/** An invented text, what must be gone from it, what must stay, and whether a person must look at it. */
export interface MarkedText {
  readonly id: string;
  readonly language: "nn" | "nb";
  readonly kind: string;
  readonly text: string;
  readonly gold: readonly Span[];
  readonly kept: readonly {readonly start: number; readonly end: number}[];
  readonly isRare: boolean;
}

export type Half = "a" | "b";

/** The two halves share no name: a list that one of them is fitted to says nothing of the other. */
const names: Readonly<Record<Half, {readonly given: readonly string[]; readonly family: readonly string[]}>> = {
  a: {
    given:
      "Kari Olav Solveig Magnhild Terje Ingebjørg Asbjørn Målfrid Kjartan Torill Eldrid Jarle Synnøve Leiv Borghild Ståle Jorun Hallgeir Marta Øyvind Reidun Sverre Åshild Kåre Nikoline Iselin Preben Wenche Amira Piotr".split(
        " ",
      ),
    family:
      "Hjelmtveit Skarbøvik Urkedal Øvstedal Fladmark Nordhus Rekkedal Vassli Brautaset Gjerdsbakk Standnes Tafjordmo Hellevang Sørnes Kvistås Lianes Myrseth Grønlie Ekremsæter Valderhus Almestad Skaflestad Roppen Nørvåg Tynjum Bjåstad Haugsbø Steinsholm Ødegård Lillestøl".split(
        " ",
      ),
  },
  b: {
    given:
      "Gunnvor Eivind Astrid Halvard Randi Trygve Sigrunn Vegard Ragna Torbjørg Jostein Eline Kolbein Hjørdis Mathias Oddrun Ingar Pernille Snorre Aud Roger Sissel Tarjei Henriette Gaute Laila Fatuma Dariusz Bergljot Vidar".split(
        " ",
      ),
    family:
      "Kvamsdal Brudevoll Skorpen Eikremdal Langenes Hustveit Tverberget Aarsund Rødseth Gjøsteen Vikhammar Ramsvik Fuglset Hauknes Sjursen Dyrøy Bakketun Kirkhorn Tjelle Oppstad Mølsæter Raknestangen Sandvær Moseng Høgheim Breilid Djupevåg Ulset Flatvoll Røssevold".split(
        " ",
      ),
  },
};

/** Nobody is born 1940–1953 with a serial of 500–899, and a test number has 80 added to its month. */
const numbers: Readonly<Record<string, readonly string[]>> = {
  FNR: [
    "01824551234",
    "220343 51277",
    "14 06 47 512 08",
    "090842.60011",
    "311250-70449",
    "17 88 44 518 77",
    "05044951266",
    "120981 51209",
  ],
  DNR: ["41824551234", "620343 51277", "54 06 47 512 08", "490842-60011"],
  TLF: [
    "912 44 318",
    "71 58 44 03",
    "90511402",
    "+47 405 55 123",
    "4789 1122",
    "988.11.402",
    "0047 70 01 44 32",
    "97-11-40-32",
  ],
  EMAIL: [
    "hilde.bjorke@example.org",
    "o_nordre77@post.example.no",
    "kåre.øvstedal@sjukehus.example",
    "h.s@x-y.example.com",
    "INGER+JOBB@EXAMPLE.NO",
  ],
};

const types: Readonly<Record<string, SpanType>> = {
  P: "PERSON",
  DOB: "DATE_OF_BIRTH",
  AGE: "AGE_OVER_89",
  TLF: "PHONE",
  ADR: "ADDRESS",
  REG: "VEHICLE",
  ID: "OTHER_ID",
};

/** The texts of one half, made from its templates: a template with slots is filled in twice. */
export function readHalf(half: Half): MarkedText[] {
  const lines = readFileSync(join(import.meta.dirname, `half-${half}.txt`), "utf8").split("\n");
  const filler = new Filler(half);
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line, number) => {
      const [, language, kind, template] = /^(nn|nb) (\S+) \| (.*)$/.exec(line) ?? [];
      if (template === undefined) throw new Error(`half ${half}, template ${number + 1}`);
      const times = /\{(?:[FSfs]|FNR\}|DNR\}|TLF\}|EMAIL\})/.test(template) ? 2 : 1;
      return Array.from({length: times}, (_, time) => ({
        id: `${half}${number + 1}${time === 0 ? "" : "x"}`,
        language: language as "nn" | "nb",
        kind: kind ?? "",
        ...filled(template, filler),
      }));
    });
}

function filled(template: string, filler: Filler): Pick<MarkedText, "text" | "gold" | "kept" | "isRare"> {
  const isRare = template.startsWith("!");
  const gold: Span[] = [];
  const kept: {start: number; end: number}[] = [];
  let text = "";
  for (const piece of unescaped(isRare ? template.slice(1) : template).split(/(\{[^{}]+\})/)) {
    const mark = /^\{(.+)\}$/s.exec(piece)?.[1];
    const {string, type} = mark === undefined ? {string: piece, type: null} : filler.fill(mark);
    const place = {start: text.length, end: text.length + string.length};
    if (mark?.startsWith("-:")) kept.push(place);
    else if (type !== null) gold.push({...place, type});
    text += string;
  }
  return {text, gold, kept, isRare};
}

const unescaped = (text: string): string =>
  text.replace(/\\(n|t|u00a0|\\)/g, (_, sign: string) => ({n: "\n", t: "\t", u00a0: "\u00a0"})[sign] ?? "\\");

class Filler {
  private readonly next = new Map<string, number>();

  private readonly half: Half;

  constructor(half: Half) {
    this.half = half;
  }

  fill(mark: string): {readonly string: string; readonly type: SpanType | null} {
    const [, head = mark, rest] = /^([A-Z_]+|-):(.*)$/s.exec(mark) ?? [];
    if (rest === undefined) return numbers[mark] === undefined ? this.name(mark) : this.number(mark);
    if (head === "-") return {string: rest, type: null};
    if (head === "NFD") return {string: rest.normalize("NFD"), type: "PERSON"};
    if (head === "ZW") return {string: `${rest.slice(0, 3)}\u200b${rest.slice(3)}`, type: "PERSON"};
    if (head === "NB") return {string: rest.replaceAll(" ", "\u00a0"), type: "PHONE"};
    return {string: rest, type: types[head] ?? (head as SpanType)};
  }

  private nextOf(words: readonly string[]): string {
    const at = (this.next.get(words[0] ?? "") ?? 0) + 7;
    this.next.set(words[0] ?? "", at);
    return words[at % words.length] ?? "";
  }

  private number(mark: string): {readonly string: string; readonly type: SpanType} {
    const all = numbers[mark] ?? [];
    const at = this.next.get(mark) ?? (this.half === "a" ? 0 : 3);
    this.next.set(mark, at + 1);
    return {string: all[at % all.length] ?? "", type: types[mark] ?? (mark as SpanType)};
  }

  private name(mark: string): {readonly string: string; readonly type: SpanType} {
    const {given, family} = names[this.half];
    const name = mark.replace(/[FS]|^[fs]+$/g, (slot) =>
      [...slot]
        .map((letter) => {
          const word = letter.toLowerCase() === "f" ? this.nextOf(given) : this.nextOf(family);
          return letter === letter.toLowerCase() ? word.toLowerCase() : word;
        })
        .join(" "),
    );
    const string = name.replace(",", ", ").replace(/^([A-ZÆØÅ]\S*)([A-ZÆØÅ])/u, "$1$2");
    const spaced = mark.replace("!", "") === "FS" ? string.replace(/(?<=\p{Ll})(?=\p{Lu})/u, " ") : string;
    return {string: mark.endsWith("!") ? spaced.slice(0, -1).toUpperCase() : spaced, type: "PERSON"};
  }
}
