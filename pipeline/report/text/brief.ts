import type {Language} from "../../contract/edition.ts";
import {briefNb} from "./brief-nb.ts";
import {type BriefText, briefNn} from "./brief-nn.ts";

export const briefTexts: Readonly<Record<Language, BriefText>> = {nn: briefNn, nb: briefNb};
