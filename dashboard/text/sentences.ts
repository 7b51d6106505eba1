/** `1 melding`, `12 meldingar`: `shown` is the number as written, `plain` decides the form. */
export function count(shown: string, plain: number, one: string, many: string): string {
  return `${shown} ${plain === 1 ? one : many}`;
}

/** `a`, `a og b`, `a, b og c`. */
export function list(items: readonly string[], and: string): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${and} ${items.at(-1)}`;
}

/** As `list`, with every item in «quotes», so that names with commas stay whole. */
export function quoted(items: readonly string[], and: string): string {
  return list(
    items.map((item) => `«${item}»`),
    and,
  );
}
