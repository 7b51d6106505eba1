import {ABBREVIATION, DRUG, GIVEN, INSTITUTION, type Lexicon, ORGANISATION, SURNAME, TERM, WORD} from "./lexicon.ts";
import {hashOf} from "./tokens.ts";

const PART = WORD | TERM;
const NAMED = GIVEN | SURNAME;
const SHORTEST_FIRST = 3;
const SHORTEST_LAST = 3;
const LONG_LAST = 6;
const LONGEST = 48;
const BINDERS = "se";
const MOST_KEPT = 50_000;

/** Last parts that are shorter than names are. */
const SHORT_LAST = new Set(
  "tid dag råd rom mat lab bil båt lov sår kur bad nød mål tal rus sak syn øye arm fot prat tap typ kø prøve svar ark kort liste ord stol seng".split(
    " ",
  ),
);
const PREFIX =
  /^(?:u|mis|be|for|an|inn|ut|re|hemi|pre|post|anti|hyper|hypo|peri|intra|sub|bi|mikro|para|poly|semi|trans|under|over|etter|mellom|kvasi|reha|psyko|neuro|nevro|kardio|gastro|nefro|hemo|cyto|trakeo|bronko|toraks|laparo|artro|osteo|angio|tele|auto|multi|mono|video|foto|elektro|radio|ultra)/;
const ENDING = /(?:ar|ane|er|ene|ne|a|en|et|s|te|de|t|e|ing|inga|ingar|inger)$/;
const SHORTEST_STEM = 5;

/** Farms and surnames are compounds too: a word that ends like one is explained only by standing in a list. */
const FARM =
  /(?:bergs?|vik|vika|viken|nes|ness|neset|gard|gård|gaard|haug|haugen|bakk|bakken|dal|dalen|dahl|land|lands|stad|seth|set|sæter|sæther|sætre|seter|eid|eide|eidet|hol|holm|holmen|ås|aas|åsen|mo|moe|moen|lund|lunden|strand|vold|voll|vollen|rud|heim|øy|øya|øen|øyen|fjell|fjord|vatn|vatne|myr|myra|myren|hagen|bø|tun|rød|li|lie|lid|lien|skog|sund|bust|bost|våg|våge|vågen|eng|engen|sand|foss|fossen|tveit|kleiv|kleiva|hammer|hamar|bekk|bekken|brekk|brekke|hjell|hjelle|slett|slette|gjerde|aune|støl|støyl|sen|son|sson|quist|kvist|gren|mann|rust|hov|hovd|hovden|vang|vær|knes|snes)$/;

/** Endings of farms that are too often the end of something else to make a name of a word in the dictionary. */
const FARM_MORE =
  /(?:botn|botnen|skjær|skar|skår|skaar|stein|kvam|kvamme|tang|tangen|odd|odden|osen|løkke|løkken|toft|flot|flott|borg|borgen|skeid|hella|helle|bro|åker|aaker|hovde|kollen|rinde|nakk|nakken|roald|øra|strøm|straum|marka|marken|bråten|røys|stokk|teig|egge|melby|kors|skard|tind|skot|skott|slåtten|kjær|gaarden|gården|garden|grov|grova|hjort|klev|løv|løkk|melen|skei|sve|svee|viksund|flat|flaten|flata|hei|heia|heien|hylla|juv|gjel|klett|kletten|knatten|leite|leitet|naust|nibba|nuten|rabb|rabben|røsa|setra|skjer|skreda|slåtta|snipa|steinen|støa|svora|tange|tinden|tuft|tufta|tverå|urda|varde|vatnet|åmot|åm|bøen|fonn|furu|gjerdet|grand|granden|grava|halle|holet|holten|kammen|kjerr|kvern|lade|løe|løa|mælen|rinden|rudi|rygg|ryggen|sanden|skaug|skjelde|stubb|teigen|torp|tveita|åkeren|legd|legda|budal|kleppen|klepp|dokka|bergan|bakkane|haugane|stranden|skogen|skogan|bust|hus|huus|husa|skjold|sletten|sæther|berget|lykkja|lykkje|bru|brua|elva|øydegard|ødegård|plass)$/;

/** Ordinary words that end like farms. */
const NO_FARM =
  /(?:avvik|arbeid|behov|familien|klassen|plassen|dosen|diagnosen|adressen|prosessen|prøvesvar|seng|senga|sengen|huset|sjukehus|sykehus|helsehus|rådhus|tilstand|avstand|i?plass|beskyttelsen|samarbeid)$/;

export const isFarmLike = (word: string): boolean => (FARM.test(word) || FARM_MORE.test(word)) && !NO_FARM.test(word);

const LONGEST_FARM_WORD = 8;

/** Whether a word of the dictionary may well be the name of a farm or a family: «bakken», but not «prosessen». */
export const isFarmWord = (word: string): boolean =>
  word.length <= LONGEST_FARM_WORD &&
  FARM.test(word) &&
  !NO_FARM.test(word) &&
  !/(?:sen|son|set|eid|lien|mann|hov)$/.test(word);

const SHORTEST_MEDICAL = 8;
const MEDICAL =
  /(?:stomi|ektomi|skopi|grafi|plasti|pati|algi|emi|uri|penie|itt|itis|[^r]ose|parese|plegi|fasi|tomi|metri|logi|iatri|isme|sjon|itet|heit|het|skap|else|gram|skop|insuffisiens|nitrat|klorid|fosfat|sulfat|karbonat|acetat|cillinam|infeksjon|lymfom|lyse|lysis|karsinom|sarkom)$/;

/** Whether a long word ends as the words of medicine and of offices do. */
export const isTechnical = (word: string): boolean =>
  word.length >= SHORTEST_MEDICAL && MEDICAL.test(word) && !isFarmLike(word);

let known = new Map<string, number>();

/**
 * How well the dictionary explains a word it does not hold: 0 not at all, 1 as a compound, 2 as a compound of longer
 * parts. The word is in lower case. At most `LONGEST`² steps, whatever the word.
 */
export function compoundStrength(lexicon: Lexicon, word: string): number {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= MOST_KEPT) known = new Map();
  const strength =
    word.length > LONGEST ? 0 : isFarmLike(word) ? longStrength(lexicon, word) : strengthOf(lexicon, word, 0);
  known.set(word, strength);
  return strength;
}

const LONG_WORD = 7;

/** Of a word that ends like a farm: a compound only when its last part is a long word that does not. */
function longStrength(lexicon: Lexicon, word: string): number {
  for (let cut = word.length - LONG_WORD; cut >= SHORTEST_FIRST; cut -= 1) {
    const last = word.slice(cut);
    if (!isLast(lexicon, last, 1) || !isFirst(lexicon, word.slice(0, cut), 0)) continue;
    if (!isFarmLike(last) || /(?:sen|son|set|eid|lien|mann|hov|plass|hus)$/.test(last)) return 2;
  }
  return 0;
}

function strengthOf(lexicon: Lexicon, word: string, depth: number): number {
  let best = 0;
  for (let cut = word.length - SHORTEST_LAST; cut >= SHORTEST_FIRST; cut -= 1) {
    const first = word.slice(0, cut);
    const last = word.slice(cut);
    if (!isLast(lexicon, last, depth) || !isFirst(lexicon, first, depth)) continue;
    const isSure = first.length >= 4 ? last.length >= 4 || SHORT_LAST.has(last) : last.length >= LONG_LAST;
    best = Math.max(best, isSure ? 2 : 1);
  }
  return best;
}

const SHORTEST_PAIR = 8;

const isLast = (lexicon: Lexicon, part: string, depth: number): boolean =>
  (hasVowel(part) &&
    (part.length > SHORTEST_LAST || SHORT_LAST.has(part)) &&
    isWord(lexicon, part, PART | INSTITUTION)) ||
  (depth === 0 && part.length >= SHORTEST_PAIR && strengthOf(lexicon, part, 1) > 0);

/** A first part, with or without the letter that binds it. An abbreviation is one only in front. */
function isFirst(lexicon: Lexicon, part: string, depth: number): boolean {
  const bits = depth === 0 ? PART | DRUG | ORGANISATION | ABBREVIATION : PART;
  const isPart = (text: string): boolean => (depth === 0 || hasVowel(text)) && isWord(lexicon, text, bits);
  return (
    isPart(part) || (BINDERS.includes(part.slice(-1)) && part.length > SHORTEST_FIRST && isPart(part.slice(0, -1)))
  );
}

/**
 * Whether a word is one the dictionary holds with another ending or with a prefix: «bivirkningar», «hemiprotese». What
 * ends like a farm is not asked.
 */
export function isInflected(lexicon: Lexicon, word: string): boolean {
  if (word.length > LONGEST || isFarmLike(word)) return false;
  const prefix = PREFIX.exec(word)?.[0];
  if (prefix !== undefined && isStem(lexicon, word.slice(prefix.length))) return true;
  const ending = ENDING.exec(word)?.[0];
  if (ending === undefined) return false;
  const stem = word.slice(0, -ending.length);
  return isStem(lexicon, stem) || (stem.length >= SHORTEST_STEM && isStem(lexicon, `${stem}e`));
}

function isStem({table}: Lexicon, stem: string): boolean {
  const bits = table.bits(...hashOf(stem));
  return stem.length >= SHORTEST_STEM && !isFarmLike(stem) && (bits & PART) !== 0 && (bits & NAMED) === 0;
}

const hasVowel = (part: string): boolean => /[aeiouyæøåéèêóòôäö]/.test(part);

const isWord = ({table}: Lexicon, part: string, bits: number): boolean => (table.bits(...hashOf(part)) & bits) !== 0;

/** Whether a word ends as the names of active substances do. */
export const isDrugLike = ({drugEndings}: Lexicon, word: string): boolean =>
  word.length > 5 && drugEndings.some((ending) => word.length > ending.length + 1 && word.endsWith(ending));
