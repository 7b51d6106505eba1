import {type CellValue, writeXlsx} from "hucre/xlsx";
import type {Cell, PlannedFile} from "./rows.ts";
import {layoutOf, senderOf, type World} from "./world.ts";

const CP1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** The same for every file and every run, so that the bytes are. */
const WRITTEN = new Date(Date.UTC(2000, 0, 1));

/** The bytes of a file in the encoding its sender uses. */
export function encode(world: World, file: PlannedFile): Promise<Uint8Array> | Uint8Array {
  const {koding} = senderOf(world, file.avsendar);
  switch (koding) {
    case "xlsx":
      return workbook(world, file);
    case "windows-1252":
      return windows1252(delimited(world, file));
    case "utf-8":
      return Buffer.from(delimited(world, file), "utf8");
    case "utf-8-bom":
      return Buffer.from(`\ufeff${delimited(world, file)}`, "utf8");
    case "utf-16le-bom":
      return Buffer.from(`\ufeff${delimited(world, file)}`, "utf16le");
  }
}

function delimited(world: World, file: PlannedFile): string {
  const delimiter = layoutOf(world, file.avsendar).delimiter ?? ";";
  const records = [...file.titles.map((title) => [title]), file.header, ...file.rows.map(({cells}) => cells)];
  return records.map((cells) => `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`).join("");
}

function quoted(cell: Cell, delimiter: string): string {
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  const needsQuotes = text.includes(delimiter) || /["\r\n]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const high = CP1252.indexOf(character);
    const code = high >= 0 ? 0x80 + high : character.charCodeAt(0);
    if (code > 0xff) throw new Error(`not in Windows-1252: ${character}`);
    return code;
  });
}

function workbook(world: World, file: PlannedFile): Promise<Uint8Array> {
  const {skjulteKolonnar} = senderOf(world, file.avsendar);
  const {columns} = layoutOf(world, file.avsendar);
  const titles = file.titles.map((title) => [title]);
  const rows = [...titles, file.header, ...file.rows.map(({cells}) => cells)];
  return writeXlsx({
    sheets: [
      {
        name: "Avvik",
        columns: columns.map(({header}) => ({width: 18, ...(skjulteKolonnar.includes(header) ? {hidden: true} : {})})),
        rows: rows.map((cells): CellValue[] => cells.map((cell) => (cell === "" ? null : cell))),
        merges: titles.map((_, row) => ({startRow: row, startCol: 0, endRow: row, endCol: columns.length - 1})),
      },
    ],
    properties: {title: "SYNTETISK", created: WRITTEN, modified: WRITTEN},
  });
}
