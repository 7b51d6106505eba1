import {createHash} from "node:crypto";
import {encodeTable} from "../contract/arrow.ts";
import type {PageFacts} from "../contract/edition.ts";
import {type Tables, tableNames} from "../contract/tables.ts";

const DATA_MARK = "<!--avvik:data-->";
const POLICY_MARK = "<!--avvik:csp-->";
const TITLE = /<title>[^<]*<\/title>/;

/** The built page with its data and a policy that allows its own script and nothing else. Same input, same bytes. */
export function fillPage(template: string, facts: PageFacts, tables: Tables): string {
  for (const mark of [DATA_MARK, POLICY_MARK]) {
    if (template.split(mark).length !== 2) throw new Error(`page template: expected one ${mark}`);
  }
  const datagrunnlag = facts.synthetic ? "SYNTETISK" : "leveringar";
  const islands = [
    `<script type="application/json" id="avvik-facts">${jsonIsland(facts)}</script>`,
    ...tableNames.map((name) => {
      const bytes = Buffer.from(encodeTable(name, tables[name], datagrunnlag)).toString("base64");
      return `<script type="application/vnd.apache.arrow.stream;base64" id="avvik-table-${name}">${bytes}</script>`;
    }),
  ];
  return template
    .replace(TITLE, () => `<title>${escapeText(titleOf(facts))}</title>`)
    .replace(POLICY_MARK, () => `<meta http-equiv="Content-Security-Policy" content="${policyOf(template)}">`)
    .replace(DATA_MARK, () => islands.join("\n"));
}

function titleOf({audience, county, year, synthetic}: PageFacts): string {
  const name = (audience.name ?? county)[audience.language];
  return `${synthetic ? "SYNTETISK · " : ""}${name} · samhandlingsavvik ${year}`;
}

function policyOf(template: string): string {
  const hashes = [...template.matchAll(/<script(?![^>]*type="application)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return `default-src 'none'; script-src ${hashes.join(" ")}; style-src 'unsafe-inline'; font-src data:; img-src data:`;
}

function jsonIsland(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
