import {expect, it} from "vitest";
import {exampleLsu, exampleOpen, exampleSsu} from "../../../dashboard/examples/published.ts";
import {report} from "../../../pipeline/report/report.ts";
import {contentsOf} from "../../../pipeline/verify/carriers/carriers.ts";

it("writes the county's documents for SSU in its folder, and two pages for an LSU", {timeout: 90_000}, async () => {
  const {tables, facts} = exampleSsu();
  const files = await report(tables, [facts, exampleLsu().facts]);
  expect(files.map(({path}) => path)).toEqual([
    "ssu/SYNTETISK-samhandlingsavvik-2025.docx",
    "ssu/SYNTETISK-samhandlingsavvik-2025.pdf",
    "ssu/SYNTETISK-samhandlingsavvik-2025.html",
    "ssu/SYNTETISK-lysark-ssu-2025.pptx",
    "ssu/SYNTETISK-databok-2025.xlsx",
    "lsu-molde/SYNTETISK-moetegrunnlag-lsu-molde-2025.docx",
    "lsu-molde/SYNTETISK-moetegrunnlag-lsu-molde-2025.pdf",
  ]);
});

it("writes the open edition at the top, without the mark when the numbers are real", {timeout: 90_000}, async () => {
  const {tables, facts} = exampleOpen();
  const files = await report(tables, [{...facts, synthetic: false}]);
  expect(files.map(({path}) => path)).toEqual([
    "samhandlingsavvik-2025.docx",
    "samhandlingsavvik-2025.pdf",
    "samhandlingsavvik-2025.html",
    "databok-2025.xlsx",
  ]);
  for (const {path, bytes} of files) {
    const texts = contentsOf(path, bytes).carried.map(({text}) => text);
    expect(texts.join("\n"), path).not.toContain("SYNTETISK");
  }
});
