import type {Language} from "../../contract/edition.ts";
import {nb} from "./nb.ts";
import {nn} from "./nn.ts";
import type {TaskText} from "./task-text.ts";

export const statusTexts: Readonly<Record<Language, TaskText>> = {nn, nb};

const months = "januar februar mars april mai juni juli august september oktober november desember".split(" ");

/** `2025M04` as a person says it; months have the same names in both forms. */
export function periodWord(period: string, language: Language): string {
  const [year, kind, number] = [period.slice(0, 4), period[4], Number(period.slice(5))];
  if (kind === "M") return `${months[number - 1]} ${year}`;
  return statusTexts[language][kind === "K" ? "quarter" : "week"](number, year);
}
