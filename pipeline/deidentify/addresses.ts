import {isFarmLike} from "./compounds.ts";
import {dateAt} from "./dates.ts";
import {AT, INSTITUTION, MEASURE, PLACE, TERM, UNIT_NOUN, WORD} from "./lexicon.ts";
import {cueBefore, digitsOf, gapLength, isGapOnly, isNumber, lengthOf, type Reading, wordAt} from "./reading.ts";
import type {Span} from "./span.ts";
import {CAPITAL, CLOSE, COMMA, DOT, HYPHEN, LOWER, MIXED, NEWLINE, SLASH, SPACE, UPPER} from "./tokens.ts";

const STREET =
  /(?:veg|vegen|vei|veien|gate|gata|gaten|gt|allé|alle|alleen|alléen|plass|plassen|torg|torget|svingen|sving|bakke|bakken|stien|sti|åsen|tunet|tun|haugen|haug|kaia|kaien|brygga|bryggen|brygge|ringen|lia|lien|jordet|marka|løkka|løkken|kleiva|kroken|krok|enga|engen|smauet|smuget|geila|hagen|neset|nes|myra|dalen|flata|reina|høgda|høyden|røysa|vika|viken|stranda|sundet|grenda|faret|lunden|toppen|hellinga|kvartalet|terrasse|terrassen|skråninga|skogen|berget|brekka|holtet|moen|mogen|gardane|rabben|sletta|geilane|strengen|gjerdet|bakkane|bakkene|haugane|haugene|åsane|åsene|myrane|myrene|teigane|teigene|stølen|stølane|løkkene|tunene|tunevegen|hjellen|jordene|sida|siden|parken|hammaren|hammeren|åkeren|åkran|fjæra|nausta|hovden|løypa|vollen|leitet|kneiken|dragsundet|brinken|brotet|teigen|støa|naustet|feltet|byggefeltet)$/;
/** A street by these endings even in lower case. */
const SURE_STREET = /.{2}(?:vegen|veien|vei|gata|gaten|gate|svingen|allé|alléen)$/;
const ALONE = /^(?:gate|gata|gt|veg|vegen|vei|veien|plass|plassen|allé|torg|torv|v)$/;
const PREFIX =
  /^(?:gml|gl|nedre|øvre|nerdre|nørdre|nørre|austre|inste|ytste|yste|heimste|fremste|vesle|litle|gamle|nye|søndre|nordre|vestre|austre|østre|ytre|indre|store|lille|midtre|st|sankt|kong|dronning|prins|biskop|kaptein|major|doktor|dr|prest|rektor|skippar|skipper|olaf|olav|haakon|håkon)$/;
/** A numbered road, and «nittiåringen». */
const ROAD = /^(?:fylkes|riks|europa|hovud|hoved|kommune)(?:veg|vei)(?:en)?$|åringen$/;
const BOX = /^(?:postboks|pb|boks|postboksen)$/;
const DOOR =
  /^(?:leil|leilegheit|leilegheita|leilighet|leiligheten|husnr|husnummer|bruksenhet|bustadnr|bolignr|oppgang|oppgangen|inngang|gnr|bnr|gardsnr|gårdsnr|bruksnr)$/;

/** Streets and farms with a number, post boxes, doors; with the postal code and place that follow. */
export function findAddresses(reading: Reading): Span[] {
  const found: Span[] = [];
  for (let index = 1; index < reading.count; index += 1) {
    if (!isNumber(reading, index) || lengthOf(reading, index) > 5 || dateAt(reading, index)?.year != null) continue;
    const from = addressStart(reading, index) ?? (isPostalCode(reading, index) ? index : null);
    if (from === null) continue;
    const next = withPlace(reading, from === index ? index : withLetter(reading, index));
    found.push({start: reading.start[from] as number, end: reading.end[next - 1] as number, type: "ADDRESS"});
    index = next - 1;
  }
  return found;
}

function addressStart(reading: Reading, index: number): number | null {
  const named = isCounter(reading, index - 1) ? index - 2 : index - 1;
  if (named < 0 || isNumber(reading, named) || gapLength(reading, index) > 3) return null;
  const word = wordAt(reading, named);
  if (isDwelling(reading, index, word)) return named;
  if (BOX.test(word) || (DOOR.test(word) && gapLength(reading, index) <= 3)) return named;
  if (lengthOf(reading, index) > 4 || !isGapOnly(reading, index, SPACE | DOT, 2)) return null;
  if (((reading.gap[index] as number) & DOT) !== 0 && !/(?:gt|v|pl|st)$/.test(word)) return null;
  if (/^[.:]\d/.test(reading.text.slice(reading.end[index], (reading.end[index] as number) + 2))) return null;
  return streetStart(reading, named, word) ?? cuedStart(reading, named, index) ?? farmStart(reading, named, index);
}

/** «…, 6392 Vikebukt»: a code and a place behind a comma or a word for an address; years are no codes. */
function isPostalCode(reading: Reading, index: number): boolean {
  const next = index + 1;
  if (lengthOf(reading, index) !== 4 || next >= reading.count || !isGapOnly(reading, next, SPACE, 1)) return false;
  const bits = reading.bits[next] as number;
  if (/^(?:19|20[0-4])/.test(digitsOf(reading, index, next)) || (bits & (WORD | PLACE)) === WORD) return false;
  if (!isCapital(reading, next) && (bits & PLACE) === 0) return false;
  return (
    ((reading.gap[index] as number) & (COMMA | NEWLINE)) !== 0 ||
    cueBefore(reading, index)?.says.has("adresse") === true
  );
}

const isCounter = (reading: Reading, index: number): boolean =>
  index > 0 &&
  !isNumber(reading, index) &&
  /^(?:nr|nummer)$/.test(wordAt(reading, index)) &&
  gapLength(reading, index) <= 2;

/** H0201: the letter of the floor and four digits. */
const isDwelling = (reading: Reading, index: number, word: string): boolean =>
  lengthOf(reading, index) === 4 &&
  gapLength(reading, index) === 0 &&
  /^[hukl]$/.test(word) &&
  /^0[1-9]\d[1-9]$/.test(digitsOf(reading, index, index + 1));

function streetStart(reading: Reading, named: number, word: string): number | null {
  const shape = reading.shape[named] as number;
  const isShort =
    /[a-zæøå]{3}v$/.test(word) &&
    shape !== LOWER &&
    isGapOnly(reading, named + 1, SPACE | DOT, 2) &&
    ((reading.gap[named + 1] as number) & DOT) !== 0;
  if (word === "v" && ((reading.gap[named + 1] as number) & DOT) === 0) return null;
  if (ALONE.test(word)) return isWeighed(reading, named) ? null : nameStart(reading, named);
  if (ROAD.test(word) && !(named > 0 && PREFIX.test(wordAt(reading, named - 1)))) return null;
  if (shape === LOWER) return SURE_STREET.test(word) ? nameStart(reading, named, 1) : null;
  if (!isShort && !STREET.test(word)) return null;
  if (/^sid(?:a|en)$/.test(word) && lengthOf(reading, named + 1) === 4) return null;
  if (word.endsWith("gt") && ((reading.bits[named] as number) & WORD) !== 0) return null;
  return isUnit(reading, named) ? null : prefixed(reading, named);
}

/** «Pasienten veg 210 kg» */
const isWeighed = (reading: Reading, named: number): boolean =>
  reading.shape[named] === LOWER &&
  named + 2 < reading.count &&
  isGapOnly(reading, named + 2, SPACE, 1) &&
  ((reading.bits[named + 2] as number) & MEASURE) !== 0;

/** The capitalised words in front of «gate», «veg» and the like. */
function nameStart(reading: Reading, named: number, fewest = 0): number | null {
  let from = named;
  while (
    from > 0 &&
    named - from < 4 &&
    isCapital(reading, from - 1) &&
    isGapOnly(reading, from, SPACE | DOT | HYPHEN, 2)
  )
    from -= 1;
  return named - from >= 1 - fewest ? from : null;
}

function prefixed(reading: Reading, named: number): number {
  let from = named;
  while (from > 0 && isGapOnly(reading, from, SPACE | DOT | HYPHEN, 2)) {
    const isTied = ((reading.gap[from] as number) & HYPHEN) !== 0 && isCapital(reading, from - 1);
    if (!isTied && !PREFIX.test(wordAt(reading, from - 1))) break;
    from -= 1;
  }
  return from;
}

const isCapital = ({shape}: Reading, index: number): boolean =>
  shape[index] === CAPITAL || shape[index] === UPPER || shape[index] === MIXED;

/** A ward or a home may be named like a street. */
function isUnit(reading: Reading, named: number): boolean {
  const own = reading.bits[named] as number;
  const before = named > 0 ? (reading.bits[named - 1] as number) : 0;
  return (own & (TERM | INSTITUTION)) !== 0 || ((before & UNIT_NOUN) !== 0 && (before & AT) === 0);
}

/** «til Hestneset 14»: a farm and its number, but «Hestnes 82 år» is somebody. */
function farmStart(reading: Reading, named: number, index: number): number | null {
  const word = wordAt(reading, named);
  if (!isCapital(reading, named) || !isFarmLike(word) || /(?:sen|son)$/.test(word) || isUnit(reading, named))
    return null;
  if (named < 1 || !isGapOnly(reading, named, SPACE, 1) || lengthOf(reading, index) > 3) return null;
  const next = index + 1;
  const isCounted =
    next < reading.count &&
    isGapOnly(reading, next, SPACE | HYPHEN, 1) &&
    ((reading.bits[next] as number) & MEASURE) !== 0;
  if (isCounted || (next < reading.count && /^år/.test(wordAt(reading, next)))) return null;
  const from = prefixed(reading, named);
  if (from < named && isRange(reading, index)) return from;
  return from > 0 && /^(?:i|til|på|frå|fra|utanfor|utenfor|mot)$/.test(wordAt(reading, from - 1)) ? from : null;
}

/** «Øvre Eidet 2-6» */
const isRange = (reading: Reading, index: number): boolean =>
  isNumber(reading, index + 1) && isGapOnly(reading, index + 1, HYPHEN, 1) && lengthOf(reading, index + 1) <= 2;

/** A farm: a capitalised word and a number after «bur på», «adresse» and the like. */
function cuedStart(reading: Reading, named: number, index: number): number | null {
  if (!isCapital(reading, named) || lengthOf(reading, index) > 3 || isUnit(reading, named)) return null;
  if (((reading.bits[named] as number) & (TERM | INSTITUTION)) !== 0) return null;
  const cue = cueBefore(reading, named);
  if (!cue?.says.has("adresse")) return null;
  let from = named;
  while (from - 1 > cue.at && isCapital(reading, from - 1) && isGapOnly(reading, from, SPACE | DOT, 2)) from -= 1;
  return from;
}

/** A letter, another number after a slash, a door. */
function withLetter(reading: Reading, index: number): number {
  let next = index + 1;
  const isLetter =
    next < reading.count &&
    lengthOf(reading, next) === 1 &&
    gapLength(reading, next) <= 1 &&
    !(isNumber(reading, next + 1) && gapLength(reading, next + 1) === 0) &&
    /[A-Ha-h]/.test(wordAt(reading, next)) &&
    (gapLength(reading, next) === 0 || reading.shape[next] === CAPITAL || endsClause(reading, next));
  if (isLetter) next += 1;
  if (isNumber(reading, next) && isGapOnly(reading, next, SLASH | HYPHEN, 1) && lengthOf(reading, next) <= 3) next += 1;
  const isDoor =
    next + 1 < reading.count &&
    isGapOnly(reading, next, SPACE | COMMA | HYPHEN, 3) &&
    (isDoorSign(reading, next) || isFloor(reading, next));
  if (!isDoor) return next;
  const letter = next + 2;
  return letter < reading.count && gapLength(reading, letter) === 0 && lengthOf(reading, letter) === 1
    ? letter + 1
    : letter;
}

const isDoorSign = (reading: Reading, index: number): boolean =>
  isNumber(reading, index + 1)
    ? isDwelling(reading, index + 1, wordAt(reading, index)) || DOOR.test(wordAt(reading, index))
    : DOOR.test(wordAt(reading, index)) && lengthOf(reading, index + 1) === 1;

/** «2. etasje» */
const isFloor = (reading: Reading, index: number): boolean =>
  isNumber(reading, index) && /^(?:etasje|etasjen|etg)$/.test(wordAt(reading, index + 1));

const endsClause = (reading: Reading, index: number): boolean =>
  index + 1 >= reading.count || ((reading.gap[index + 1] as number) & (COMMA | DOT | NEWLINE | CLOSE)) !== 0;

/** The postal code and the place, or the place alone, behind a street. */
function withPlace(reading: Reading, from: number): number {
  const isQuarter =
    from + 1 < reading.count &&
    isCapital(reading, from) &&
    isGapOnly(reading, from, SPACE, 1) &&
    isNumber(reading, from + 1) &&
    lengthOf(reading, from + 1) === 4;
  const next = isQuarter ? from + 1 : from;
  const isCode =
    isNumber(reading, next) && lengthOf(reading, next) === 4 && isGapOnly(reading, next, SPACE | COMMA | NEWLINE, 3);
  const name = isCode ? next + 1 : next;
  const marks = isCode ? SPACE : SPACE | COMMA;
  const isWritten =
    name < reading.count && (isCapital(reading, name) || (isCode && ((reading.bits[name] as number) & PLACE) !== 0));
  const isNamed = isWritten && isGapOnly(reading, name, marks, 2);
  if (
    !isCode &&
    !(isNamed && ((reading.gap[name] as number) & COMMA) !== 0 && ((reading.bits[name] as number) & PLACE) !== 0)
  )
    return next;
  if (!isNamed) return name;
  const isSuffixed = name + 1 < reading.count && lengthOf(reading, name + 1) === 1 && isCapital(reading, name + 1);
  return isSuffixed && gapLength(reading, name + 1) === 1 ? name + 2 : name + 1;
}
