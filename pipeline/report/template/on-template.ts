import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import type {Language} from "../../contract/edition.ts";
import {mergedLists} from "./numbering.ts";
import {type BandPart, bands, type Place, places, type Template} from "./read-template.ts";
import {mergedStyles} from "./styles.ts";
import {bandParts, pictureTypes} from "./write-template.ts";
import {all, child, type Element, element, elements, parseXml, writeXml} from "./xml.ts";

const STYLED = /(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)(?=")/g;
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const tags: Readonly<Record<Language, string>> = {nn: "nn-NO", nb: "nb-NO"};

/** A document on the organisation's own letterhead: its styles, theme, lists, page, heads and feet; the words stay. */
export function onTemplate(bytes: Uint8Array, template: Template, language: Language): Uint8Array {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(bytes)));
  const read = (path: string): string => strFromU8(parts.get(path) ?? new Uint8Array());
  const write = (path: string, text: string): void => void parts.set(path, strToU8(text));
  const root = (path: string): Element => parseXml(read(path)) ?? element("none");
  const worded = [...parts.keys()].filter((path) =>
    /^word\/(?:document|footnotes|endnotes|header\d+|footer\d+)\.xml$/.test(path),
  );
  const used = new Set(worded.flatMap((path) => [...read(path).matchAll(STYLED)].map(([, , id = ""]) => id)));

  const lists = mergedLists(root("word/numbering.xml"), template.styles, template.numbering);
  const own = root("word/styles.xml");
  const {root: styles, ids} = mergedStyles({own, template: lists.styles, used, language: tags[language]});
  for (const path of worded)
    write(
      path,
      read(path).replace(STYLED, (_whole, start: string, id: string) => `${start}${ids.get(id) ?? id}`),
    );
  write("word/styles.xml", writeXml(styles));
  write("word/numbering.xml", writeXml(lists.numbering));
  if (template.theme !== null) write("word/theme/theme1.xml", writeXml(template.theme));
  if (template.evenAndOdd)
    write(
      "word/settings.xml",
      read("word/settings.xml").replace(/<w:evenAndOddHeaders[^>]*>/, "<w:evenAndOddHeaders/>"),
    );

  const dressed = bandsOn(template, {header: root("word/header1.xml"), footer: root("word/footer1.xml")});
  for (const {path, part} of dressed)
    for (const [name, content] of bandParts(path, part))
      parts.set(name, typeof content === "string" ? strToU8(content) : content);
  for (const path of ["header", "footer"].flatMap((band) => [`word/${band}1.xml`, `word/_rels/${band}1.xml.rels`]))
    parts.delete(path);
  write("word/document.xml", withSection(read("word/document.xml"), template, dressed));
  write("word/_rels/document.xml.rels", withRelations(read("word/_rels/document.xml.rels"), dressed));
  write("[Content_Types].xml", withTypes(read("[Content_Types].xml"), dressed));
  return zipSync(Object.fromEntries(parts));
}

interface Dressed {
  readonly id: string;
  readonly band: (typeof bands)[number];
  readonly place: Place;
  readonly path: string;
  readonly part: BandPart;
}

type OwnBands = Readonly<Record<(typeof bands)[number], Element>>;

/** The run and the mark stand on every page, so every kind of page gets the letterhead's lines and the document's. */
function bandsOn(template: Template, own: OwnBands): Dressed[] {
  const hasFirst = template.page.some(({name}) => name === "w:titlePg");
  const shown = places.filter((place) => place === "default" || (place === "first" ? hasFirst : template.evenAndOdd));
  return shown.flatMap((place) => {
    const isCounted = bands.some((band) => hasPageNumber(template.bands[band][place]?.root));
    return bands.map((band) => {
      const theirs = template.bands[band][place];
      const ours = band === "footer" && isCounted ? withoutNumber(own.footer) : own[band];
      const part = {root: together(ours, theirs?.root, band), pictures: theirs?.pictures ?? new Map()};
      return {id: `rIdMal-${band}-${place}`, band, place, path: `word/mal-${band}-${place}.xml`, part};
    });
  });
}

function hasPageNumber(root: Element | undefined): boolean {
  if (root === undefined) return false;
  const said = all(root).map(
    (own) => `${own.attributes["w:instr"] ?? ""}${own.name === "w:instrText" ? own.children.join("") : ""}`,
  );
  return /\bPAGE\b/.test(said.join(" "));
}

/** After the tab the document's own foot counts the pages; the letterhead does that itself. */
function withoutNumber(footer: Element): Element {
  const children = elements(footer).map((paragraph) => {
    const own = elements(paragraph);
    const counting = own.findIndex((run) => run.name === "w:r" && child(run, "w:tab") !== undefined);
    return {...paragraph, children: counting < 0 ? own : own.slice(0, counting)};
  });
  return {...footer, children};
}

function together(own: Element, theirs: Element | undefined, band: "header" | "footer"): Element {
  if (theirs === undefined) return own;
  const children = band === "header" ? [...theirs.children, ...own.children] : [...own.children, ...theirs.children];
  const ignored = [own, theirs].flatMap(({attributes}) => (attributes["mc:Ignorable"] ?? "").split(" "));
  const ignorable = [...new Set(ignored.filter((prefix) => prefix !== ""))].join(" ");
  const attributes = {...own.attributes, ...theirs.attributes, "mc:Ignorable": ignorable};
  return {...own, attributes, children};
}

function withSection(document: string, {page}: Template, dressed: readonly Dressed[]): string {
  const references = dressed.map(({band, place, id}) => element(`w:${band}Reference`, {"w:type": place, "r:id": id}));
  const section = writeXml(element("w:sectPr", {}, [...references, ...page])).replace(/^<\?.*?\?>/, "");
  const start = document.lastIndexOf("<w:sectPr");
  const end = document.indexOf("</w:sectPr>", start) + "</w:sectPr>".length;
  return document.slice(0, start) + section + document.slice(end);
}

function withRelations(relations: string, dressed: readonly Dressed[]): string {
  const plain = relations.replace(/<Relationship [^>]*Target="(?:header|footer)1\.xml"[^>]*\/>/g, "");
  const added = dressed.map(
    ({id, band, path}) => `<Relationship Id="${id}" Type="${TYPES}/${band}" Target="${path.replace("word/", "")}"/>`,
  );
  return plain.replace("</Relationships>", `${added.join("")}</Relationships>`);
}

function withTypes(types: string, dressed: readonly Dressed[]): string {
  const plain = types.replace(/<Override [^>]*PartName="\/word\/(?:header|footer)1\.xml"[^>]*\/>/g, "");
  const known = Object.entries(pictureTypes).filter(([extension]) => !plain.includes(`Extension="${extension}"`));
  const pictures = known.map(([extension, type]) => `<Default ContentType="${type}" Extension="${extension}"/>`);
  const added = dressed.map(({band, path}) => `<Override ContentType="${WORD}.${band}+xml" PartName="/${path}"/>`);
  return plain.replace(/(<Types[^>]*>)/, `$1${pictures.join("")}`).replace("</Types>", `${added.join("")}</Types>`);
}
