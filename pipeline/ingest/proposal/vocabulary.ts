import type {Field} from "../../contract/delivery.ts";
import {headerKey} from "../header.ts";
import {codesInTime, isShared, type Layout} from "../layout.ts";

export type Role = Layout["columns"][number]["role"];

/** A header that some layout has, and what its column is there. */
export interface KnownHeader {
  readonly header: string;
  readonly field: Field | null;
  readonly role: Role;
  readonly layout: string;
  readonly isShared: boolean;
}

/** Words that the registers and layouts know for a field, each with what it stands for; the words in lower case. */
export type KnownWords = ReadonlyMap<Field, ReadonlyMap<string, string>>;

/** Every header of every layout by how headers are compared; a sender's own goes before the shared one. */
export function knownHeaders(layouts: readonly Layout[]): ReadonlyMap<string, KnownHeader> {
  const known = new Map<string, KnownHeader>();
  for (const layout of [...layouts].sort((a, b) => Number(isShared(b)) - Number(isShared(a)))) {
    for (const {header, aliases, role, field = null} of layout.columns) {
      const column = {field, role, layout: layout.id, isShared: isShared(layout)};
      for (const name of [header, ...aliases]) known.set(headerKey(name), {header: name, ...column});
    }
  }
  return known;
}

/** What the code maps of the layouts say, with the words of the registers beside them. */
export function knownWordsOf(layouts: readonly Layout[], registers: KnownWords): KnownWords {
  const known = new Map([...registers].map(([field, words]) => [field, new Map(words)]));
  for (const {codes} of layouts) {
    for (const [field, words] of Object.entries(codes) as [Field, Layout["codes"][string]][]) {
      const own = known.get(field) ?? new Map<string, string>();
      known.set(field, own);
      for (const [word, spec] of Object.entries(words)) {
        const code = codesInTime(spec).at(-1)?.kode;
        if (code !== undefined && !own.has(wordKey(word))) own.set(wordKey(word), code);
      }
    }
  }
  return known;
}

export const wordKey = (word: string): string => word.normalize("NFC").trim().toLocaleLowerCase("nb");

/** A municipality as it is looked for in the registers: «Tenkevik kommune», «9901 Tenkevik», «K-9901», «9901.0». */
export function municipalityKey(value: string): string {
  return wordKey(value)
    .replace(/\s+kommune$/, "")
    .replace(/^(\d{4})(?:\.0|[ -]+\D+)$/, "$1")
    .replace(/^k-?(\d{4})$/, "$1");
}
