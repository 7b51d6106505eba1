import {AT, IN, NEAR, PERSON, PLACE, RARE, TRADE} from "./lexicon.ts";
import {lengthOf, type Reading, wordAt} from "./reading.ts";
import {DOT, LOWER, NEWLINE, NUMBER, SPACE, STOP} from "./tokens.ts";

const ONLY = /^(?:eneste|einaste|einast|enast|enslege)$/;
const MOST = /^(?:eldst|eldste|yngst|yngste|lengst|størst|største|første|unik|unike)$/;
const SEVERAL = /^(?:tvilling|trilling|firling|femling)/;
const KNOWN =
  /^(?:kjend|kjent|kjende|kjente|kjendis|velkjent|velkjend|profilert|omtala|omtalt|omtalte|medieomtalt|media|avis|avisa|avisen|lokalavis|nyhende|nyheter|nyheitene|nyhetene|nrk|tv|vg|dagblad|facebook|aftenposten|sunnmørsposten)/;
const UNIQUE =
  /^(?:ordførar|ordfører|varaordf|prest|biskop|prost|soknepr|sognepr|lensmann|politimeister|distriktsleg|distriktslækjar|kommuneoverleg|stortings|brannsjef|fyrvakt|fyrvokt)/;
const FEW = /^(?:berre|bare|kun)$/;
const COUNT = /^(?:ein|éin|en|én|ei|to|tre|fire|fem|nokre|noen|få|[1-5])$/;
const OF_PLACE = /^(?:fylkets|landets|noregs|norges|kommunens|bygdas|bygdens|øyas|øyens|byens)$/;
/** What there can be only one of without a person being meant. */
const THING =
  /^(?:avvik|gong|gang|plass|seng|ledig|melding|tilbod|tilbud|måte|grunn|årsak|problem|dag|stad|sted|bil|ambulanse|medisin|dokument|informasjon|løysing|løsning|moglegheit|mulighet|alternativ|kontakt|epikrise|utstyr|lista|liste)/;

const isOfThing = (reading: Reading, index: number): boolean =>
  index + 1 < reading.count && THING.test(wordAt(reading, index + 1));

const SELDOM = /^(?:sjeldan|sjelden|sjeldne|sjeldent)$/;
const ILLNESS =
  /(?:sjukdom|sykdom|syndrom|lidelse)|^(?:diagnose|diagnosa|diagnosen|syndrom|tilstand|lidelse|liding|kreftform|mutasjon|tilfelle|arveleg|arvelig|genfeil)/;
const EVENT =
  /(?:ulykk|ulukk|drap|drepte|drept|kniv|skoten|skutt|brann|ras$|raset|skred|forlis|bussulykk|trafikkulykk|helikopterulykk|drukning|gassulykk|eksplosjon|terror|rettssak|straffesak)/;
const FAME =
  /^(?:artist|toppidrett|eliteserie|olympia|rikskj|landskj|programlei|influ[ea]ns[ea]r|bloggar|blogger|youtub|popstj|stortings|drapsdøm|drapssik|terrorist|verdsmeister|verdensmester|olympisk|landslag|storting(?:s|et)|rikspolitik|fotballspelar|fotballspiller|skodespelar|skuespiller|forfattar|forfatter|lottovinnar)/;
/** What became of those who were there. */
const OUTCOME = /^(?:overlev|omkom|mista|mistet|døydde|døde|drepen|drept|skada|skadet|skadd|redda|reddet)/;
const SOMEBODY = /^(?:han|ho|hun|ham|henne|kvinna|kvinnen|mannen)$/;
const KIN =
  /^(?:familien|kvinna|kvinnen|mannen|personen|pasienten|barnet|bebuaren|brukaren|innbyggjaren|legen|eleven|guten|jenta|gutten)$/;

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

function isRare(reading: Reading, index: number, sentence: Sentence): boolean {
  const word = wordAt(reading, index);
  const bits = reading.bits[index] as number;
  const isLocal = (sentence.all & (PLACE | NEAR)) !== 0;
  if (ONLY.test(word))
    return (
      !isOfThing(reading, index) &&
      ((isLocal && (sentence.all & PERSON) !== 0) ||
        (sentence.all & TRADE) !== 0 ||
        some(reading, sentence, KIN) ||
        isLocatedAfter(reading, index) ||
        some(reading, sentence, ILLNESS))
    );
  if (MOST.test(word) && index > 0 && OF_PLACE.test(wordAt(reading, index - 1))) return true;
  if (MOST.test(word))
    return (
      isLocatedAfter(reading, index) &&
      (sentence.all & PERSON || some(reading, sentence, KIN) || /^(?:eldst|yngst)/.test(word)) !== 0
    );
  if (SEVERAL.test(word)) return isLocal || isLocatedAfter(reading, index);
  if (SELDOM.test(word)) return some(reading, sentence, ILLNESS);
  if (FAME.test(word)) return true;
  const isOfSomebody = (sentence.all & PERSON) !== 0 || some(reading, sentence, SOMEBODY);
  if (EVENT.test(word)) return isOfSomebody && (isLocal || some(reading, sentence, OUTCOME));
  if (FEW.test(word)) return isFew(reading, index, sentence);
  if (/^kj[ea]n[td]/.test(word) && index + 1 < reading.count && (reading.bits[index + 1] as number) & TRADE)
    return true;
  if (KNOWN.test(word))
    return (
      some(
        reading,
        sentence,
        /^(?:avis|lokalavis|media|nrk|tv|nyh|vg$|sak|saka|saken|dagblad|sunnmørsposten|bygda|facebook)/,
      ) &&
      ((sentence.all & NEAR) !== 0 || isOfSomebody)
    );
  if (UNIQUE.test(word) && index > 0 && /^(?:er|var)$/.test(wordAt(reading, index - 1))) return isOfSomebody;
  if (UNIQUE.test(word) && isOfFamily(reading, index + 1)) return true;
  if (UNIQUE.test(word) && isLocal && some(reading, sentence, SOMEBODY)) return true;
  return (bits & TRADE) !== 0 && isLocatedAfter(reading, index);
}

/** «ordføraren si kone», «prestens mor» */
function isOfFamily(reading: Reading, index: number): boolean {
  const at = index < reading.count && /^(?:si|sin|sitt|sine)$/.test(wordAt(reading, index)) ? index + 1 : index;
  return at < reading.count && ((reading.bits[at] as number) & PERSON) !== 0;
}

/** «berre to i landet har det», «bare én familie». */
function isFew(reading: Reading, index: number, sentence: Sentence): boolean {
  if (index + 2 >= reading.count || !COUNT.test(wordAt(reading, index + 1))) return false;
  if (/^(?:familie|slekt|tilfelle|person|menneske)/.test(wordAt(reading, index + 2))) return true;
  return isLocatedAfter(reading, index) && some(reading, sentence, /^(?:har|ha)$|sjukdom|sykdom|diagnose|syndrom/);
}

/** «i Ørsta», «på Smøla», «i bygda», «i kommunen» within three words behind. */
function isLocatedAfter(reading: Reading, index: number): boolean {
  for (let at = index + 1; at < Math.min(index + 6, reading.count); at += 1) {
    if (isBreak(reading, at)) return false;
    if (!((reading.bits[at] as number) & (IN | AT)) || reading.shape[at] !== LOWER || at + 1 >= reading.count) continue;
    for (const next of [at + 1, at + 2]) {
      if (next < reading.count && (reading.bits[next] as number) & (PLACE | NEAR)) return true;
    }
  }
  return false;
}
