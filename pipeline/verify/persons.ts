import {shownPath} from "../deidentify/shown.ts";
import type {Traces} from "../deidentify/traces.ts";
import type {Carried} from "./carriers/carried.ts";
import {contentsOf} from "./carriers/carriers.ts";
import type {Edition} from "./edition.ts";
import type {Own} from "./own.ts";
import {possibleIn, possibleKinds} from "./possible.ts";

export interface Scan {
  /** What deidentify took out in this run; nothing when a finished edition is checked afterwards. */
  readonly removed: Traces;
  readonly own: Own;
}

const TAKEN_OUT = "tekst som er teken ut av leveringane";

/**
 * Where a person may be named, by file, part and kind; the finding itself is never printed. A part nobody can look into
 * is a fault as well.
 */
export function personFaults({name, files}: Edition, {removed, own}: Scan): string[] {
  const traces = removed.without(own.texts);
  const told = (part: string): string => `${name}/${shownPath(part, (text) => traces.countIn([text]) > 0)}`;
  return files.flatMap(({path, bytes}) => {
    const {carried, sealed} = contentsOf(path, bytes, own.stretches);
    const found = [...textsByPart(carried)].map(([part, texts]) => ({
      part,
      kinds: kindsIn(texts, own.numbers, traces),
    }));
    return [
      ...found
        .filter(({kinds}) => kinds.length > 0)
        .map(({part, kinds}) => `${told(part)}: mogleg personopplysning (${kinds.join(", ")}). Utgåva er stoppa.`),
      ...sealed.map((part) => `${told(part)}: ein del av fila let seg ikkje opne og ikkje kontrollere.`),
    ];
  });
}

function kindsIn(texts: readonly string[], known: ReadonlySet<string>, traces: Traces): string[] {
  const possible = texts.flatMap(possibleIn).filter(({found}) => !known.has(found));
  const kinds = new Set(possible.map(({kind}): string => possibleKinds[kind]));
  return traces.countIn(texts) > 0 ? [...kinds, TAKEN_OUT] : [...kinds];
}

function textsByPart(carried: readonly Carried[]): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const {part, text} of carried) {
    const texts = parts.get(part);
    if (texts === undefined) parts.set(part, [text]);
    else texts.push(text);
  }
  return parts;
}
