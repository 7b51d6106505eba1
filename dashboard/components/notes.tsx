/** Each on a line of its own; nothing where there is nothing to say. */
export function notes(lines: readonly string[]) {
  const said = lines.filter((line) => line !== "");
  return said.length === 0 ? "" : said.map((line) => <div key={line}>{line}</div>);
}
