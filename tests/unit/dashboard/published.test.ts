import {parseHTML} from "linkedom";
import {expect, it} from "vitest";
import {exampleLsu} from "../../../dashboard/examples/published.ts";
import {readPublished} from "../../../dashboard/published.ts";
import {encodeTable} from "../../../pipeline/contract/arrow.ts";
import {tableNames} from "../../../pipeline/contract/tables.ts";

const {facts, tables} = exampleLsu();

function page(change: (islands: string[]) => string[] = (islands) => islands): Document {
  const islands = [
    `<script type="application/json" id="avvik-facts">${JSON.stringify(facts)}</script>`,
    ...tableNames.map((name) => {
      const base64 = Buffer.from(encodeTable(name, tables[name] as never)).toString("base64");
      return `<script type="application/vnd.apache.arrow.stream;base64" id="avvik-table-${name}">${base64}</script>`;
    }),
  ];
  const html = `<!doctype html><html><body>${change(islands).join("")}</body></html>`;
  return parseHTML(html).document as unknown as Document;
}

it("reads back what was published", () => {
  const published = readPublished(page());
  expect(published?.facts).toEqual(facts);
  expect(published?.tables.melding_per_kommune).toEqual(tables.melding_per_kommune);
  expect(published?.tables.omraade).toEqual(tables.omraade);
});

it.each<[string, (islands: string[]) => string[]]>([
  ["nothing", () => []],
  ["no facts", (islands) => islands.slice(1)],
  ["a table too few", (islands) => islands.slice(0, -1)],
  ["facts cut off", ([, ...islands]) => ['<script id="avvik-facts">{"year":</script>', ...islands]],
])("gives nothing for a page with %s", (_name, change) => {
  expect(readPublished(page(change))).toBeNull();
});
