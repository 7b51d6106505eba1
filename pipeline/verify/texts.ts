import {unzipSync} from "fflate";

/** Every text a file carries: itself, or the parts of a zipped document, or the words of an Arrow table. */
export function textsOf(path: string, bytes: Uint8Array): {part: string; text: string}[] {
  if (/\.(docx|xlsx|pptx)$/.test(path)) {
    return partsOf(bytes).map(([part, content]) => ({part: `${path}/${part}`, text: decodeText(content)}));
  }
  if (!path.endsWith(".html")) return [{part: path, text: decodeText(bytes)}];
  const html = decodeText(bytes);
  const tables = [...html.matchAll(/;base64" id="[^"]+">([^<]*)</g)].map(([, data = ""]) =>
    decodeText(Buffer.from(data, "base64")),
  );
  return [
    {part: path, text: html.replace(/;base64" id="[^"]+">[^<]*</g, "")},
    ...tables.map((text) => ({part: path, text})),
  ];
}

/** The parts of a zipped document; a damaged one is searched as it stands, and its changed hash is told elsewhere. */
function partsOf(bytes: Uint8Array): [string, Uint8Array][] {
  try {
    return Object.entries(unzipSync(bytes));
  } catch {
    return [["", bytes]];
  }
}

function decodeText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}
