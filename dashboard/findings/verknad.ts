import type {Language} from "../../pipeline/contract/edition.ts";
import {type DecisionEffect, type Followed, statusShape} from "../../pipeline/contract/loop.ts";
import type {TiltakStatus} from "../../pipeline/contract/meeting-fields.ts";
import {percent} from "../text/numbers.ts";
import type {VerknadText} from "../text/verknad.ts";
import {verknadNb} from "../text/verknad-nb.ts";
import {verknadNn} from "../text/verknad-nn.ts";

export const verknadTexts: Readonly<Record<Language, VerknadText>> = {nn: verknadNn, nb: verknadNb};

/** `◑ under arbeid`: a shape and a word, so that nothing rests on colour. */
export function statusWords(status: TiltakStatus, language: Language): string {
  return `${statusShape[status]} ${verknadTexts[language].statuses[status]}`;
}

/** `frå 55 % til 80 %`; empty when the level on one side is not shown. */
export function changeWords({series}: Pick<Followed, "series">, language: Language): string {
  const [before, after] = [series?.before, series?.after].map((level) =>
    level && level.nemnar > 0 ? percent(level.teljar / level.nemnar) : null,
  );
  return before && after ? verknadTexts[language].fromTo(before, after) : "";
}

/** The verdict in one word or two; null for a decision that tried nothing. */
export function verdictWord({effect}: Pick<Followed, "effect">, language: Language): string | null {
  return effect === null ? null : verknadTexts[language].verdicts[effect.verdict];
}

/** Why the verdict is what it is: the change, or what keeps it from being judged. */
export function verdictSentence(followed: Pick<Followed, "effect" | "series">, language: Language): string {
  return followed.effect === null ? "" : sentenceOf(followed.effect, changeWords(followed, language), language);
}

/** As `verdictSentence`, and all a committee must know of besides: breaks, corrections, and that nobody has told. */
export function verdictReason(followed: Pick<Followed, "effect" | "series" | "status">, language: Language): string {
  const {effect, series, status} = followed;
  if (effect === null) return "";
  const t = verknadTexts[language];
  const told = verdictSentence(followed, language);
  return [
    ...(told === "" ? [] : [told]),
    ...(status === "ukjend" ? [t.untold] : []),
    ...(effect.breaks.length > 0 ? [t.breaks(effect.breaks.map((name) => name[language]).join(", "))] : []),
    ...(effect.cutByBreak > 0 && effect.reason !== "brot" ? [t.cut] : []),
    ...(series !== null && series.rebased.length > 0 ? [`${t.rebased} ${series.rebased.join("; ")}.`] : []),
  ].join(" ");
}

function sentenceOf({verdict, reason}: DecisionEffect, change: string, language: Language): string {
  const t = verknadTexts[language];
  if (reason !== null && (verdict === "kan_ikkje_avgjerast" || change === "")) return t.reasons[reason](change);
  return change === "" ? "" : t.shown[verdict](change);
}

/** What the count of reports says beside it; empty where no category is counted. */
export function reportsSentence({reports}: Pick<Followed, "reports">, language: Language): string {
  if (reports === null) return "";
  const t = verknadTexts[language].reports;
  if (reports.reason === "skjult") return t.skjult;
  return reports.verdict === "endring" ? t.endring : t.kan_ikkje_avgjerast;
}

/** `april 2025`, `2. kv. 2025`, `veke 14 2025`. */
export function periodWords(period: string, language: Language): string {
  const t = verknadTexts[language];
  const [year, kind, number] = [period.slice(0, 4), period[4], Number(period.slice(5))];
  if (kind === "M") return `${t.months[number - 1]} ${year}`;
  return kind === "K" ? t.quarter(number, year) : t.week(number, year);
}
