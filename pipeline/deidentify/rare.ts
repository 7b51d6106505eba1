import {AT, IN, INSTITUTION, NEAR, PERSON, PLACE, PROPER, RARE, SURNAME, TRADE} from "./lexicon.ts";
import {
  COUNT,
  COUNTED,
  EVENT,
  FAME,
  FAMILY_OF_OFFICE,
  FEW,
  FORMER,
  ILLNESS,
  KIN,
  KNOWN,
  LEAD,
  LIVES,
  LOSS,
  LOST,
  MOST,
  OF_PLACE,
  OFFICE,
  ONE,
  ONLY,
  OUTCOME,
  PATIENT,
  PRESS,
  SELDOM,
  SEVERAL,
  SOMEBODY,
  THING,
  UNIQUE,
} from "./rare-words.ts";
import {lengthOf, type Reading, wordAt} from "./reading.ts";
import {CAPITAL, DOT, LOWER, NEWLINE, NUMBER, SPACE, STOP} from "./tokens.ts";

const isOfThing = (reading: Reading, index: number): boolean =>
  index + 1 < reading.count && THING.test(wordAt(reading, index + 1));

/** Facts that together may point one person out, though each of them is harmless: a person must look at these. */
export function findRare(reading: Reading): {readonly start: number; readonly end: number}[] {
  if ((reading.allBits & (RARE | TRADE)) === 0) return [];
  const found: {start: number; end: number}[] = [];
  for (let index = 0; index < reading.count; index += 1) {
    const bits = reading.bits[index] as number;
    if ((bits & (RARE | TRADE)) === 0 || reading.shape[index] === NUMBER) continue;
    const sentence = sentenceAround(reading, index);
    if (!isRare(reading, index, sentence)) continue;
    found.push({start: reading.start[index] as number, end: reading.end[index] as number});
    index = sentence.to - 1;
  }
  return found;
}

interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly all: number;
}

const REACH = 14;

function sentenceAround(reading: Reading, index: number): Sentence {
  let from = index;
  while (from > 0 && index - from < REACH && !isBreak(reading, from)) from -= 1;
  let to = index + 1;
  while (to < reading.count && to - index < REACH && !isBreak(reading, to)) to += 1;
  let all = 0;
  for (let at = from; at < to; at += 1) if (at !== index) all |= reading.bits[at] as number;
  return {from, to, all};
}

function isBreak({gap}: Reading, index: number): boolean {
  const marks = gap[index] as number;
  return (marks & STOP) !== 0 || ((marks & DOT) !== 0 && (marks & (SPACE | NEWLINE)) !== 0);
}

const some = (reading: Reading, {from, to}: Sentence, pattern: RegExp): boolean => {
  for (let at = from; at < to; at += 1) {
    if (reading.shape[at] !== NUMBER && lengthOf(reading, at) > 1 && pattern.test(wordAt(reading, at))) return true;
  }
  return false;
};

interface Seen {
  readonly reading: Reading;
  readonly index: number;
  readonly sentence: Sentence;
  readonly isLocal: boolean;
  readonly isOfSomebody: boolean;
}

/** Which words may tell of somebody in particular, and what must stand beside them; one that holds is enough. */
const rules: readonly (readonly [RegExp, (seen: Seen) => boolean])[] = [
  [ONLY, (seen) => !isOfThing(seen.reading, seen.index) && isOnlyOne(seen)],
  [MOST, ({reading, index}) => index > 0 && OF_PLACE.test(wordAt(reading, index - 1))],
  [MOST, isUtmost],
  [SEVERAL, ({reading, index, isLocal}) => isLocal || isLocatedAfter(reading, index) || isMarriedTo(reading, index)],
  [SELDOM, ({reading, sentence}) => some(reading, sentence, ILLNESS)],
  [FAME, () => true],
  [
    EVENT,
    ({reading, sentence, isLocal, isOfSomebody}) => (isOfSomebody && isLocal) || some(reading, sentence, OUTCOME),
  ],
  [FEW, ({reading, index, sentence}) => isFew(reading, index, sentence)],
  [ONE, ({reading, index}) => isOneOfFew(reading, index)],
  [
    LEAD,
    ({reading, index, sentence, isLocal}) =>
      isOneWho(reading, index) && (isLocal || (sentence.all & INSTITUTION) !== 0),
  ],
  [
    LOSS,
    ({reading, index, sentence, isOfSomebody}) =>
      (isOfSomebody || isOneWho(reading, index)) && some(reading, sentence, LOST),
  ],
  [
    /^(?:drukn|omkom|forsvant|forsvann|skutt|skoten|skote|drept|drepen)/,
    ({reading, index}) => isOneWho(reading, index),
  ],
  [/^omkom/, ({isOfSomebody}) => isOfSomebody],
  [/^(?:vunnet|vunne|vann)$/, ({reading, sentence}) => some(reading, sentence, /^(?:nm|vm|em|ol)$/)],
  [/^(?:kven|hvem)$/, ({reading, index}) => isUnderstood(reading, index)],
  [/^frikj[ea]n[td]$/, () => true],
  [/^ingen$/, ({reading, index}) => isNobodyElse(reading, index)],
  [/^(?:lokalkj|landskj|rikskj)/, () => true],
  [/^kj[ea]n[td]/, ({reading, index}) => isKnownToAll(reading, index)],
  [FORMER, ({reading, index}) => isOffice(reading, index + 1)],
  [FAMILY_OF_OFFICE, () => true],
  [
    /^eig[ae]r|^eier/,
    ({reading, index}) => isNextWord(reading, index + 1, /^av$/) && isLocatedAfter(reading, index + 2),
  ],
  [
    /^(?:brørne|brødrene|systrene|søstrene|søskena)$/,
    ({reading, sentence, isLocal}) => isLocal && some(reading, sentence, LIVES),
  ],
  [/^fyret$/, ({reading, sentence, isOfSomebody}) => isOfSomebody && some(reading, sentence, LIVES)],
  [
    /^tv$/,
    ({reading, index, isOfSomebody}) =>
      isOfSomebody && isNextWord(reading, index + 1, /^(?:program|serie|innslag|sending)/),
  ],
  [
    /^kj[ea]n[td]/,
    ({reading, index}) => index + 1 < reading.count && ((reading.bits[index + 1] as number) & TRADE) !== 0,
  ],
  [KNOWN, ({reading, index}) => index > 0 && OF_PLACE.test(wordAt(reading, index - 1))],
  [
    KNOWN,
    ({reading, sentence, isOfSomebody}) =>
      some(reading, sentence, PRESS) && ((sentence.all & NEAR) !== 0 || isOfSomebody),
  ],
  [
    UNIQUE,
    ({reading, index, isOfSomebody}) => index > 0 && isOfSomebody && /^(?:er|var)$/.test(wordAt(reading, index - 1)),
  ],
  [UNIQUE, ({reading, index, sentence}) => isSelf(reading, index) && some(reading, sentence, PATIENT)],
  [UNIQUE, ({reading, index}) => isOfFamily(reading, index + 1)],
  [UNIQUE, ({reading, sentence, isLocal}) => isLocal && some(reading, sentence, SOMEBODY)],
];

function isRare(reading: Reading, index: number, sentence: Sentence): boolean {
  const word = wordAt(reading, index);
  const seen: Seen = {
    reading,
    index,
    sentence,
    isLocal: (sentence.all & (PLACE | NEAR)) !== 0,
    isOfSomebody: (sentence.all & PERSON) !== 0 || some(reading, sentence, SOMEBODY),
  };
  if (((reading.bits[index] as number) & TRADE) !== 0 && isSomebodyOfTrade(seen)) return true;
  return rules.some(([pattern, holds]) => pattern.test(word) && holds(seen));
}

/** «presten i Rindal», «gift med presten», «distriktslegen som tok imot alle i tretti år» */
const isSomebodyOfTrade = ({reading, index, sentence, isLocal}: Seen): boolean =>
  isMarriedTo(reading, index) ||
  (index > 0 && /^(?:han|ho|hun)$/.test(wordAt(reading, index - 1))) ||
  (isLocal && [1, 2, 3].some((back) => index > back && isNextWord(reading, index - back, COUNTED))) ||
  isLocatedAfter(reading, index) ||
  (isNextWord(reading, index + 1, /^som$/) &&
    some(reading, sentence, /^(?:år|åra|årene|alle)$/) &&
    (isLocal || some(reading, sentence, /^her$/)));

const isOnlyOne = ({reading, index, sentence, isLocal}: Seen): boolean =>
  (isLocal && (sentence.all & PERSON) !== 0) ||
  (sentence.all & TRADE) !== 0 ||
  some(reading, sentence, KIN) ||
  (isLocal && some(reading, sentence, LIVES)) ||
  some(reading, sentence, SEVERAL) ||
  isSurvivor(reading, index) ||
  isNextWord(reading, index + 1, /^(?:overlev|attlev|gjenlev)/) ||
  isLocatedAfter(reading, index) ||
  some(reading, sentence, ILLNESS);

function isUtmost({reading, index, sentence}: Seen): boolean {
  const word = wordAt(reading, index);
  if (/^sist/.test(word)) return isOfLast(reading, index) && isLocatedAfter(reading, index);
  const isOfPerson = (sentence.all & PERSON) !== 0 || some(reading, sentence, KIN) || /^(?:eldst|yngst)/.test(word);
  return isOfPerson && isLocatedAfter(reading, index);
}

/** «den siste fastbuande på holmen» */
const isOfLast = (reading: Reading, index: number): boolean =>
  index + 1 < reading.count &&
  (((reading.bits[index + 1] as number) & TRADE) !== 0 ||
    /^(?:fastbu|fastbo|innbyggj?[ae]r|attverande|gjenværende|som$|ungdom|eleven|elev$)/.test(
      wordAt(reading, index + 1),
    ));

/** «den eine av dei to dialysepasientane i kommunen» */
function isOneOfFew(reading: Reading, index: number): boolean {
  if (index + 3 >= reading.count || wordAt(reading, index + 1) !== "av") return false;
  const at = /^(?:dei|de)$/.test(wordAt(reading, index + 2)) ? index + 3 : index + 2;
  return COUNT.test(wordAt(reading, at)) && isLocatedAfter(reading, at);
}

const isNextWord = (reading: Reading, index: number, pattern: RegExp): boolean =>
  index < reading.count && reading.shape[index] !== NUMBER && pattern.test(wordAt(reading, index));

/** «så de skjønar kven» */
const isUnderstood = (reading: Reading, index: number): boolean =>
  index > 0 &&
  /^(?:skjønner|skjønar|forstår|veit|vet|gjetter|gjettar|kjenner)$/.test(wordAt(reading, index - 1)) &&
  (index + 1 >= reading.count || isBreak(reading, index + 1) || isNextWord(reading, index + 1, /^(?:det|han|ho|hun)$/));

/** «som ingen andre i kommunen har» */
const isNobodyElse = (reading: Reading, index: number): boolean =>
  isNextWord(reading, index + 1, /^(?:andre|annan|anna|annen)$/) && isLocatedAfter(reading, index + 1);

/** «kjend i heile bygda som …» */
const isKnownToAll = (reading: Reading, index: number): boolean =>
  isNextWord(reading, index + 1, /^(?:i|over|på)$/) && isNextWord(reading, index + 2, /^(?:heile|hele)$/);

/** «tidlegare leiar av kommunestyret», «den tidligere ordføreren» */
const isOffice = (reading: Reading, index: number): boolean =>
  index < reading.count &&
  reading.shape[index] !== NUMBER &&
  (((reading.bits[index] as number) & TRADE) !== 0 ||
    (OFFICE.test(wordAt(reading, index)) && isNextWord(reading, index + 1, /^(?:av|i|for|på)$/)));

/** «ho som leia …», «han som drukna» */
const isOneWho = (reading: Reading, index: number): boolean =>
  [index - 1, index - 2].some(
    (at) =>
      at > 0 &&
      wordAt(reading, at) === "som" &&
      (SOMEBODY.test(wordAt(reading, at - 1)) ||
        KIN.test(wordAt(reading, at - 1)) ||
        ((reading.bits[at - 1] as number) & (PERSON | TRADE)) !== 0),
  );

/** «kommunedirektøren selv var pasient», «brannsjefen er pasient» */
const isSelf = (reading: Reading, index: number): boolean =>
  index + 1 < reading.count && /^(?:selv|sjølv|er|var|vart|ble|blei)$/.test(wordAt(reading, index + 1));

/** «den einaste som klarte seg» */
const isSurvivor = (reading: Reading, index: number): boolean =>
  isNextWord(reading, index + 1, /^som$/) && isNextWord(reading, index + 2, OUTCOME);

/** «gift med fergeskipperen», «dotter til presten» */
const isMarriedTo = (reading: Reading, index: number): boolean =>
  index > 1 &&
  ((wordAt(reading, index - 1) === "med" && /^(?:gift|sambuar|samboer|sambuande)$/.test(wordAt(reading, index - 2))) ||
    (wordAt(reading, index - 1) === "til" && FAMILY.test(wordAt(reading, index - 2))));

const FAMILY =
  /^(?:dotter|dottera|datter|datteren|dattera|son|sonen|sønn|sønnen|kona|mannen|mor|mora|moren|far|faren|bror|broren|syster|systera|søster|søsteren|enkja|enken)$/;

/** «ordføraren si kone», «prestens mor» */
function isOfFamily(reading: Reading, index: number): boolean {
  const at = index < reading.count && /^(?:si|sin|sitt|sine)$/.test(wordAt(reading, index)) ? index + 1 : index;
  return at < reading.count && ((reading.bits[at] as number) & PERSON) !== 0;
}

/** «berre to i landet har det», «bare én familie». */
function isFew(reading: Reading, index: number, sentence: Sentence): boolean {
  if (index + 2 >= reading.count || !COUNT.test(wordAt(reading, index + 1))) return false;
  if (/^(?:familie|slekt|tilfelle|person|menneske|innbygg)/.test(wordAt(reading, index + 2))) return true;
  return isLocatedAfter(reading, index) && some(reading, sentence, /^(?:har|ha)$|sjukdom|sykdom|diagnose|syndrom/);
}

/** «i Kvitdalen»: what no list knows and a capital makes a name. */
const isUnknownPlace = (reading: Reading, index: number): boolean =>
  reading.shape[index] === CAPITAL && ((reading.bits[index] as number) & ~(PROPER | SURNAME)) === 0;

/** «i Ørsta», «på Smøla», «i bygda», «i kommunen» within three words behind. */
function isLocatedAfter(reading: Reading, index: number): boolean {
  for (let at = index + 1; at < Math.min(index + 6, reading.count); at += 1) {
    if (isBreak(reading, at)) return false;
    if (!((reading.bits[at] as number) & (IN | AT)) || reading.shape[at] !== LOWER || at + 1 >= reading.count) continue;
    for (const next of [at + 1, at + 2]) {
      if (next < reading.count && ((reading.bits[next] as number) & (PLACE | NEAR)) !== 0) return true;
      if (next < reading.count && isUnknownPlace(reading, next)) return true;
    }
  }
  return false;
}
