import {describe, expect, it} from "vitest";
import {decoded} from "../../support/decoded.ts";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2 + 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
};

/** Unicode's own mapping table for code page 1252, 0x80 to 0x9F; five bytes have no character. */
const codePage1252: Readonly<Record<number, number>> = {
  128: 0x20ac,
  130: 0x201a,
  131: 0x0192,
  132: 0x201e,
  133: 0x2026,
  134: 0x2020,
  135: 0x2021,
  136: 0x02c6,
  137: 0x2030,
  138: 0x0160,
  139: 0x2039,
  140: 0x0152,
  142: 0x017d,
  145: 0x2018,
  146: 0x2019,
  147: 0x201c,
  148: 0x201d,
  149: 0x2022,
  150: 0x2013,
  151: 0x2014,
  152: 0x02dc,
  153: 0x2122,
  154: 0x0161,
  155: 0x203a,
  156: 0x0153,
  158: 0x017e,
  159: 0x0178,
};

describe("a file", () => {
  it.each(Array.from({length: 32}, (_, index) => 0x80 + index))(
    "reads byte %i as Windows-1252 does, or refuses it",
    (byte) => {
      const result = decoded(bytes(0x41, byte, 0x20));
      const character = codePage1252[byte];
      if (character === undefined) expect(result).toEqual({kind: "encoding", byte: 1});
      else expect(result).toEqual({text: `A${String.fromCharCode(character)} `, encoding: "windows-1252"});
    },
  );

  it.each([
    ["DOS", 0x86],
    ["DOS", 0x9b],
    ["an old Mac", 0xbe],
    ["an old Mac", 0xbf],
    ["an old Mac", 0x8c],
  ])("is not taken for Windows-1252 when %s has a letter in it that Windows has not: %i", (_, byte) => {
    expect(decoded(bytes(0x48, byte, 0x79))).toEqual({kind: "encoding", byte: 1});
  });

  it("reads 0xA0 to 0xFF of Windows-1252 as Latin-1", () => {
    const all = Array.from({length: 96}, (_, index) => 0xa0 + index);
    const result = decoded(bytes(...all));
    expect(result).toEqual({text: all.map((byte) => String.fromCharCode(byte)).join(""), encoding: "windows-1252"});
  });

  it("reads UTF-8 with and without byte order mark, and prefers it to Windows-1252", () => {
    const text = "Ålesund;«sjå» – 90 %\r\n😀";
    const plain = new TextEncoder().encode(text);
    expect(decoded(plain)).toEqual({text, encoding: "utf-8"});
    expect(decoded(bytes(0xef, 0xbb, 0xbf, ...plain))).toEqual({text, encoding: "utf-8"});
  });

  it("reads UTF-16 by its byte order mark, and drops the mark", () => {
    const text = "Sak\tØrsta 😀\r\n";
    expect(decoded(utf16(text, true))).toEqual({text, encoding: "utf-16le"});
    expect(decoded(utf16(text, false))).toEqual({text, encoding: "utf-16be"});
  });

  it("says where UTF-16 is cut in the middle of a character or holds half of a pair", () => {
    expect(decoded(utf16("Sak", true).slice(0, 7))).toEqual({kind: "truncated", byte: 6});
    expect(decoded(utf16("a\ud83d", true))).toEqual({kind: "truncated", byte: 4});
    expect(decoded(utf16("a\ud83db", true))).toEqual({kind: "encoding", byte: 4});
    expect(decoded(utf16("a\udc00", false))).toEqual({kind: "encoding", byte: 4});
  });

  it("says where a NUL is", () => {
    expect(decoded(new TextEncoder().encode("a;b\u0000;c"))).toEqual({kind: "nul_byte", byte: 3});
    expect(decoded(utf16("a\u0000", true))).toEqual({kind: "nul_byte", byte: 4});
  });

  it("tells UTF-16 without a mark by its zeros", () => {
    const text = "Sak;Kommune;Ålesund";
    expect(decoded(utf16(text, true).slice(2))).toEqual({text, encoding: "utf-16le"});
    expect(decoded(utf16(text, false).slice(2))).toEqual({text, encoding: "utf-16be"});
  });

  it("says where two encodings are mixed, and where UTF-8 is broken or cut", () => {
    const utf8 = new TextEncoder().encode("blåbær;");
    const mixed = bytes(...utf8, 0x41, 0xe5, 0x42);
    expect(decoded(mixed)).toEqual({kind: "encoding", byte: utf8.length + 1});
    expect(decoded(bytes(0xe5, 0x42, ...utf8))).toEqual({kind: "encoding", byte: 0});
    expect(decoded(bytes(0xef, 0xbb, 0xbf, 0x41, 0xff, 0x42))).toEqual({kind: "encoding", byte: 4});
    expect(decoded(utf8.slice(0, 3))).toEqual({text: "blÃ", encoding: "windows-1252"});
    expect(decoded(bytes(...utf8, 0xc3))).toEqual({kind: "truncated", byte: utf8.length});
  });

  it("calls no bytes at all empty", () => {
    expect(decoded(bytes())).toEqual({kind: "empty", byte: null});
  });

  it("reads a view into a larger buffer, and not what stands around it", () => {
    const buffer = bytes(0xff, 0xff, 0xc5, 0x6c, 0xff);
    expect(decoded(buffer.subarray(2, 4))).toEqual({text: "Ål", encoding: "windows-1252"});
  });
});
