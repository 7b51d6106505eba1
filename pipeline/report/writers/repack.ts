import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";

/** Local time on purpose: the zip format stores wall clock, so every time zone writes the same bytes. */
export const zipDate = new Date(1980, 0, 1);

/** A package with fixed dates and with ids counted from one, so that the same document gives the same bytes. */
export function repack(bytes: Uint8Array, isoDate: string): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).map(([path, content]) => {
    const fixed = /\.xml$/.test(path) ? strToU8(fix(path, strFromU8(content), isoDate)) : content;
    return [path, [fixed, {mtime: zipDate, level: 6}]] as const;
  });
  return zipSync(Object.fromEntries(files) as Parameters<typeof zipSync>[0]);
}

function fix(path: string, xml: string, isoDate: string): string {
  if (path === "docProps/core.xml") {
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${isoDate}T00:00:00Z`);
  }
  return [/(?<=<wp:docPr id=")\d+/g, /(?<=_Toc)\d+/g, /(?<=<w:bookmark(?:Start|End) [^>]*w:id=")\d+/g].reduce(
    recounted,
    xml,
  );
}

/** The library counts on through the process; here the numbers are given again in the order they are met. */
function recounted(xml: string, id: RegExp): string {
  const given = new Map<string, number>();
  return xml.replace(id, (old) => {
    const own = given.get(old) ?? given.size + 1;
    given.set(old, own);
    return String(own);
  });
}
