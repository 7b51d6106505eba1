import {strToU8, zipSync} from "fflate";
import {zipDate} from "../writers/repack.ts";
import {type Band, type BandPart, bands, MAIN, type Place, places, type Template, TYPES} from "./read-template.ts";
import {type Element, element, writeXml} from "./xml.ts";

/** The letterhead alone as a .docx with an empty page. Read again it is the same letterhead. */
export function templateBytes(template: Template): Uint8Array {
  const document = element("w:document", {"xmlns:w": MAIN, "xmlns:r": TYPES}, [
    element("w:body", {}, [element("w:p"), element("w:sectPr", {}, [...referencesOf(template), ...template.page])]),
  ]);
  const parts = new Map<string, string | Uint8Array>([
    ["[Content_Types].xml", contentTypes(template)],
    ["_rels/.rels", relationsXml([["rId1", "officeDocument", "word/document.xml"]])],
    ["word/document.xml", writeXml(document)],
    ["word/_rels/document.xml.rels", relationsXml(documentRelations(template))],
    ...partsOf(template),
  ]);
  const files = [...parts].map(([path, content]) => [
    path,
    [typeof content === "string" ? strToU8(content) : content, {mtime: zipDate, level: 6}],
  ]);
  return zipSync(Object.fromEntries(files));
}

function partsOf(template: Template): [string, string | Uint8Array][] {
  const {styles, theme, numbering, evenAndOdd} = template;
  const settings = element("w:settings", {"xmlns:w": MAIN}, evenAndOdd ? [element("w:evenAndOddHeaders")] : []);
  return [
    ["word/styles.xml", writeXml(styles)],
    ["word/settings.xml", writeXml(settings)],
    ...(theme === null ? [] : [["word/theme/theme1.xml", writeXml(theme)] as [string, string]]),
    ...(numbering === null ? [] : [["word/numbering.xml", writeXml(numbering)] as [string, string]]),
    ...bandFiles(template).flatMap(({path, part}) => bandParts(path, part)),
  ];
}

interface BandFile {
  readonly band: Band;
  readonly place: Place;
  readonly path: string;
  readonly part: BandPart;
}

function bandFiles({bands: own}: Template): BandFile[] {
  return bands.flatMap((band) =>
    places.flatMap((place) => {
      const part = own[band][place];
      return part === undefined ? [] : [{band, place, path: `word/mal-${band}-${place}.xml`, part}];
    }),
  );
}

/** A head or foot, its relations and its pictures as parts of a package. */
export function bandParts(path: string, {root, pictures}: BandPart): [string, string | Uint8Array][] {
  const relations = [...pictures].map(([id, {path: picture}]) => [id, "image", picture.replace("word/", "")] as const);
  return [
    [path, writeXml(root)],
    ...(relations.length === 0
      ? []
      : [[path.replace(/([^/]+)$/, "_rels/$1.rels"), relationsXml(relations)] as [string, string]]),
    ...[...pictures.values()].map(({path: picture, bytes}) => [picture, bytes] as [string, Uint8Array]),
  ];
}

function referencesOf(template: Template): Element[] {
  return bandFiles(template).map(({band, place}) =>
    element(`w:${band}Reference`, {"w:type": place, "r:id": `rId-${band}-${place}`}),
  );
}

function documentRelations(template: Template): [string, string, string][] {
  const {theme, numbering} = template;
  return [
    ["rId-styles", "styles", "styles.xml"],
    ["rId-settings", "settings", "settings.xml"],
    ...(theme === null ? [] : [["rId-theme", "theme", "theme/theme1.xml"] as [string, string, string]]),
    ...(numbering === null ? [] : [["rId-numbering", "numbering", "numbering.xml"] as [string, string, string]]),
    ...bandFiles(template).map(({band, place, path}): [string, string, string] => [
      `rId-${band}-${place}`,
      band,
      path.replace("word/", ""),
    ]),
  ];
}

function relationsXml(relations: readonly (readonly [string, string, string])[]): string {
  const children = relations.map(([Id, type, Target]) =>
    element("Relationship", {Id, Type: `${TYPES}/${type}`, Target}),
  );
  return writeXml(
    element("Relationships", {xmlns: "http://schemas.openxmlformats.org/package/2006/relationships"}, children),
  );
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
export const pictureTypes = {png: "image/png", jpeg: "image/jpeg", emf: "image/x-emf"} as const;

function contentTypes(template: Template): string {
  const defaults = {
    rels: "application/vnd.openxmlformats-package.relationships+xml",
    xml: "application/xml",
    ...pictureTypes,
  };
  const named = [
    ["document", "document.main"],
    ["styles", "styles"],
    ["settings", "settings"],
    ...(template.numbering === null ? [] : [["numbering", "numbering"]]),
    ...bandFiles(template).map(({band, place}) => [`mal-${band}-${place}`, band]),
  ].map(([name, type]) => ({PartName: `/word/${name}.xml`, ContentType: `${WORD}.${type}+xml`}));
  const theme = {
    PartName: "/word/theme/theme1.xml",
    ContentType: "application/vnd.openxmlformats-officedocument.theme+xml",
  };
  return writeXml(
    element("Types", {xmlns: "http://schemas.openxmlformats.org/package/2006/content-types"}, [
      ...Object.entries(defaults).map(([Extension, ContentType]) => element("Default", {Extension, ContentType})),
      ...[...named, ...(template.theme === null ? [] : [theme])].map((attributes) => element("Override", attributes)),
    ]),
  );
}
