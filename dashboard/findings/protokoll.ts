import type {EarlierDecision} from "../../pipeline/contract/decisions.ts";
import {sides} from "../../pipeline/contract/meeting-fields.ts";
import {fieldValue, type Meeting, numberOf, subjectsOf, textOf} from "../meeting/meeting.ts";
import {candidateSubject, decisionMissing, decisionOf, isCardSaved, pdsaSubject} from "../meeting/rules.ts";
import {date} from "../text/dates.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {audienceName, type View} from "../view.ts";
import {candidateName, candidatesOf, isInput, ownerOf} from "./kandidatane.ts";
import {earlierName, followUpOf, followUpSubject, meetingDay} from "./sidan.ts";

type Heads = Pick<Meeting, "heads">;

/** One decision as it stands in the minutes: what was decided, then the sentences that make it binding. */
interface MinuteDecision {
  readonly id: string;
  readonly lead: string;
  readonly sentences: readonly string[];
  /** False while something the decision needs is not written. */
  readonly complete: boolean;
}

/** The minutes of a meeting, the answers to those who reported, and where each case goes. */
export interface Minutes {
  readonly title: string;
  readonly committee: string;
  readonly date: string;
  readonly present: string;
  /** What was done with each decision from last time. */
  readonly followUps: readonly string[];
  readonly decisions: readonly MinuteDecision[];
  readonly disagreements: readonly string[];
  readonly absent: string;
  readonly replies: readonly string[];
  readonly routes: readonly string[];
  readonly evidence: string;
}

export function minutesOf(view: View, meeting: Heads): Minutes {
  const t = texts[view.language].moete.vedtak;
  const decided = decidedOf(view, meeting);
  return {
    title: t.caseTitle(textOf(meeting, "moete", "sak")),
    committee: audienceName(view.facts, view.language),
    date: date(meetingDay(view, meeting)),
    present: presentLine(view, meeting),
    followUps: view.facts.earlier.flatMap((earlier) => followUpLine(view, meeting, earlier)),
    decisions: decided.map((id) => minuteDecision(view, meeting, id)),
    disagreements: decided.flatMap((id) => {
      const text = textOf(meeting, candidateSubject(id), "usemje");
      return text === "" ? [] : [t.disagreement(sentence(text))];
    }),
    absent: textOf(meeting, "moete", "fraavaer"),
    replies: decided.map((id) => replyFor(view, meeting, id)),
    routes: decided.flatMap((id) => routeOf(view, meeting, id)),
    evidence: t.evidence(view.facts.runId),
  };
}

/** What is decided: on the candidates of this page, and then on those of the page that the meeting was held with. */
export function decidedOf(view: View, meeting: Heads): string[] {
  const here = candidatesOf(view, meeting);
  const before = subjectsOf(meeting, "kandidat").filter((id) => !here.includes(id) && !isInput(id));
  return [...here, ...before].filter((id) => decisionOf(meeting, id) !== null);
}

function followUpLine(view: View, meeting: Heads, earlier: EarlierDecision): string[] {
  const t = texts[view.language].moete;
  const answer = followUpOf(meeting, earlier);
  if (answer === null) return [];
  const note = textOf(meeting, followUpSubject(earlier), "merknad");
  return [
    [
      t.vedtak.followUp(earlierName(view, earlier), earlier.year, t.sidan.followUps[answer].toLocaleLowerCase("nb")),
      upperFirst(sentence(note)),
    ]
      .filter(Boolean)
      .join(" "),
  ];
}

function presentLine(view: View, meeting: Heads): string {
  const t = texts[view.language].moete.vedtak;
  const parts = sides.flatMap((side) => {
    const n = numberOf(meeting, "moete", `til_stades_${side}`) ?? 0;
    return n === 0 ? [] : [t.presentPart(n, t.presentSides[side])];
  });
  return parts.length === 0 ? "" : t.presentLine(parts);
}

function minuteDecision(view: View, meeting: Heads, id: string): MinuteDecision {
  const t = texts[view.language].moete.vedtak;
  const type = decisionOf(meeting, id) ?? "ikkje_no";
  const name = candidateName(view, meeting, id);
  const owner = ownerOf(view, id);
  const lead = type === "fsu" ? t.fsu(name, owner ?? "FSU") : t[type](name);
  const isCardReady = type !== "prioriter" || isCardSaved(meeting, id, meetingDay(view, meeting));
  const complete = decisionMissing(meeting, id, owner === null).length === 0 && isCardReady;
  return {
    id,
    lead,
    sentences: type === "prioriter" ? cardSentences(view, meeting, id) : reasonSentences(view, meeting, id),
    complete,
  };
}

function reasonSentences(view: View, meeting: Heads, id: string): string[] {
  const t = texts[view.language].moete.vedtak;
  const read = (field: string) => textOf(meeting, candidateSubject(id), field);
  const knows = decisionOf(meeting, id) === "kunnskap" && read("kven") !== "" && read("frist") !== "";
  return [sentence(read("grunn")), knows ? t.kunnskapWho(upperFirst(read("kven")), date(read("frist"))) : ""].filter(
    Boolean,
  );
}

function cardSentences(view: View, meeting: Heads, id: string): string[] {
  const {vedtak: t, frequencies} = texts[view.language].moete;
  const read = (field: string) => textOf(meeting, pdsaSubject(id), field);
  const day = (field: string) => (read(field) === "" ? "" : date(read(field)));
  const guess = numberOf(meeting, pdsaSubject(id), "spaadom_tal");
  const often = fieldValue(meeting, pdsaSubject(id), "ofte") as keyof typeof frequencies | null;
  return [
    sentence(read("maal")),
    read("proeve") && t.test(sentence(read("proeve")), day("proeve_dato")),
    read("eigar_sjukehus") && read("eigar_kommune") && t.owners(read("eigar_sjukehus"), read("eigar_kommune")),
    read("spaadom") && guess !== null && t.prediction(bare(read("spaadom")), `${number(guess)}\u00a0%`),
    read("teljar") && often && t.measure(read("teljar"), read("nemnar"), frequencies[often], read("kjelde")),
    day("vurdering") && t.review(day("vurdering")),
    read("kostnad") && t.money(bare(read("kostnad")), read("betalar")),
    fieldValue(meeting, candidateSubject(id), "via_ssu") === true && t.viaSsu,
  ].filter((text): text is string => typeof text === "string" && text !== "");
}

/** Thanks to those who reported: what was decided and when it is looked at, and nothing of any case. */
function replyFor(view: View, meeting: Heads, id: string): string {
  const t = texts[view.language].moete.vedtak.reply;
  const type = decisionOf(meeting, id) ?? "ikkje_no";
  const card = (field: string) => textOf(meeting, pdsaSubject(id), field);
  const deadline = textOf(meeting, candidateSubject(id), "frist");
  const review = card("vurdering");
  const said = {
    prioriter:
      card("proeve") === "" ? t.prioritised : t.prioriter(sentence(card("proeve")), review === "" ? "" : date(review)),
    fsu: t.fsu(ownerOf(view, id) ?? "FSU"),
    ssu: t.ssu,
    kunnskap: t.kunnskap(deadline === "" ? "…" : date(deadline)),
    ikkje_no: t.ikkje_no,
  };
  return `${t.thanks(candidateName(view, meeting, id))} ${said[type]}`;
}

function routeOf(view: View, meeting: Heads, id: string): string[] {
  const t = texts[view.language].moete.vedtak;
  const name = candidateName(view, meeting, id);
  const type = decisionOf(meeting, id);
  const costs = type === "prioriter" && textOf(meeting, pdsaSubject(id), "kostnad") !== "";
  const passes =
    type === "fsu" || (type === "prioriter" && fieldValue(meeting, candidateSubject(id), "via_ssu") === true);
  if (type === "ssu" || (costs && !passes)) return [t.routeSsu(name)];
  return passes ? [t.routeTo(name, ownerOf(view, id) ?? "FSU")] : [];
}

/** The minutes as plain text, for the clipboard. */
export function minutesText(view: View, minutes: Minutes): string {
  const t = texts[view.language].moete.vedtak;
  const {title, committee, present, followUps, decisions, disagreements, absent, replies, routes, evidence} = minutes;
  const numbered = decisions.map(({lead, sentences}, index) => `${index + 1}. ${[lead, ...sentences].join(" ")}`);
  return [
    ...(view.facts.synthetic ? [texts[view.language].synthetic] : []),
    title,
    `${committee}, ${minutes.date}`,
    ...(present === "" ? [] : [present]),
    "",
    ...followUps,
    ...numbered,
    ...disagreements,
    "",
    t.replies,
    ...replies,
    "",
    t.route,
    ...(routes.length > 0 ? routes : [t.routeNone]),
    ...(absent === "" ? [] : ["", t.absent, absent]),
    "",
    evidence,
  ].join("\n");
}

function sentence(text: string): string {
  return text === "" || /[.!?…]$/.test(text) ? text : `${text}.`;
}

function bare(text: string): string {
  return text.replace(/[.!?…]+$/, "");
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase("nb") + text.slice(1);
}
