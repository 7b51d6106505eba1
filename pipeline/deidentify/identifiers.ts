/** A stretch of a text that names or may name somebody; offsets in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: SpanType;
}

export type SpanType =
  | "FNR"
  | "DNR"
  | "PERSON"
  | "PHONE"
  | "EMAIL"
  | "ADDRESS"
  | "DATE_OF_BIRTH"
  | "AGE_OVER_89"
  | "HPR"
  | "URL"
  | "VEHICLE"
  | "OTHER_ID";

type Recognizer = (text: string) => Span[];

const SPACE = "[ \\u00a0\\u2009\\u202f\\u200b.-]?";
const PUBLIC_NUMBERS = new Set(["110", "112", "113", "116117", "02800"]);

/** Every identifier found by rule, cue or checksum in running text; where two overlap the longer one stands. */
export function findIdentifiers(text: string): Span[] {
  return longest([...certain, ...inProse].flatMap((recognize) => recognize(text)));
}

/** The identifiers that no code or case number can be mistaken for. */
export function findCertainIdentifiers(text: string): Span[] {
  return longest(certain.flatMap((recognize) => recognize(text)));
}

/** Keeps the longest of overlapping spans, in order of place. */
export function longest(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** A pattern whose named group `id` (or whole match) is the span, when `accept` agrees. */
function byPattern(pattern: RegExp, type: SpanType | ((found: string) => SpanType | null)): Recognizer {
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const found = match.groups?.id ?? match[0];
      const kind = typeof type === "string" ? type : type(found);
      const start = match.index + match[0].indexOf(found);
      return kind === null ? [] : [{start, end: start + found.length, type: kind}];
    });
}

const elevenDigits = new RegExp(`(?<!\\d)\\d{2}${SPACE}\\d{2}${SPACE}\\d{2}${SPACE}\\d{3}${SPACE}\\d{2}(?!\\d)`, "g");
const cuedNumber =
  /(?:f\.?\s?nr|fødselsn(?:umme)?r|person(?:nummer|nr)|pnr|d-nr|d-nummer)\.?\s*:?\s*(?<id>\d[\d \u00a0.-]{3,14}\d)/giu;
const birthDateAndNumber =
  /(?:fødd?t?|f\.)[^\d\n]{0,6}\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}[ ,/-]{1,3}(?<id>\d{5})(?!\d)/giu;
const phoneNumber = /(?<![\d/-])(?:\(?(?:\+|00)\d{2}\)?[ \u00a0]?)?(?:\d[ \u00a0.]?){7}\d(?![\d/]|[.-]\d)/g;
const foreignPhone = /(?<!\d)(?:\+|00)(?!47)\d{1,3}(?:[ \u00a0-]?\d){6,12}(?!\d)/g;
const streetAddress =
  /(?<!\p{L})(?:\p{Lu}[\p{L}.-]{1,30} )?\p{Lu}[\p{L}.-]{0,30}(?:vegen|veien|gata|gaten|gate|svingen|bakken|stien|åsen|tunet|haugen|plassen)\s\d{1,4}\s?[A-Za-z]?(?!\w)/gu;
const otherAddress = /(?<!\p{L})(?:postboks\s\d{1,5}|H0[1-9]0[1-9])(?!\w)/giu;
const birthDate =
  /(?:fødd?t?|f\.)(?:\s+(?:i|den|på))?\s*:?\s*(?<id>\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})|\d{1,2}\.\s?(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\s(?:19|20)\d{2}|(?:19|20)\d{2})(?!\d)/giu;
const highAge = /(?<!\d)(?<id>9\d|1[01]\d)\s*-?\s*(?:år(?:s|ig|ing)?|åring)/giu;
const highAgeInWords = /(?<!\p{L})(?<id>nitti\p{L}{0,6}|hundre(?:og\p{L}{1,6})?)(?:\s|-)?år/giu;
const plate =
  /(?<!\w)(?:[A-ZÆØÅ]{2}[ -]?\d{2}[ ]?\d{3}|(?<=(?:bil|skilt|regnr\.?|reg\.nr\.?)\s)[a-zæøå]{2} ?\d{5})(?!\w)/g;
const cuedId =
  /(?:journaln(?:umme)?r|pasient-?id|pasientn(?:umme)?r|npr-?id|rekvisisjonsn(?:umme)?r|pass(?:n(?:umme)?r)|konton(?:umme)?r)\.?\s*:?\s*(?<id>[A-Z0-9][A-Z0-9. -]{3,18}[A-Z0-9])/giu;

/** What identifies whatever it is called; safe to look for in codes and case numbers too. */
const certain: readonly Recognizer[] = [
  byPattern(elevenDigits, (found) => nationalNumber(digitsOf(found))),
  byPattern(/(?<!\d)\d{10}(?!\d)/g, (found) => (hasPossibleDate(`0${found}`) && isMod11(`0${found}`) ? "FNR" : null)),
  byPattern(cuedNumber, "FNR"),
  byPattern(/(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\(at\)|\(a\)|\[at\])\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/giu, "EMAIL"),
];

/** What identifies in running text, where a number is not the number of a case. */
const inProse: readonly Recognizer[] = [
  byPattern(birthDateAndNumber, "FNR"),
  byPattern(/(?:DUF[^\d]{0,8})(?<id>\d[\d ]{10,14}\d)|(?<!\d)(?:19|20)\d{10}(?!\d)/giu, "OTHER_ID"),
  byPattern(/(?:https?:\/\/|www\.|\\\\[\w.-]+\\)[^\s<>"]{1,500}|(?<!\w)[A-Z]:\\[^\s<>"]{1,300}/giu, "URL"),
  byPattern(/HPR[^\d]{0,12}(?<id>\d[\d ]{4,9}\d)/giu, "HPR"),
  byPattern(phoneNumber, phone),
  byPattern(foreignPhone, "PHONE"),
  byPattern(plate, "VEHICLE"),
  byPattern(streetAddress, "ADDRESS"),
  byPattern(otherAddress, "ADDRESS"),
  byPattern(birthDate, "DATE_OF_BIRTH"),
  byPattern(highAge, "AGE_OVER_89"),
  byPattern(highAgeInWords, "AGE_OVER_89"),
  byPattern(cuedId, (found) => (/\d/.test(found) ? "OTHER_ID" : null)),
];

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** Eleven digits: a possible date or a valid check digit is enough; a mistyped check digit still identifies. */
function nationalNumber(digits: string): SpanType | null {
  if (hasPossibleDate(digits)) return Number(digits[0]) >= 4 ? "DNR" : "FNR";
  return isMod11(digits) ? "OTHER_ID" : null;
}

/** D-numbers add 40 to the day; test and help numbers add 40, 65 or 80 to the month. */
function hasPossibleDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const plainDay = day > 40 ? day - 40 : day;
  const plainMonth = [80, 65, 40, 0].map((offset) => month - offset).find((candidate) => candidate >= 1) ?? 0;
  return plainDay >= 1 && plainDay <= 31 && plainMonth <= 12 && plainMonth >= 1;
}

/** Both check digits by modulus 11; from 2032 the first may leave a remainder of 0–3. */
function isMod11(digits: string): boolean {
  const at = [...digits].map(Number);
  const sum = (weights: readonly number[]): number =>
    weights.reduce((total, weight, index) => total + weight * (at[index] ?? 0), 0);
  const first = sum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11;
  const second = sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11;
  return first <= 3 && second === 0;
}

function phone(found: string): SpanType | null {
  const digits = digitsOf(found);
  if (PUBLIC_NUMBERS.has(digits)) return null;
  const local = digits.slice(-8);
  const looksLikeDate = /^(?:\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d{2}(?: \d{0,4})?|(?:19|20)\d{2}-\d{2}-\d{2})$/;
  return !looksLikeDate.test(found.trim()) && /^[2-9]/.test(local) && digits.length <= 12 ? "PHONE" : null;
}
