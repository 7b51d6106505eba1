import {findCertainIdentifiers} from "../deidentify/identifiers.ts";
import type {Traces} from "../deidentify/traces.ts";
import type {Edition} from "./edition.ts";
import {textsOf} from "./texts.ts";

export interface Scan {
  /** What deidentify took out in this run; nothing when a finished edition is checked afterwards. */
  readonly removed: Traces;
  /** The page before any data: what stands there already is the program's own. */
  readonly template: string;
}

/** Where a person may be named, by file and kind; the finding itself is never printed. */
export function personFaults({name, files}: Edition, {removed, template}: Scan): string[] {
  const own = new Set(identifiersIn(template));
  const traces = removed.without([template]);
  return files.flatMap(({path, bytes}) =>
    textsOf(path, bytes).flatMap(({part, text}) => {
      const found = identifiersIn(`${path} ${text}`).filter((identifier) => !own.has(identifier));
      const leaked = traces.countIn([path, text]);
      if (found.length + leaked === 0) return [];
      return [`${name}/${part}: ${found.length + leaked} mogleg personopplysning. Utgåva er stoppa.`];
    }),
  );
}

function identifiersIn(text: string): string[] {
  return findCertainIdentifiers(text)
    .filter(({type}) => type === "FNR" || type === "DNR" || type === "EMAIL")
    .map(({start, end}) => text.slice(start, end));
}
