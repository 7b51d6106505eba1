import {all, changed, type Element, element, elements} from "./xml.ts";

/** Beyond any list the document has of its own. */
const FIRST = 1000;

interface Lists {
  readonly styles: Element;
  readonly numbering: Element;
}

/** The lists of a document and those the letterhead's styles count by, under numbers of their own. */
export function mergedLists(own: Element, styles: Element, theirs: Element | null): Lists {
  if (theirs === null) return {numbering: own, styles: renumbered(styles, new Map())};
  const used = new Set(all(styles).flatMap(({name, attributes}) => (name === "w:numId" ? [attributes["w:val"]] : [])));
  const nums = elements(theirs, "w:num").filter(({attributes}) => used.has(attributes["w:numId"]));
  const numbers = new Map(nums.map(({attributes}, index) => [attributes["w:numId"] ?? "", String(FIRST + index)]));
  const lists = nums.flatMap((num, index) => {
    const abstract = elements(num, "w:abstractNumId")[0]?.attributes["w:val"];
    const list = elements(theirs, "w:abstractNum").find(({attributes}) => attributes["w:abstractNumId"] === abstract);
    return list === undefined ? [] : [{num, list, id: String(FIRST + index)}];
  });
  const abstracts = lists.map(({list, id}) => ({
    ...plainList(list),
    attributes: {...list.attributes, "w:abstractNumId": id},
  }));
  const concrete = lists.map(({num, id}) =>
    element("w:num", {"w:numId": id}, [
      element("w:abstractNumId", {"w:val": id}),
      ...elements(num).filter(({name}) => name !== "w:abstractNumId"),
    ]),
  );
  const {attributes} = own;
  return {
    styles: renumbered(styles, numbers),
    numbering: {
      ...own,
      attributes: {...theirs.attributes, ...attributes},
      children: [...elements(own, "w:abstractNum"), ...abstracts, ...elements(own, "w:num"), ...concrete],
    },
  };
}

/** Pictures are left behind; the others tell lists of one document apart. */
const UNIQUE = /^w:(?:lvlPicBulletId|nsid|tmpl|styleLink|numStyleLink)$/;

function plainList(list: Element): Element {
  const [plain = list] = changed(list, (own) => (UNIQUE.test(own.name) ? [] : [own]));
  return typeof plain === "string" ? list : plain;
}

/** A style keeps its list where the list came along, and stands without one elsewhere. */
function renumbered(styles: Element, numbers: ReadonlyMap<string, string>): Element {
  const [root = styles] = changed(styles, (own) => {
    if (own.name !== "w:numPr") return [own];
    const id = elements(own, "w:numId")[0]?.attributes["w:val"];
    const given = id === undefined || id === "0" ? id : numbers.get(id);
    if (id !== undefined && given === undefined) return [];
    const others = elements(own).filter(({name}) => name !== "w:numId");
    return [{...own, children: [...others, ...(given === undefined ? [] : [element("w:numId", {"w:val": given})])]}];
  });
  return typeof root === "string" ? styles : root;
}
