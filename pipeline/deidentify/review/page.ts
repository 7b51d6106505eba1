import {createCipheriv, createHash, pbkdf2Sync, randomBytes} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {FlaggedText} from "./texts.ts";
import {calibrationWords, markableTypes, reviewWords} from "./words.ts";

/** A text to be marked: `reason` is the type of what was found there. */
export interface MarkableText {
  readonly text: string;
  readonly marks: readonly {readonly start: number; readonly end: number; readonly reason: string}[];
}

const ROUNDS = 310_000;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const CODE_LENGTH = 24;

/** One HTML file for going through texts: no network, no script but its own, and every text only ever text. */
export function reviewPage(texts: readonly FlaggedText[]): string {
  const shown = texts.map(({key, text, marks}) => ({key, text, marks}));
  return filled({mode: "review", types: [], words: reviewWords}, [["avvik-texts", shown]]);
}

/**
 * The same for original texts. They lie in the file as AES-256-GCM with a key from a code of 120 bits that is told once
 * and kept nowhere: a page that is forgotten on a disk, or copied from it, says nothing.
 */
export function calibrationPage(
  texts: readonly MarkableText[],
  population: {readonly texts: number; readonly flagged: number},
  random = randomBytes,
): {html: string; code: string} {
  const code = [...random(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  const [salt, iv] = [random(16), random(12)];
  const cipher = createCipheriv("aes-256-gcm", pbkdf2Sync(code, salt, ROUNDS, 32, "sha256"), iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(texts), "utf8"), cipher.final(), cipher.getAuthTag()]);
  const sealed = {
    rounds: ROUNDS,
    salt: salt.toString("base64"),
    iv: iv.toString("base64"),
    data: data.toString("base64"),
  };
  const html = filled({mode: "calibration", types: markableTypes, words: calibrationWords, sealed, population}, []);
  return {html, code: code.match(/.{4}/g)?.join("-") ?? code};
}

function filled(facts: unknown, more: readonly (readonly [string, unknown])[]): string {
  const part = (name: string): string => readFileSync(join(import.meta.dirname, "page", name), "utf8");
  const [style, script] = [part("page.css"), part("page.js")];
  const islands = [["avvik-facts", facts] as const, ...more].map(
    ([id, value]) => `<script type="application/json" id="${id}">${island(value)}</script>`,
  );
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  return part("page.html")
    .replace("/*avvik:style*/", () => style)
    .replace("/*avvik:script*/", () => script)
    .replace("<!--avvik:csp-->", () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace("<!--avvik:data-->", () => islands.join("\n"));
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function island(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
