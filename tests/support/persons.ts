import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../../pipeline/project.ts";

interface Persons {
  readonly namn: readonly string[];
  readonly personopplysningar: readonly {readonly type: string; readonly streng: string}[];
}

/**
 * Every string that names an invented person in the synthetic deliveries: as it was planted, its digits alone, and each
 * word of a name (the names are made up so that no word of them means anything else).
 */
export function plantedStrings(): string[] {
  const {namn, personopplysningar} = JSON.parse(
    readFileSync(join(root, "data", "synthetic", "truths.json"), "utf8"),
  ) as Persons;
  const names = [...namn, ...personopplysningar.filter(({type}) => type === "PERSON").map(({streng}) => streng)];
  const strings = personopplysningar.map(({streng}) => streng);
  const digits = strings.map((text) => text.replace(/\D/g, "")).filter((text) => text.length >= 8);
  return [...new Set([...strings, ...digits, ...names, ...names.flatMap((name) => name.split(/,? /))])];
}
