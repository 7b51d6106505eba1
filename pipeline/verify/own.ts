import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../project.ts";

/** What the program says by itself and not of any delivery. */
export interface Own {
  /** Long stretches of the page before any data, as they stand in every page. */
  readonly stretches: readonly string[];
  /** Texts whose words and numbers say nothing about anybody: the page, the registers, the words of the documents. */
  readonly texts: readonly string[];
}

const MARKS = /<!--avvik:[a-z]+-->|<title>[^<]*<\/title>/;
const SHORTEST_STRETCH = 200;

/** `registers` is a folder of registers, or null when there is none to look in. */
export function readOwn(template: string, registers: string | null): Own {
  return {
    stretches: template.split(MARKS).filter(({length}) => length >= SHORTEST_STRETCH),
    texts: [
      template,
      ...(registers === null ? [] : readTexts(registers, /\.csv$/)),
      ...readTexts(join(root, "pipeline", "report"), /\.ts$/),
      ...readTexts(join(root, "pipeline", "contract"), /\.ts$/),
    ],
  };
}

function readTexts(folder: string, name: RegExp): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((path) => name.test(path))
    .sort()
    .map((path) => readFileSync(join(folder, path), "utf8"));
}
