import {brotliCompressSync, deflateRawSync, deflateSync, gzipSync} from "node:zlib";
import {columnFromArray, dictionary, Table, tableFromColumns, tableFromIPC, tableToIPC, utf8} from "@uwdata/flechette";
import {zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {traceBook} from "../../../pipeline/deidentify/traces.ts";
import {contentsOf} from "../../../pipeline/verify/carriers/carriers.ts";
import {readOwn} from "../../../pipeline/verify/own.ts";
import {personFaults} from "../../../pipeline/verify/persons.ts";
import {possibleIn} from "../../../pipeline/verify/possible.ts";

/** Invented, with a letter that every encoding writes in its own way. */
const NAME = "Synnøvald Oppdiktås";
const NUMBER = "01814512399";
const own = {stretches: [], texts: [], numbers: new Set<string>()};

const book = traceBook(() => false);
book.add(NAME, "PERSON");

const faults = (path: string, bytes: Uint8Array): string[] =>
  personFaults({name: "open", manifest: {threshold: 5}, files: [{path, bytes}]}, {removed: book, own});

const bytesOf = (text: string, encoding: BufferEncoding = "utf8"): Uint8Array => Buffer.from(text, encoding);
const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
const escaped = (text: string, write: (code: number) => string): string =>
  [...text].map((sign) => (/[a-z ]/i.test(sign) ? sign : write(sign.charCodeAt(0)))).join("");
const hex4 = (code: number): string => code.toString(16).padStart(4, "0");

const texts: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "UTF-8": (text) => bytesOf(text),
  "composed letters": (text) => bytesOf(text.normalize("NFD")),
  capitals: (text) => bytesOf(text.toUpperCase()),
  "UTF-16 with a mark": (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), bytesOf(text, "utf16le")]),
  "UTF-16, the other order": (text) => Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be(text)]),
  "UTF-16 among other bytes": (text) =>
    Buffer.concat([new Uint8Array(40), bytesOf(text, "utf16le"), new Uint8Array(9)]),
  "Latin-1 among other bytes": (text) =>
    Buffer.concat([new Uint8Array(40), bytesOf(text, "latin1"), new Uint8Array(9)]),
  "HTML escapes": (text) => bytesOf(`<p>${escaped(text, (code) => `&#${code};`)}</p>`),
  "HTML escapes in hex, escaped again": (text) => bytesOf(escaped(text, (code) => `&amp;#x${hex4(code)};`)),
  "named escapes": (text) => bytesOf(text.replace("ø", "&oslash;").replace("å", "&aring;")),
  "JSON escapes": (text) => bytesOf(`{"a":"x\\n${escaped(text, (code) => `\\u${hex4(code)}`)}\\n"}`),
  "URL escapes": (text) => bytesOf(`?q=${encodeURIComponent(text)}`),
  "workbook escapes": (text) => bytesOf(`<t>${escaped(text, (code) => `_x${hex4(code).toUpperCase()}_`)}</t>`),
  "several runs": (text) =>
    bytesOf(
      `<w:t>${[...text].join('</w:t></w:r><w:r><w:rPr><w:b w:val="1"/></w:rPr><w:t xml:space="preserve">')}</w:t>`,
    ),
  "bold letters": (text) => bytesOf([...text].map((sign) => `<b>${sign}</b>`).join("")),
  "an attribute": (text) => bytesOf(`<img alt='${text}'>`),
  "a comment": (text) => bytesOf(`<!-- ${text} -->`),
  base64: (text) => bytesOf(`<script>${Buffer.from(text).toString("base64")}</script>`),
  "long base64, in lines": (text) =>
    bytesOf(
      (
        Buffer.from(`${"og så vidare ".repeat(30)}${text}`)
          .toString("base64")
          .match(/.{1,76}/g) ?? []
      ).join("\n"),
    ),
  "base64 of gzip": (text) => bytesOf(`data:;base64,${gzipSync(`${text} ${"x1".repeat(200)}`).toString("base64")}`),
  hex: (text) => bytesOf(Buffer.from(text).toString("hex")),
  gzip: (text) => gzipSync(text),
  deflate: (text) => deflateSync(text),
  "deflate without a mark": (text) => deflateRawSync(text.repeat(3)),
  brotli: (text) => brotliCompressSync(text.repeat(3)),
};

describe("a person who was taken out", () => {
  it.each(Object.entries(texts))("is found again as %s", (_, carry) => {
    for (const [path, bytes] of [
      ["a.bin", carry(NAME)],
      ["b.zip", zipSync({"x/y.bin": carry(NAME)})],
      ["c.xlsx", zipSync({"xl/embeddings/a.docx": zipSync({"word/document.xml": carry(NAME)})})],
    ] as const) {
      const found = faults(path, bytes);
      expect(found.join(), path).toMatch(/teken ut av leveringane/);
      expect(found.join()).not.toMatch(/oppdikt/i);
    }
  });

  it.each(Object.entries(texts))("and another is not, as %s", (_, carry) => {
    expect(faults("a.bin", carry("Synnøva Oppdiktåsen"))).toEqual([]);
  });

  it.each([
    ["a file's own name", "Synnøvald-oppdiktås.txt", bytesOf("x")],
    ["a file's name run together", "SynnøvaldOppdiktås.txt", bytesOf("x")],
    ["the name of a part", "a.zip", zipSync({"Synnøvald Oppdiktås.xml": bytesOf("x")})],
    ["the comment of a part", "a.zip", zipSync({"a.xml": [bytesOf("x"), {comment: NAME}]})],
    ["what lies after a zip", "a.zip", Buffer.concat([zipSync({"a.xml": bytesOf("x")}), bytesOf(NAME)])],
    ["a part the directory does not tell of", "a.zip", withHiddenPart()],
  ])("is found in %s", (_, path, bytes) => {
    const found = faults(path, bytes);
    expect(found).toHaveLength(1);
    expect(found[0]).not.toMatch(/oppdikt/i);
  });
});

function withHiddenPart(): Uint8Array {
  const hidden = zipSync({"b.xml": bytesOf(`<t>${NAME}</t>`)});
  const directory = Buffer.from(hidden).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  return Buffer.concat([hidden.subarray(0, directory), zipSync({"a.xml": bytesOf("x")})]);
}

describe("pictures", () => {
  const chunk = (type: string, data: Uint8Array): Uint8Array => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, bytesOf(type, "latin1"), data, new Uint8Array(4)]);
  };
  const png = (...chunks: Uint8Array[]): Uint8Array =>
    Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", new Uint8Array(13)), ...chunks]);
  const zero = new Uint8Array(1);
  const end = chunk("IEND", new Uint8Array());

  it.each([
    ["tEXt", png(chunk("tEXt", Buffer.concat([bytesOf("Author"), zero, bytesOf(NAME, "latin1")])), end)],
    ["zTXt", png(chunk("zTXt", Buffer.concat([bytesOf("a"), zero, zero, deflateSync(bytesOf(NAME, "latin1"))])), end)],
    ["iTXt", png(chunk("iTXt", Buffer.concat([bytesOf("a"), zero, zero, zero, zero, zero, bytesOf(NAME)])), end)],
    [
      "packed iTXt",
      png(chunk("iTXt", Buffer.concat([bytesOf("a"), zero, Buffer.from([1, 0]), zero, zero, deflateSync(NAME)])), end),
    ],
    ["eXIf", png(chunk("eXIf", Buffer.concat([new Uint8Array(20), bytesOf(NAME)])), end)],
    ["what lies after the end", png(end, bytesOf(NAME))],
  ])("are searched in %s", (_, bytes) => {
    expect(faults("a.png", bytes)).toHaveLength(1);
    expect(faults("a.docx", zipSync({"word/media/a.png": bytes}))).toHaveLength(1);
  });

  it("of text are text", () => {
    expect(faults("a.svg", bytesOf(`<svg><title>${NAME}</title></svg>`))).toHaveLength(1);
    expect(faults("a.svg", bytesOf(`<svg><text>${NAME.split(" ").join("</text><text>")}</text></svg>`))).toHaveLength(
      1,
    );
  });
});

describe("Arrow bytes", () => {
  const arrow = (values: readonly (string | null)[], metadata = new Map<string, string>()): Uint8Array => {
    const made = tableFromColumns([["ord", columnFromArray([...values], dictionary(utf8()))]]);
    return tableToIPC(new Table({...made.schema, metadata}, made.children), {format: "stream"}) ?? new Uint8Array();
  };

  it.each([
    ["a value", arrow(["ein", NAME, "to"])],
    ["a value between others", arrow(["Ålesund", "Synnøvald", "Oppdiktåsen"])],
    ["metadata", arrow(["ein"], new Map([["laga av", NAME]]))],
  ])("are searched in %s", (_, bytes) => {
    expect(faults("a.arrow", bytes)).toHaveLength(1);
    expect(faults("index.html", bytesOf(`<script>${Buffer.from(bytes).toString("base64")}</script>`))).toHaveLength(1);
  });

  it("are searched after their end, and two words end to end are not one", () => {
    expect(faults("a.arrow", Buffer.concat([arrow(["ein"]), bytesOf(NAME)]))).toHaveLength(1);
    expect(faults("a.arrow", arrow(["9903", "9904", "0181", "4512399"]))).toEqual([]);
  });

  it("are searched in the words no row points to", () => {
    const bytes = Buffer.from(arrow(["ein", NAME]));
    const keys = bytes.lastIndexOf(Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]));
    bytes.writeInt32LE(0, keys + 4);
    expect([...tableFromIPC(bytes).getChild("ord")]).toEqual(["ein", "ein"]);
    expect(faults("a.arrow", bytes)).toHaveLength(1);
  });
});

describe("a PDF", () => {
  const stream = (data: Uint8Array, filter = "/FlateDecode", more = ""): Buffer =>
    Buffer.concat([
      bytesOf(`1 0 obj\n<< /Length ${data.length} ${more} /Filter ${filter} >>\nstream\n`),
      data,
      bytesOf("\nendstream\nendobj\n"),
    ]);
  const pdf = (...parts: (Buffer | string)[]): Uint8Array =>
    Buffer.concat([
      bytesOf("%PDF-1.7\n"),
      ...parts.map((part) => (typeof part === "string" ? bytesOf(part, "latin1") : part)),
    ]);
  const cmap = stream(
    deflateSync(
      `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n${[...new Set(NAME)].length} beginbfchar\n${[
        ...NAME,
      ]
        .map((sign, index) => `<${hex4(index + 1)}> <${hex4(sign.charCodeAt(0))}>`)
        .join("\n")}\nendbfchar endcmap`,
    ),
  );
  const codes = [...NAME].map((_, index) => hex4(index + 1));
  const octal = (code: string): string =>
    [...Buffer.from(code, "hex")].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");

  it.each([
    ["plain strings", pdf(stream(deflateSync(bytesOf(`BT (${NAME}) Tj ET`, "latin1"))))],
    [
      "letters set one by one",
      pdf(stream(deflateSync(bytesOf(`[${[...NAME].map((s) => `(${s}) -12`).join("")}] TJ`, "latin1")))),
    ],
    ["octal escapes", pdf(stream(deflateSync(`(${escaped(NAME, (code) => `\\${code.toString(8)}`)}) Tj`)))],
    ["glyphs with a character map", pdf(cmap, stream(deflateSync(`<${codes.join("")}> Tj`)))],
    ["glyphs apart", pdf(cmap, stream(deflateSync(`[${codes.map((code) => `<${code}> 5`).join(" ")}] TJ`)))],
    [
      "glyphs whose codes are brackets in brackets",
      pdf(cmap, stream(deflateSync(`BT (((${codes.map(octal).join("")}))) Tj ET`))),
    ],
    ["its own information", pdf(`<< /Author (${NAME}) >>`)],
    ["its information in UTF-16", pdf(`<< /Author <feff${utf16be(NAME).toString("hex")}> >>`)],
    ["an XML part", pdf(stream(bytesOf(`<x:xmpmeta><dc:creator>${NAME}</dc:creator></x:xmpmeta>`), "[]"))],
    ["a file inside it", pdf(stream(deflateSync(zipSync({"a.txt": bytesOf(NAME)}))))],
    [
      "a cut stream",
      pdf(stream(deflateSync(bytesOf(`(${NAME}) Tj ${"0 0 m ".repeat(50)}`, "latin1")).subarray(0, -8))),
    ],
  ])("is searched in %s", (_, bytes) => {
    expect(faults("a.pdf", bytes).length).toBeGreaterThan(0);
  });

  it("says nothing when there is nothing", () => {
    expect(faults("a.pdf", pdf(cmap, stream(deflateSync("BT (Tal for 2025) Tj ET"))))).toEqual([]);
  });

  it("has no number in the codes of glyphs, also where some of them are brackets", () => {
    const text = "BT [(\\000((\\000)\\000)\\000\\021\\000\\001\\000\\021\\000\\001\\000)] TJ ET";
    expect(faults("a.pdf", pdf(cmap, stream(deflateSync(text))))).toEqual([]);
  });

  it("has no number in the outlines of its letters, which look like any bytes", () => {
    const outlines = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 9]), bytesOf("  22 33 44 55  ")]);
    expect(faults("a.pdf", pdf(stream(deflateSync(outlines))))).toEqual([]);
    expect(faults("a.pdf", pdf(stream(deflateSync(outlines.subarray(6)))))).not.toEqual([]);
  });

  it("that is locked is a fault", () => {
    expect(faults("a.pdf", pdf("trailer << /Encrypt 5 0 R >>"))[0]).toMatch(/let seg ikkje opne/);
  });
});

describe("what cannot be looked into", () => {
  it("is a fault: a locked part, and too many boxes in boxes", () => {
    const locked = Buffer.from(zipSync({"a.xml": bytesOf("x")}));
    locked.writeUInt16LE(1, 6);
    expect(faults("a.zip", locked)[0]).toMatch(/let seg ikkje opne/);
    let deep: Uint8Array = bytesOf("x");
    for (let level = 0; level < 12; level += 1) deep = zipSync({"a.zip": deep}, {level: 0});
    expect(contentsOf("a.zip", deep).sealed.length).toBeGreaterThan(0);
  });
});

describe("possible identifiers", () => {
  it.each([
    NUMBER,
    "018145 12399",
    "01.81.45-12399",
    "tenkt.person@example.org",
    "tlf 912 34 567",
    "tlf. 71 23 45 67",
    "70123456",
    "+47 91 23 45 67",
    "SU 12345",
    "SU12345",
    "fødd 12.03.1945",
    "bur i Storgata 5",
    "HPR 9123456",
    "C:\\Users\\tenktperson\\x.docx",
  ])("are seen: %s", (text) => {
    expect(possibleIn(`x ${text}, y`).length).toBeGreaterThan(0);
    expect(faults("a.html", bytesOf(`<td>${text}</td>`))).toHaveLength(1);
  });

  it.each([
    "2025-12-31, 31.12.2025, 20251231, kl. 12.30",
    "1 234 567 av 273 169; 12 345,67",
    "0,12345678901 og 0.91234567",
    "1508 1580 1573 1576 1577",
    "2024 2025 2026",
    "23 45 61",
    "LSU 12, SSU 2025, HF 1",
    "run 2025-0123abcd",
    "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "fil-9012345678901234",
    "M 12.912345678,45.6 L 91.2345678,22",
    "95 %-intervall 12–34, n = 91",
    "0.3333333333333333 og 3939303339393034",
  ])("are not seen in numbers of the report: %s", (text) => {
    expect(possibleIn(text)).toEqual([]);
    expect(faults("a.html", bytesOf(`<td>${text}</td>`))).toEqual([]);
  });

  it("that the program writes itself are its own", async () => {
    const phone = "Ring 71 23 45 67";
    const ours = await readOwn(`<p>${phone}</p>`, null);
    const files = [{path: "a.html", bytes: bytesOf(phone)}];
    expect(personFaults({name: "open", manifest: {threshold: 5}, files}, {removed: book, own: ours})).toEqual([]);
  });
});
