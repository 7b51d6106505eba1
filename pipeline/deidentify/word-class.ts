import type {Lexicon} from "./lexicon.ts";

/** What a word may say of a number or a name beside it, one bit each. */
export const MONTH = 1;
export const ORDINAL = 2;
/** Ninety or more, in words. */
export const COUNT = 4;
/** What a number is: «fnr», «tlf». */
export const CUE = 8;
/** What makes a cue of the word in front of it: «nr», «dato». */
export const COUNTER = 16;
/** A trade or a kinship by its ending. */
export const ROLE = 32;
/** What may stand for the sign in an e-mail: «kari (at) example.no». */
export const SPELLED_AT = 64;

const COUNTED = /^hundre|nitti/;
const SHORTEST_COUNT = 5;
const LONGEST_COUNT = 24;

const COUNTERS = new Set("nr nummer nummeret numre no id ident kode dato namn d".split(" "));

const ORDINALS =
  /^(?:(?:tjue|tjuge|tretti)?(?:første|fyrste|andre|annen|tredje|fjerde|femte|sjette|s(?:ju|yv)(?:ende|ande)|åtte?(?:nde|ande)|ni(?:ende|ande))|ti(?:ende|ande)|ellevte|elvte|tolvte|(?:tret|fjor|fem|seks|syt|at|nit)t(?:ende|ande)|tjue?(?:nde|ande)|tyvende|tretti(?:ende|ande))$/;

/** «luftambulanselege»: roles that no list holds. */
const ROLES =
  /.{3}(?:lege|legen|pleiar|pleiaren|pleier|pleieren|terapeut|terapeuten|leiar|leiaren|leder|lederen|sjefen|sjef|koordinator|koordinatoren|rådgivar|rådgjevar|rådgiver|rådgiveren|konsulent|konsulenten|sekretær|sekretæren|handlar|handler|behandlar|behandler|personell|arbeidar|arbeidaren|arbeider|arbeideren|assistent|assistenten|mann|kvinne|vakt|vakta|vakten|far|mor|bror|søster|syster|dotter|datter|son|sønn)$/;

const AT = /^(?:at|a|alfa|alfakr\u00f8ll|kr\u00f8llalfa|snabela)$/;

/** The class of a word in lower case. */
export function classOf({numberCues}: Lexicon, word: string): number {
  const cue = numberCues.get(word);
  const isCount = word.length >= SHORTEST_COUNT && word.length <= LONGEST_COUNT && COUNTED.test(word);
  return (
    (cue === undefined ? 0 : CUE) |
    (cue?.has("maanad") ? MONTH : 0) |
    (ORDINALS.test(word) ? ORDINAL : 0) |
    (isCount ? COUNT : 0) |
    (COUNTERS.has(word) ? COUNTER : 0) |
    (ROLES.test(word) ? ROLE : 0) |
    (AT.test(word) ? SPELLED_AT : 0)
  );
}
