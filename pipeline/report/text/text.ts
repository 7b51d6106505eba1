import type {Language} from "../../contract/edition.ts";
import {nb} from "./nb.ts";
import {nn, type ReportText} from "./nn.ts";

export const reportTexts: Readonly<Record<Language, ReportText>> = {nn, nb};
