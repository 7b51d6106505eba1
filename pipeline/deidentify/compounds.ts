import {ABBREVIATION, DRUG, INSTITUTION, type Lexicon, ORGANISATION, TERM, WORD} from "./lexicon.ts";
import {hashOf} from "./tokens.ts";

const PART = WORD | TERM;
const SHORTEST_FIRST = 3;
const SHORTEST_LAST = 4;
const LONGEST = 48;
const BINDERS = "se";
const MOST_KEPT = 50_000;

/** Farms and surnames are compounds too: a word that ends like one is explained only by standing in a list. */
const FARM =
  /(?:bergs?|vik|vika|viken|nes|ness|neset|gard|gård|gaard|haug|haugen|bakk|bakken|dal|dalen|dahl|land|lands|stad|seth|set|sæter|sæther|sætre|seter|eid|eide|eidet|hol|holm|holmen|ås|aas|åsen|mo|moe|moen|lund|lunden|strand|vold|voll|vollen|rud|heim|øy|øya|øen|øyen|fjell|fjord|vatn|vatne|myr|myra|myren|hagen|bø|tun|rød|li|lie|lid|lien|skog|sund|bust|bost|våg|våge|vågen|eng|engen|sand|foss|fossen|tveit|kleiv|kleiva|hammer|hamar|bekk|bekken|brekk|brekke|hjell|hjelle|slett|slette|gjerde|aune|støl|støyl|sen|son|sson|quist|kvist|gren|mann|rust|hov|hovd|vang|vær|knes|snes)$/;

export const isFarmLike = (word: string): boolean => FARM.test(word);

let known = new Map<string, number>();

/**
 * How well the dictionary explains a word it does not hold: 0 not at all, 1 as a compound, 2 as a compound of longer
 * parts. The word is in lower case. At most `LONGEST`² steps, whatever the word.
 */
export function compoundStrength(lexicon: Lexicon, word: string): number {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= MOST_KEPT) known = new Map();
  const strength = word.length > LONGEST || isFarmLike(word) ? 0 : strengthOf(lexicon, word, 0);
  known.set(word, strength);
  return strength;
}

function strengthOf(lexicon: Lexicon, word: string, depth: number): number {
  let best = 0;
  for (let cut = word.length - SHORTEST_LAST; cut >= SHORTEST_FIRST; cut -= 1) {
    const first = word.slice(0, cut);
    const last = word.slice(cut);
    if (!isLast(lexicon, last, depth) || !isFirst(lexicon, first, depth)) continue;
    best = Math.max(best, first.length >= 4 && last.length >= 5 ? 2 : 1);
  }
  return best;
}

const SHORTEST_PAIR = 8;

const isLast = (lexicon: Lexicon, part: string, depth: number): boolean =>
  (hasVowel(part) && isWord(lexicon, part, PART | INSTITUTION)) ||
  (depth === 0 && part.length >= SHORTEST_PAIR && strengthOf(lexicon, part, 1) > 0);

/** A first part, with or without the letter that binds it. An abbreviation is one only in front. */
function isFirst(lexicon: Lexicon, part: string, depth: number): boolean {
  const bits = depth === 0 ? PART | DRUG | ORGANISATION | ABBREVIATION : PART;
  const isPart = (text: string): boolean => (depth === 0 || hasVowel(text)) && isWord(lexicon, text, bits);
  return (
    isPart(part) || (BINDERS.includes(part.slice(-1)) && part.length > SHORTEST_FIRST && isPart(part.slice(0, -1)))
  );
}

const hasVowel = (part: string): boolean => /[aeiouyæøåéèêóòôäö]/.test(part);

const isWord = ({table}: Lexicon, part: string, bits: number): boolean => (table.bits(...hashOf(part)) & bits) !== 0;

/** Whether a word ends as the names of active substances do. */
export const isDrugLike = ({drugEndings}: Lexicon, word: string): boolean =>
  word.length > 5 && drugEndings.some((ending) => word.length > ending.length + 1 && word.endsWith(ending));
