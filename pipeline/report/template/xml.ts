/** An element of a part of a package. Text and attribute values stay escaped as they were read. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

export type Node = Element | string;

const MOST_DEEP = 200;
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w.:-]+)\s*>|<([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const STRAY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}

/** The root element of well-formed XML without a document type; null for everything else. */
export function parseXml(text: string): Element | null {
  const top: Open = {name: "", attributes: {}, children: []};
  const open = [top];
  TOKEN.lastIndex = 0;
  const source = text.replace(/^\ufeff/, "");
  while (TOKEN.lastIndex < source.length) {
    const found = TOKEN.exec(source);
    if (found === null || open.length > MOST_DEEP || !place(found, open)) return null;
  }
  const roots = top.children.filter((child): child is Element => typeof child !== "string");
  const isAlone = roots.length === 1 && top.children.every((child) => typeof child !== "string" || child.trim() === "");
  return open.length === 1 && isAlone ? (roots[0] ?? null) : null;
}

/** False for what does not belong where it stands. */
function place([, data, closed, name, attributes = "", alone, text]: RegExpExecArray, open: Open[]): boolean {
  const parent = open.at(-1);
  if (parent === undefined) return false;
  if (closed !== undefined) return open.pop()?.name === closed && open.length > 0;
  if (name !== undefined) {
    const found = [...attributes.matchAll(ATTRIBUTE)].map(
      ([, key = "", double, single]) => [key, double ?? (single ?? "").replaceAll('"', "&quot;")] as const,
    );
    const element = {name, attributes: Object.fromEntries(found), children: []};
    if (STRAY.test(attributes) || Object.keys(element.attributes).length !== found.length) return false;
    parent.children.push(element);
    if (alone === "") open.push(element);
    return true;
  }
  const said = text ?? (data === undefined ? "" : escaped(data));
  if (said !== "") parent.children.push(said);
  return !STRAY.test(said);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The part as it is stored: the declaration, and every element as it was read. */
export function writeXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${written(root)}`;
}

function written(node: Node): string {
  if (typeof node === "string") return node;
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${value}"`);
  const start = `<${node.name}${attributes.join("")}`;
  return node.children.length === 0 ? `${start}/>` : `${start}>${node.children.map(written).join("")}</${node.name}>`;
}

export function elements(node: Element, name?: string): Element[] {
  return node.children.filter(
    (child): child is Element => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

export function child(node: Element | undefined, name: string): Element | undefined {
  return node === undefined ? undefined : elements(node, name)[0];
}

/** The value of a child such as `<w:name w:val="…"/>`. */
export function valueIn(node: Element | undefined, name: string): string | undefined {
  return child(node, name)?.attributes["w:val"];
}

/** Every element under a node, itself first. */
export function all(node: Element): Element[] {
  return [node, ...elements(node).flatMap(all)];
}

/** The tree with every element replaced by what `change` makes of it, from the leaves up: one, several or none. */
export function changed(node: Element, change: (element: Element) => readonly Node[]): readonly Node[] {
  return change({
    ...node,
    children: node.children.flatMap((inner) => (typeof inner === "string" ? [inner] : changed(inner, change))),
  });
}

export function element(name: string, attributes: Element["attributes"] = {}, children: readonly Node[] = []): Element {
  return {name, attributes, children};
}
