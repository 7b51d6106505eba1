import {child, type Element, element, elements, type Node, valueIn} from "./xml.ts";

/** The styles of a document on a letterhead, and what each of its own is called there. */
interface MergedStyles {
  readonly root: Element;
  readonly ids: ReadonlyMap<string, string>;
}

interface Merge {
  readonly own: Element;
  readonly template: Element;
  /** The styles the document uses, by its own ids. */
  readonly used: ReadonlySet<string>;
  /** The tag of the language of the document. */
  readonly language: string;
}

/**
 * A style of the document that the letterhead has under the same name, in any case and whatever its id, is the
 * letterhead's. The others follow it in type face.
 */
export function mergedStyles({own, template, used, language}: Merge): MergedStyles {
  const ids = new Map<string, string>();
  const theirs = elements(template, "w:style");
  const taken = new Set(theirs.map(idOf));
  const ours = elements(own, "w:style").filter((style) => isNeeded(style, own, used));
  const missing = ours.filter((style) => {
    const same = theirs.find((other) => nameOf(other) === nameOf(style)) ?? defaultFor(style, theirs);
    const free = taken.has(idOf(style)) ? `${idOf(style)}-avvik` : idOf(style);
    ids.set(idOf(style), same === undefined ? free : idOf(same));
    return same === undefined;
  });
  const added = missing.map((style) => adapted(style, ids));
  const [defaults = element("w:docDefaults")] = elements(template, "w:docDefaults");
  const rest = template.children.filter((node) => typeof node === "string" || node.name !== "w:docDefaults");
  return {root: {...template, children: [inLanguage(defaults, language), ...rest, ...added]}, ids};
}

const idOf = ({attributes}: Element): string => attributes["w:styleId"] ?? "";
const kindOf = ({attributes}: Element): string => attributes["w:type"] ?? "paragraph";
const nameOf = (style: Element): string => `${kindOf(style)} ${(valueIn(style, "w:name") ?? "").toLowerCase()}`;

/** What the plain style of one is, is the plain style of the other. */
function defaultFor(style: Element, theirs: readonly Element[]): Element | undefined {
  if (!isDefault(style)) return undefined;
  return theirs.find((other) => isDefault(other) && kindOf(other) === kindOf(style));
}

function isDefault({attributes}: Element): boolean {
  return /^(?:1|true|on)$/.test(attributes["w:default"] ?? "");
}

function isNeeded(style: Element, own: Element, used: ReadonlySet<string>): boolean {
  if (isDefault(style) || used.has(idOf(style))) return true;
  const users = elements(own, "w:style").filter((other) => used.has(idOf(other)));
  return users.some((other) => ["w:basedOn", "w:link"].some((link) => valueIn(other, link) === idOf(style)));
}

function adapted(style: Element, ids: ReadonlyMap<string, string>): Element {
  const children = style.children.flatMap((node): Node[] => {
    if (typeof node === "string") return [node];
    if (node.name === "w:rPr") return [{...node, children: elements(node).filter(({name}) => name !== "w:rFonts")}];
    if (!["w:basedOn", "w:next", "w:link"].includes(node.name)) return [node];
    const id = ids.get(node.attributes["w:val"] ?? "");
    return id === undefined ? [] : [element(node.name, {"w:val": id})];
  });
  const {"w:default": _default, ...attributes} = style.attributes;
  return {...style, attributes: {...attributes, "w:styleId": ids.get(idOf(style)) ?? idOf(style)}, children};
}

/** The default run says the language, and nothing else does. */
function inLanguage(defaults: Element, language: string): Element {
  const run = child(child(defaults, "w:rPrDefault"), "w:rPr") ?? element("w:rPr");
  const tag = element("w:lang", {"w:val": language, "w:eastAsia": language});
  const others = elements(defaults).filter(({name}) => name !== "w:rPrDefault");
  const spoken = {...run, children: [...run.children, tag]};
  return {...defaults, children: [element("w:rPrDefault", {}, [spoken]), ...others]};
}
