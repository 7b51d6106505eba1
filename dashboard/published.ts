import {decodeTable} from "../pipeline/contract/arrow.ts";
import type {PageFacts} from "../pipeline/contract/edition.ts";
import {type Row, type TableName, type Tables, tableNames} from "../pipeline/contract/tables.ts";
import type {Published} from "./view.ts";

/** The data the pipeline put into the page; null when any of it is missing or cannot be read. */
export function readPublished(document: Document): Published | null {
  try {
    const facts = JSON.parse(textOf(document, "avvik-facts")) as PageFacts;
    const tables = Object.fromEntries(tableNames.map((name) => [name, readTable(document, name)]));
    return {facts, tables: tables as unknown as Tables};
  } catch {
    return null;
  }
}

function readTable<N extends TableName>(document: Document, name: N): Row<N>[] {
  return decodeTable(name, bytesOf(textOf(document, `avvik-table-${name}`)));
}

/** A loop: `Uint8Array.from` with a function takes ten times as long, seconds for a large page. */
function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

function textOf(document: Document, id: string): string {
  const text = document.getElementById(id)?.textContent?.trim();
  if (!text) throw new Error(`element not found: ${id}`);
  return text;
}
