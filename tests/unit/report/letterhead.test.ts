import {readFileSync} from "node:fs";
import {join} from "node:path";
import * as docx from "docx";
import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {DeliveryError} from "../../../pipeline/contract/delivery-error.ts";
import type {Document} from "../../../pipeline/report/document.ts";
import {readTemplate} from "../../../pipeline/report/template/read-template.ts";
import {templateBytes} from "../../../pipeline/report/template/write-template.ts";
import {docxBytes} from "../../../pipeline/report/writers/docx.ts";
import {letterDocx} from "../../../pipeline/report/writers/letter-docx.ts";
import {fjordland} from "../../support/fjordland.ts";
import {partsOf} from "./examples.ts";

const author = "Oline Oppdikta";
const libreOffice = readFileSync(join(fjordland, "templates", "brevmal.docx"));

/** A picture of one pixel that says who drew it. */
const logo = Buffer.concat([
  Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55", "hex"),
  Buffer.from(
    `0000001a74455874${Buffer.from(`Author\0${author}, teikna`).toString("hex").padEnd(52, "0").slice(0, 52)}00000000`,
    "hex",
  ),
  Buffer.from("0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082", "hex"),
]);

/** A letterhead as Norwegian Word saves it: its own ids, a front page with its own head, left and right pages, a logo. */
async function norwegianWord(): Promise<Uint8Array> {
  const {Document: Word, Packer, Paragraph, TextRun, Header, Footer, ImageRun, PageNumber} = docx;
  const head = (text: string) =>
    new Header({
      children: [
        new Paragraph({
          children: [
            new ImageRun({
              type: "png",
              data: logo,
              transformation: {width: 20, height: 20},
              altText: {name: "C:\\Users\\oline\\logo.png", description: "C:\\Users\\oline\\logo.png", title: author},
            }),
            new TextRun(text),
          ],
        }),
      ],
    });
  const word = new Word({
    creator: author,
    lastModifiedBy: author,
    title: `Mal frå ${author}`,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {document: {run: {font: "Georgia", size: 22, language: {value: "en-US"}}}},
      paragraphStyles: [
        {id: "Overskrift1", name: "heading 1", basedOn: "Normal", run: {color: "AA0055", size: 44}},
        {id: "Bildetekst", name: "caption", basedOn: "Normal", run: {italics: true}},
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {size: {width: 11906, height: 16838}, margin: {left: 1701, right: 1417, top: 2000, bottom: 1600}},
        },
        headers: {default: head("Fjordland"), first: head("Fjordland framside"), even: head("Fjordland venstre")},
        footers: {
          default: new Footer({
            children: [new Paragraph({children: [new TextRun({children: ["s. ", PageNumber.CURRENT]})]})],
          }),
        },
        children: [new Paragraph({heading: "Heading1", text: `Skriv her, ${author}`})],
      },
    ],
  });
  const parts = unzipSync(await Packer.toBuffer(word));
  const styles = strFromU8(parts["word/styles.xml"] ?? new Uint8Array());
  const norwegian = styles.replace(/<w:style w:type="paragraph" w:styleId="(?:Heading1|Caption)".*?<\/w:style>/gs, "");
  return zipSync({...parts, "word/styles.xml": strToU8(norwegian)});
}

const table = {
  kind: "table",
  title: "Ein tabell",
  subtitle: "n\u00a0=\u00a01",
  notes: [],
  columns: [{title: "Tal", align: "right", widthMm: 160}],
  rows: [[{kind: "number", value: 1, form: "count"}]],
} as const;

const document = (language: "nn" | "nb"): Document => ({
  form: "report",
  title: "Ein rapport",
  subtitle: "Fjordland",
  language,
  marks: ["SYNTETISK"],
  about: ["Om"],
  meta: {source: "Kjelde", run: "køyring 2025-abc", runDate: "2026-03-02", author: "Sekretariatet"},
  blocks: [
    {kind: "heading", level: 1, text: "Kapittel"},
    {kind: "finding", text: "Eit funn", lead: "Og kva det byggjer på."},
    {kind: "paragraph", text: "Brødtekst", footnote: "Ei fotnote"},
    table,
    {kind: "decision", title: "Forslag", items: ["Gjer noko"]},
  ],
});

async function written(template: Uint8Array, language: "nn" | "nb" = "nn") {
  const bytes = await docxBytes(document(language), readTemplate(template));
  return {bytes, parts: partsOf(bytes)};
}

const styleNamed = (styles: string, name: string): string =>
  [...styles.matchAll(/<w:style [^>]*>.*?<\/w:style>/gs)]
    .map(([whole]) => whole)
    .find((whole) => new RegExp(`<w:name w:val="${name}"`, "i").test(whole)) ?? "";

const inside = (parts: ReadonlyMap<string, string>, name: RegExp): string[] =>
  [...parts].filter(([path]) => name.test(path)).map(([, text]) => text);

describe.each([
  ["by Norwegian Word", norwegianWord],
  ["by LibreOffice", async () => libreOffice],
])("a report on a letterhead made %s", {timeout: 30_000}, (_name, made) => {
  it("has its headings in the letterhead's own style, and the styles it lacks", async () => {
    const {parts} = await written(await made());
    const styles = parts.get("word/styles.xml") ?? "";
    const heading = styleNamed(styles, "heading 1");
    const id = /w:styleId="([^"]*)"/.exec(heading)?.[1];
    expect(heading).toMatch(/w:color w:val="(?:AA0055|7A1F5C)"/i);
    expect(parts.get("word/document.xml")).toContain(`<w:pStyle w:val="${id}"/>`);
    const funn = styleNamed(styles, "Funn");
    expect(funn).toContain("<w:b/>");
    expect(funn).not.toContain("w:rFonts");
    const used = inside(parts, /word\/(?:document|footnotes|mal-.*)\.xml$/)
      .flatMap((xml) => [...xml.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g)])
      .map(([, own]) => own);
    const known = new Set([...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, own]) => own));
    expect([...new Set(used)].filter((own) => own !== "Header" && own !== "Footer" && !known.has(own ?? ""))).toEqual(
      [],
    );
    expect([...styles.matchAll(/w:styleId="([^"]*)"/g)]).toHaveLength(known.size);
  });

  it("has the letterhead's words, the run and the mark on every kind of page", async () => {
    const {parts} = await written(await made());
    const [heads, feet] = [inside(parts, /word\/mal-header-\w+\.xml$/), inside(parts, /word\/mal-footer-\w+\.xml$/)];
    expect(heads.length).toBe(feet.length);
    for (const head of heads) expect(head).toMatch(/fjordland.*SYNTETISK/is);
    for (const foot of feet) expect(foot).toContain("køyring 2025-abc");
    for (const foot of feet) expect(foot.match(/<w:instrText[^>]*>\s*PAGE/g)).toHaveLength(1);
    const section = /<w:sectPr>.*?<\/w:sectPr>/s.exec(parts.get("word/document.xml") ?? "")?.[0] ?? "";
    expect(section).toMatch(/w:pgMar [^>]*w:left="1701"/);
    expect(section.match(/w:(?:header|footer)Reference/g)).toHaveLength(heads.length + feet.length);
  });

  it.each(["nn", "nb"] as const)("speaks %s and nothing else", async (language) => {
    const {parts} = await written(await made(), language);
    const tags = [...parts.values()].flatMap((xml) =>
      [...xml.matchAll(/<w:lang [^>]*w:val="([^"]*)"/g)].map(([, tag]) => tag),
    );
    expect(new Set(tags)).toEqual(new Set([`${language}-NO`]));
  });

  it("tells nothing of whoever made the letterhead", async () => {
    const template = readTemplate(await made());
    for (const bytes of [(await written(await made())).bytes, templateBytes(template), await letter(template)]) {
      const said = Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString("latin1"));
      expect(said.join("\n")).not.toMatch(/oline|oppdikta,|rsid/i);
    }
  });

  it("is the same bytes each time, and from what is kept of the letterhead", async () => {
    const [template, first] = [readTemplate(await made()), (await written(await made())).bytes];
    const kept = templateBytes(template);
    expect(Buffer.from((await written(kept)).bytes).equals(Buffer.from(first))).toBe(true);
    expect(Buffer.from(templateBytes(readTemplate(kept))).equals(Buffer.from(kept))).toBe(true);
  });
});

const letter = (template: ReturnType<typeof readTemplate>) =>
  letterDocx({name: "a", title: "Takk", language: "nn", mark: null, lines: [{text: "Hei"}]}, "2026-03-02", template);

it("keeps the lines of a letter apart where the letterhead has no air between paragraphs", async () => {
  const parts = partsOf(await letter(readTemplate(await norwegianWord())));
  const body = parts.get("word/document.xml") ?? "";
  expect(body).toMatch(/<w:pStyle w:val="Brevtekst"\/>(?:(?!<\/w:p>).)*Hei/s);
  expect(parts.get("word/styles.xml")).toMatch(/w:styleId="Brevtekst"(?:(?!<\/w:style>).)*w:after="110"/s);
});

it("shows page numbers of its own where the letterhead has none", async () => {
  const {parts} = await written(await norwegianWord());
  const first = parts.get("word/mal-footer-first.xml") ?? "";
  expect(first).toMatch(/<w:instrText[^>]*>PAGE<.*NUMPAGES/s);
  expect(parts.get("word/mal-footer-default.xml")).not.toContain("NUMPAGES");
});

it("keeps the logo and calls it a logo", async () => {
  const bytes = (await written(await norwegianWord())).bytes;
  const pictures = Object.entries(unzipSync(bytes)).filter(([path]) => path.startsWith("word/media/mal-"));
  expect(pictures).toHaveLength(1);
  expect(partsOf(bytes).get("word/mal-header-default.xml")).toContain('descr="Logo"');
});

const header = "word/header1.xml";
const relations = "word/_rels/document.xml.rels";

/** The letterhead of LibreOffice with one part changed. */
function with_(path: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(libreOffice);
  return zipSync({...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array())))});
}

const field = (instruction: string, shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction.slice(0, 3)}</w:instrText></w:r><w:r><w:instrText>${instruction.slice(3)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

it.each([
  ["a field that shows the author", field(" LASTSAVEDBY ", author)],
  [
    "a tracked change",
    `<w:ins w:author="${author}" w:date="2026-01-01T00:00:00Z"><w:r><w:t>ny</w:t></w:r></w:ins><w:del w:author="${author}"><w:r><w:delText>${author}</w:delText></w:r></w:del></w:p>`,
  ],
  [
    "a control bound to a property",
    `<w:sdt><w:sdtPr><w:dataBinding w:xpath="creator"/></w:sdtPr><w:sdtContent><w:r><w:t>${author}</w:t></w:r></w:sdtContent></w:sdt></w:p>`,
  ],
  [
    "a remark",
    `<w:commentRangeStart w:id="0"/><w:r w:rsidR="00AB"><w:t>hei</w:t></w:r><w:commentReference w:id="0"/></w:p>`,
  ],
  ["a link to a person", `<w:hyperlink w:tooltip="${author}"><w:r><w:t>skriv til oss</w:t></w:r></w:hyperlink></w:p>`],
])("leaves %s behind", async (_name, inserted) => {
  const template = with_(header, (xml) => xml.replace("</w:p>", inserted));
  const head = (await written(template)).parts.get("word/mal-header-default.xml") ?? "";
  expect(head).not.toMatch(/oline|LASTSAVEDBY|w:author|w:rsid|w:comment|w:hyperlink|w:delText/i);
  expect(head).toContain("FJORDLAND HELSEFELLESSKAP");
});

const external = (type: string, target: string) => (xml: string) =>
  xml.replace(
    "</Relationships>",
    `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  );

const parts = unzipSync(libreOffice);
const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ["with macros", zipSync({...parts, "word/vbaProject.bin": new Uint8Array(9)}), /makroar/],
  [
    "that is a macro file by its type",
    with_("[Content_Types].xml", (xml) =>
      xml.replace("wordprocessingml.document.main", "wordprocessingml.document.macroEnabled.main"),
    ),
    /makroar/,
  ],
  ["that is no file of this kind", strToU8("<html>mal</html>"), /ikkje lese/],
  ["that is empty", new Uint8Array(), /ikkje lese/],
  ["that is cut off", libreOffice.subarray(0, 3000), /ikkje lese/],
  ["with a password", Buffer.from("d0cf11e0a1b11ae1", "hex"), /passord/],
  [
    "without styles",
    zipSync(Object.fromEntries(Object.entries(parts).filter(([path]) => path !== "word/styles.xml"))),
    /ikkje lese/,
  ],
  [
    "with a document type",
    with_("word/styles.xml", (xml) => xml.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>')),
    /ikkje lese/,
  ],
  ["with elements that do not close", with_(header, (xml) => xml.replace("</w:p>", "")), /ikkje lese/],
  [
    "nested beyond reason",
    with_(header, (xml) => xml.replace("</w:p>", `${"<w:r>".repeat(5000)}${"</w:r>".repeat(5000)}</w:p>`)),
    /ikkje lese/,
  ],
  [
    "that runs another program",
    with_("word/document.xml", (xml) => xml.replace("</w:p>", field(" DDEAUTO c:\\\\cmd.exe ", "x"))),
    /utanfrå/,
  ],
  [
    "with a template on a server",
    with_(relations, external("attachedTemplate", "https://example.com/a.dotm")),
    /utanfrå/,
  ],
  ["with a picture on a server", with_(relations, external("image", "\\\\server\\logo.png")), /utanfrå/],
  [
    "with hardly any room for text",
    with_("word/document.xml", (xml) => xml.replace('w:left="1701"', 'w:left="6000"')),
    /110 mm/,
  ],
  ["that unpacks to far too much", zipSync({...parts, "word/media/a.bin": new Uint8Array(30_000_000)}), /stor/],
];

it.each(refused)("refuses a letterhead %s in one sentence that names nobody", (_name, bytes, why) => {
  let error: unknown;
  try {
    readTemplate(bytes);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(DeliveryError);
  expect((error as DeliveryError).faults).toHaveLength(1);
  expect((error as DeliveryError).faults[0]).toMatch(why);
  expect((error as DeliveryError).faults[0]).not.toMatch(/oline/i);
});

it("takes a template that was made from one on somebody's own disk, without its path", async () => {
  const own = with_(relations, external("attachedTemplate", "file:///C:\\Users\\oline\\Normal.dotm"));
  expect(Buffer.from(templateBytes(readTemplate(own))).toString("latin1")).not.toMatch(/oline/i);
});
