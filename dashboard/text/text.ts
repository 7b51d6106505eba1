import type {Language} from "../../pipeline/contract/edition.ts";
import {metodeNb} from "./metode-nb.ts";
import {metodeNn} from "./metode-nn.ts";
import {nb} from "./nb.ts";
import {nn} from "./nn.ts";

export type Text = typeof nn & {readonly metode: typeof metodeNn};

export const texts: Readonly<Record<Language, Text>> = {
  nn: {...nn, metode: metodeNn},
  nb: {...nb, metode: metodeNb},
};
