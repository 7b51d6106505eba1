import type {Language} from "../../contract/edition.ts";
import {databokNb} from "./databok-nb.ts";
import {type DatabokText, databokNn} from "./databok-nn.ts";

export const databokTexts: Readonly<Record<Language, DatabokText>> = {nn: databokNn, nb: databokNb};
