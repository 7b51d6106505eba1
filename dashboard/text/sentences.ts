/** `1 melding`, `12 meldingar`: `shown` is the number as written, `plain` decides the form. */
export function count(shown: string, plain: number, one: string, many: string): string {
  return `${shown} ${plain === 1 ? one : many}`;
}

const smallNumbers = ["to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"];

/** A number from two to twelve in words, alike in both forms; others in figures. */
export function inWords(n: number): string {
  return smallNumbers[n - 2] ?? String(n);
}

/** `To saker`, `13 saker`: how a title with a number begins. */
export function beginning(n: number, things: string): string {
  const word = inWords(n);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${things}`;
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

/** `2 kandidatar er robuste og 3 opne.`: parts with none are left out, and the noun follows the first. */
export function sentenceList(
  parts: readonly (readonly [n: number, one: string, many: string])[],
  one: string,
  many: string,
  and: string,
): string {
  const some = parts.filter(([n]) => n > 0);
  const words = some.map(([n, single, several], index) => {
    const quality = n === 1 ? single : several;
    return index === 0 ? `${n} ${n === 1 ? one : many} ${quality}` : `${n} ${quality}`;
  });
  return words.length === 0 ? "" : `${list(words, and)}.`;
}
