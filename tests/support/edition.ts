import {noConclusions} from "../../pipeline/contract/conclusions.ts";
import type {EditionName, PageFacts} from "../../pipeline/contract/edition.ts";
import {noLoop} from "../../pipeline/contract/loop.ts";
import type {OutputFile} from "../../pipeline/contract/output.ts";
import type {Tables} from "../../pipeline/contract/tables.ts";
import {publish} from "../../pipeline/publish/publish.ts";
import type {EditionFolder} from "../../pipeline/publish/write-edition.ts";

/** A page as vite builds it, cut down to the places that publish fills. */
export const template = [
  '<!doctype html><html lang="nn"><head><title>avvik</title><!--avvik:csp-->',
  "<script type=\"module\">document.body.append('$& $1');</script></head>",
  "<body><!--avvik:data--></body></html>",
].join("\n");

export function pageFacts(changes: Partial<PageFacts> = {}): PageFacts {
  return {
    audience: {id: "open", edition: "open", name: null, omraade: "fylke", language: "nn", languageLocked: false},
    year: 2025,
    years: [2025],
    threshold: 5,
    runId: "2025-0123abcd",
    runDate: "2026-02-15",
    cutOff: "2025-12-31",
    synthetic: true,
    county: {nn: "Helsefellesskapet Prøvefylket", nb: "Helsefellesskapet Prøvefylket"},
    trust: {nn: "Prøve HF", nb: "Prøve HF"},
    trustShort: "PHF",
    deadlineDays: 28,
    assumptions: [],
    patientGroups: [],
    weights: null,
    courses: [],
    conclusions: noConclusions,
    earlier: [],
    loop: noLoop,
    ...changes,
  };
}

/** An edition made from tables, ready to be written; `more` are files beside the page and the tables. */
export function editionOf(
  name: EditionName,
  tables: Tables,
  {facts = pageFacts(), more = []}: {facts?: PageFacts; more?: readonly OutputFile[]} = {},
): EditionFolder {
  const {year, runId, runDate, threshold} = facts;
  const manifest = {
    format: 1 as const,
    edition: name,
    year,
    runId,
    runDate,
    datagrunnlag: "SYNTETISK" as const,
    threshold,
    program: "proeve",
    inputs: [],
    registers: [],
    layouts: [],
  };
  return {name, manifest, files: [...publish(tables, {template, facts: [facts]}), ...more]};
}
