import {verdictSentence, verdictWord, verknadTexts} from "../../dashboard/findings/verknad.ts";
import {date} from "../../dashboard/text/dates.ts";
import type {Language, PageFacts} from "../contract/edition.ts";
import type {Followed} from "../contract/loop.ts";
import type {Tables} from "../contract/tables.ts";
import {takkNb} from "./text/takk-nb.ts";
import {takkNn} from "./text/takk-nn.ts";
import type {TakkText} from "./text/takk-text.ts";
import {categoryName, committee, committeeFor, type View, viewOf} from "./view.ts";

/** A short letter: a title, and paragraphs of which some are headings. */
export interface Letter {
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  readonly lines: readonly {readonly text: string; readonly heading?: true}[];
  readonly mark: string | null;
}

const takkTexts: Readonly<Record<Language, TakkText>> = {nn: takkNn, nb: takkNb};

/**
 * One thank-you for each category with a decision, to those who reported: what was decided, when it is looked at again,
 * and what came of it. No case, no count of reports, and no text of the committee's that may point at somebody.
 */
export function takkLetters(tables: Tables, facts: PageFacts): Letter[] {
  const {loop, audience} = facts;
  if (audience.edition === "open") return [];
  const decided = [...loop.fresh, ...loop.followed].filter((one) => one.audience === audience.id);
  const categories = [...new Set(decided.flatMap(({kategori}) => (kategori === null ? [] : [kategori])))].sort();
  const languages: readonly Language[] = audience.languageLocked ? [audience.language] : ["nn", "nb"];
  return categories.flatMap((kategori) =>
    languages.map((language) => {
      const view = {...viewOf(tables, facts), language};
      const own = decided.filter((one) => one.kategori === kategori);
      return letter(view, kategori, own);
    }),
  );
}

function letter(view: View, kategori: string, decided: readonly Followed[]): Letter {
  const {language, facts} = view;
  const t = takkTexts[language];
  const subject = categoryName(view, kategori);
  return {
    name: `${kategori}-${language}`,
    language,
    title: t.title(subject),
    mark: facts.synthetic ? t.synthetic : null,
    lines: [
      {text: t.greeting},
      ...decided.flatMap((one) => [...decisionLines(view, one, subject), ...outcomeLines(view, one)]),
      {text: t.more},
      {text: t.noCases},
      {text: t.sender(committee(view, "sekretariat"), date(facts.runDate))},
    ],
  };
}

function decisionLines(view: View, one: Followed, subject: string): Letter["lines"] {
  const {language} = view;
  const t = takkTexts[language];
  const decider = one.committee[language];
  const {goal, measure} = one.told;
  const tries = one.type === "prioriter";
  const isNew = one.year === view.facts.year;
  return [
    {text: t.decided(date(one.decided)), heading: true},
    {text: t.looked(decider, subject)},
    {text: t.types[one.type](decider, committeeFor(view, one.kategori ?? ""))},
    ...(tries && goal !== "" ? [{text: t.goal(ended(afterColon(goal)))}] : []),
    ...(tries && measure !== "" ? [{text: t.measure(measure.replace(" / ", " av alle "))}] : []),
    ...(isNew && tries && one.testDate !== null ? [{text: t.firstTest(date(one.testDate))}] : []),
    ...(isNew ? [{text: one.due === null ? t.checkedNext : t.checked(date(one.due))}] : []),
  ];
}

function outcomeLines(view: View, one: Followed): Letter["lines"] {
  const {language} = view;
  const t = takkTexts[language];
  const verdict = verdictWord(one, language);
  if (one.year === view.facts.year || (one.type === "ikkje_no" && !one.closed)) return [];
  const open = one.type === "prioriter" ? t.goesOn : t.stillOpen;
  const status = one.closed ? t.closed : open;
  if (verdict === null) return [{text: t.outcome, heading: true}, {text: status}];
  const isKnown = one.status !== "ukjend" && one.status !== "ikkje";
  return [
    {text: t.outcome, heading: true},
    ...(isKnown ? [{text: t.status(verknadTexts[language].statuses[one.status])}] : []),
    {text: `${t.verdict(verdict.toLocaleLowerCase("nb"))} ${verdictSentence(one, language)}`},
    {text: one.closed || one.due === null ? status : `${status} ${t.checkedNext}`},
  ];
}

/** What is no sentence of its own begins small after a colon; an abbreviation stays as it is. */
const afterColon = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase("nb") + text.slice(1) : text;

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The letter as plain text with Windows line ends, so that it can be pasted into an e-mail or an answer. */
export function letterText({title, lines, mark}: Letter): Uint8Array {
  const all = [...(mark === null ? [] : [mark]), title, ...lines.map(({text}) => text)];
  return Buffer.from(`\ufeff${all.join("\r\n\r\n")}\r\n`, "utf8");
}
