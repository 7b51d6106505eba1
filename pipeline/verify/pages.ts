import type {PageFacts} from "../contract/edition.ts";
import type {Manifest} from "../contract/manifest.ts";
import type {OutputFile} from "../contract/output.ts";
import type {Edition} from "./edition.ts";

/** A page taken apart: what it knows of itself, its tables as bytes, and all that is the program's and not the data's. */
export interface PageParts {
  readonly path: string;
  readonly facts: PageFacts | null;
  readonly tables: ReadonlyMap<string, Uint8Array>;
  readonly program: string;
}

const FACTS = /(<script type="application\/json" id="avvik-facts">)([^<]*)(<\/script>\n?)/;
const TABLE =
  /(<script type="application\/vnd\.apache\.arrow\.stream;base64" id="avvik-table-)([a-z_]+)">([^<]*)<\/script>\n?/g;
const TITLE = /<title>[^<]*<\/title>/;
const POLICY = /<meta http-equiv="Content-Security-Policy" content="[^"]*">|<!--avvik:csp-->/;
const DATA_MARK = "<!--avvik:data-->";

export function readPages(files: readonly OutputFile[]): PageParts[] {
  return files
    .filter(({path}) => path.endsWith("index.html"))
    .map(({path, bytes}) => {
      const html = Buffer.from(bytes).toString("utf8");
      return {path, facts: factsIn(html), tables: tablesIn(html), program: programOf(html)};
    });
}

function factsIn(html: string): PageFacts | null {
  try {
    const facts = JSON.parse(FACTS.exec(html)?.[2] ?? "") as PageFacts;
    return typeof facts.audience.omraade === "string" && Array.isArray(facts.years) ? facts : null;
  } catch {
    return null;
  }
}

function tablesIn(html: string): Map<string, Uint8Array> {
  return new Map([...html.matchAll(TABLE)].map(([, , name = "", data = ""]) => [name, Buffer.from(data, "base64")]));
}

/** A page, or the template it was made from, without what differs from page to page. */
function programOf(html: string): string {
  return html.replace(FACTS, "").replace(TABLE, "").replace(DATA_MARK, "").replace(TITLE, "").replace(POLICY, "");
}

/** Pages that say of themselves something else than the manifest does. */
export function factFaults(name: string, manifest: Manifest, pages: readonly PageParts[]): string[] {
  return pages
    .filter(({facts}) => facts === null || !isOfEdition(facts, manifest))
    .map(({path}) => `${name}/${path}: sida seier noko anna om utgåva enn manifestet gjer.`);
}

function isOfEdition(facts: PageFacts, manifest: Manifest): boolean {
  return (
    facts.audience.edition === manifest.edition &&
    facts.year === manifest.year &&
    facts.runId === manifest.runId &&
    facts.runDate === manifest.runDate &&
    facts.threshold === manifest.threshold &&
    facts.synthetic === (manifest.datagrunnlag === "SYNTETISK")
  );
}

/** Pages that differ from the others, or from the template when it is still the same, in anything but their data. */
export function programFaults(editions: readonly Pick<Edition, "name" | "files">[], template: string): string[] {
  const pages = editions.flatMap(({name, files}) => readPages(files).map((page) => ({...page, name})));
  const own = programOf(template);
  const most = pages.some(({program}) => program === own) ? own : mostCommon(pages.map(({program}) => program));
  return pages
    .filter(({program}) => program !== most)
    .map(({name, path}) => `${name}/${path}: sida er endra utanfor tala sine.`);
}

function mostCommon(texts: readonly string[]): string {
  const times = (text: string): number => texts.filter((other) => other === text).length;
  return [...texts].sort((a, b) => times(b) - times(a))[0] ?? "";
}
