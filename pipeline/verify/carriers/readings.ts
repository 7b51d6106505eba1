/**
 * A text as it can be read: as it stands, with its escapes undone (HTML, XML, JSON, JavaScript, URL, workbook), and, of
 * markup, without tags. A word may be set in several runs, and an escape may be escaped once more.
 */
export function readingsOf(text: string): string[] {
  const undone = unescaped(text);
  const again = unescaped(undone);
  const readings = new Set([text, undone, again]);
  if (/<[a-z!/?]/i.test(text)) readings.add(unescaped(unescaped(withoutTags(text))));
  if (/&lt;[a-z/]/i.test(text)) readings.add(unescaped(withoutTags(undone)));
  return [...readings];
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  shy: "",
  aring: "å",
  oslash: "ø",
  aelig: "æ",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  aacute: "á",
  agrave: "à",
  oacute: "ó",
  ograve: "ò",
  ocirc: "ô",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  ccedil: "ç",
  ntilde: "ñ",
  ndash: "–",
  commat: "@",
  period: ".",
};

const ESCAPE =
  /&#x([0-9a-f]{1,6});?|&#(\d{1,7});?|&([a-z]{2,8});|\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|_x([0-9a-f]{4})_|((?:%[0-9a-f]{2})+)|\\([nrtbfv0])|\\(["'\\/])/gi;

function unescaped(text: string): string {
  return text.replace(ESCAPE, (whole, ...groups: (string | undefined)[]) => {
    const [hex, decimal, entity, braced, unit, byte, workbook, percent, blank, sign] = groups;
    const code = hex ?? braced ?? unit ?? byte ?? workbook;
    if (code !== undefined) return character(Number.parseInt(code, 16));
    if (decimal !== undefined) return character(Number(decimal));
    if (entity !== undefined) return named(entity) ?? whole;
    if (percent !== undefined) return Buffer.from(percent.replaceAll("%", ""), "hex").toString("utf8");
    return blank === undefined ? (sign ?? whole) : " ";
  });
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "");

function named(entity: string): string | undefined {
  const found = entities[entity.toLowerCase()];
  return found !== undefined && /^[A-Z]/.test(entity) ? found.toLocaleUpperCase("nb") : found;
}

const TAG = /<\/?([a-z][\w:-]{0,60})(?:"[^"]*"|'[^']*'|[^"'<>])*>|<![^>]*>|<\?[^>]*>/gi;
/** Tags that part one text from the next, in pages, drawings, documents, workbooks and slides. */
const PARTING =
  /^(?:w:(?:p|tc|tr|tab|br|cr|sectPr)|a:(?:p|tc|tr|br)|si|c|v|row|is|comment|p|div|li|ul|ol|dl|dt|dd|t[dhr]|table|t(?:head|body|foot)|h[1-6]|br|hr|option|select|button|section|article|header|footer|main|nav|aside|caption|figure|figcaption|label|legend|title|desc|summary|details|script|style|text|svg|g|path|rect|input|img|dc:\w+|cp:\w+|dcterms:\w+|rdf:\w+|c:\w+)$/i;

/** Numbers in cells beside each other, or on the axis of a drawing, are not one number. */
const CELL = /^(?:w:tc|a:tc|t[dh]|text)$/i;

function withoutTags(text: string): string {
  return text.replace(TAG, (_, name?: string) => {
    if (name !== undefined && CELL.test(name)) return "\n|\n";
    return name === undefined || PARTING.test(name) ? "\n" : "";
  });
}
