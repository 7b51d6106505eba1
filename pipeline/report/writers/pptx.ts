import {zipSync} from "fflate";
import type {Document} from "../document.ts";
import {headingOf} from "./common.ts";
import {layout, master, namespaces, notesMaster, relations, slideSize, theme, xmlPart} from "./pptx-frame.ts";
import {type Slide, slidesOf} from "./pptx-slide.ts";
import {escapedXml, tag} from "./pptx-words.ts";
import {zipDate} from "./repack.ts";

/**
 * The document as slides: titles in title placeholders, tables that can be edited, pictures with alternative texts,
 * notes with the talking points, the same bytes each time. Written part by part, because the library for it leaves out
 * header rows, languages and alternative texts, and none of that can be mended without opening every part again.
 */
export function pptxBytes(document: Document): Uint8Array {
  const slides = slidesOf(document);
  const parts = [...fixedParts(document, slides.length), ...slideParts(slides)];
  const files = parts.map(([path, content]) => {
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    return [path, [bytes, {mtime: zipDate, level: 6}]] as const;
  });
  return zipSync(Object.fromEntries(files) as Parameters<typeof zipSync>[0]);
}

type PackagePart = readonly [path: string, content: string | Uint8Array];

const layoutPath = "../slideLayouts/slideLayout1.xml";
const masterPath = "../slideMasters/slideMaster1.xml";

function fixedParts(document: Document, count: number): PackagePart[] {
  const slides = Array.from({length: count}, (_, index) => ["slide", `slides/slide${index + 1}.xml`] as const);
  const ofPresentation = [
    ["slideMaster", "slideMasters/slideMaster1.xml"],
    ["notesMaster", "notesMasters/notesMaster1.xml"],
    ["theme", "theme/theme1.xml"],
  ] as const;
  const ofMaster = [
    ["slideLayout", layoutPath],
    ["theme", "../theme/theme1.xml"],
  ] as const;
  return [
    ["[Content_Types].xml", contentTypes(count)],
    ["_rels/.rels", packageRelations()],
    ["docProps/core.xml", core(document)],
    ["ppt/presentation.xml", presentation(count)],
    ["ppt/_rels/presentation.xml.rels", relations([...ofPresentation, ...slides])],
    ["ppt/theme/theme1.xml", theme()],
    ["ppt/theme/theme2.xml", theme()],
    ["ppt/slideMasters/slideMaster1.xml", master()],
    ["ppt/slideMasters/_rels/slideMaster1.xml.rels", relations(ofMaster)],
    ["ppt/slideLayouts/slideLayout1.xml", layout()],
    ["ppt/slideLayouts/_rels/slideLayout1.xml.rels", relations([["slideMaster", masterPath]])],
    ["ppt/notesMasters/notesMaster1.xml", notesMaster()],
    ["ppt/notesMasters/_rels/notesMaster1.xml.rels", relations([["theme", "../theme/theme2.xml"]])],
  ];
}

function slideParts(slides: readonly Slide[]): PackagePart[] {
  return slides.flatMap(({xml, notes, pictures}, index): PackagePart[] => {
    const number = index + 1;
    const images = pictures.map((bytes, place) => ({name: `image${number}-${place + 1}.png`, bytes}));
    const ofSlide = [
      ["slideLayout", layoutPath],
      ["notesSlide", `../notesSlides/notesSlide${number}.xml`],
      ...images.map(({name}) => ["image", `../media/${name}`] as const),
    ] as const;
    const ofNotes = [
      ["notesMaster", "../notesMasters/notesMaster1.xml"],
      ["slide", `../slides/slide${number}.xml`],
    ] as const;
    return [
      ...images.map(({name, bytes}): PackagePart => [`ppt/media/${name}`, bytes]),
      [`ppt/slides/slide${number}.xml`, xml],
      [`ppt/slides/_rels/slide${number}.xml.rels`, relations(ofSlide)],
      [`ppt/notesSlides/notesSlide${number}.xml`, notes],
      [`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`, relations(ofNotes)],
    ];
  });
}

const presentationType = "application/vnd.openxmlformats-officedocument.presentationml";

function contentTypes(slides: number): string {
  const numbers = Array.from({length: slides}, (_, index) => index + 1);
  const parts = [
    ["/ppt/presentation.xml", `${presentationType}.presentation.main+xml`],
    ["/ppt/slideMasters/slideMaster1.xml", `${presentationType}.slideMaster+xml`],
    ["/ppt/slideLayouts/slideLayout1.xml", `${presentationType}.slideLayout+xml`],
    ["/ppt/notesMasters/notesMaster1.xml", `${presentationType}.notesMaster+xml`],
    ...[1, 2].map((number) => [
      `/ppt/theme/theme${number}.xml`,
      "application/vnd.openxmlformats-officedocument.theme+xml",
    ]),
    ...numbers.map((number) => [`/ppt/slides/slide${number}.xml`, `${presentationType}.slide+xml`]),
    ...numbers.map((number) => [`/ppt/notesSlides/notesSlide${number}.xml`, `${presentationType}.notesSlide+xml`]),
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join("");
  return xmlPart(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides}</Types>`,
  );
}

function packageRelations(): string {
  const properties =
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>';
  return relations([["officeDocument", "ppt/presentation.xml"]]).replace(
    "</Relationships>",
    `${properties}</Relationships>`,
  );
}

function presentation(slides: number): string {
  const list = Array.from({length: slides}, (_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 4}"/>`).join(
    "",
  );
  return xmlPart(
    `<p:presentation ${namespaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${list}</p:sldIdLst><p:sldSz cx="${slideSize.width}" cy="${slideSize.height}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
  );
}

function core(document: Document): string {
  const {meta} = document;
  const date = `<dcterms:created xsi:type="dcterms:W3CDTF">${meta.runDate}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${meta.runDate}T00:00:00Z</dcterms:modified>`;
  return xmlPart(
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapedXml(headingOf(document))}</dc:title><dc:creator>${escapedXml(meta.author)}</dc:creator><dc:description>${escapedXml(meta.run)}</dc:description><dc:language>${tag(document)}</dc:language><cp:lastModifiedBy>${escapedXml(meta.author)}</cp:lastModifiedBy>${date}</cp:coreProperties>`,
  );
}
