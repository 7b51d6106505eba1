import {changed, child, type Element, element, elements, type Node} from "./xml.ts";

/** Who wrote, changed or remarked, and what is bound to the properties of the file: gone with all it holds. */
const DROPPED =
  /^w:(?:del|moveFrom|\w+Change|comment\w*|bookmark\w+|perm(?:Start|End)|proofErr|rsid|subDoc|altChunk|object|control|lang|moveFromRange\w+|moveToRange\w+|customXml\w+Range\w+|footnoteReference|endnoteReference|annotationRef)$|^o:(?:OLEObject|hlinkclick)$|^a:(?:hlinkClick|hlinkHover|extLst)$/;
/** Only the wrapping goes; what is inside stays. */
const UNWRAPPED = /^w:(?:ins|moveTo|hyperlink|smartTag|customXml|sdtContent)$/;
const DROPPED_ATTRIBUTES = /^w:(?:rsid\w*|author|date|initials)$|^w\d*:(?:paraId|textId)$|^o:(?:title|href)$|^title$/;
/** The only fields that stay: what they show comes from the new document. */
const KEPT_FIELDS = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;

/** A picture of a letterhead is called a logo: what its author called it may be a path or a name. */
const LOGO = "Logo";

/** A header, footer, style sheet or list without persons, tracked changes, remarks, links and foreign fields. */
export function cleaned(root: Element, pictures: ReadonlySet<string>): Element {
  const [whole] = changed(root, (own) => cleanedElement(own, pictures));
  const plain = whole === undefined || typeof whole === "string" ? element(root.name) : whole;
  const declared = Object.entries(root.attributes).filter(([name]) => /^xmlns(?::|$)|^mc:Ignorable$/.test(name));
  return {...plain, attributes: Object.fromEntries(declared)};
}

function cleanedElement(own: Element, pictures: ReadonlySet<string>): readonly Node[] {
  const {name, children} = own;
  if (DROPPED.test(name)) return [];
  if (UNWRAPPED.test(name)) return children;
  if (name === "w:sdt") return isBound(own) ? [] : elements(own).filter((inner) => inner.name !== "w:sdtPr");
  if (name === "w:sdtPr" || name === "w:sdtEndPr") return name === "w:sdtPr" ? [own] : [];
  if (name === "w:fldSimple") return KEPT_FIELDS.test(own.attributes["w:instr"] ?? "") ? [own] : [];
  if (name === "w:p") return [withoutFields(withAttributes(own))];
  if (/^(?:w:drawing|w:pict)$/.test(name) && !isWhole(own, pictures)) return [];
  if (/^(?:wp:docPr|pic:cNvPr)$/.test(name)) return [named(own)];
  return [withAttributes(own)];
}

/** A control that shows a property of the file, such as its author, or a hint to whoever writes. */
function isBound(control: Element): boolean {
  const properties = child(control, "w:sdtPr");
  return /"(?:w|w15):dataBinding"|"w:showingPlcHdr"/.test(JSON.stringify(properties ?? {}));
}

function withAttributes(own: Element): Element {
  const kept = Object.entries(own.attributes)
    .filter(([name]) => !DROPPED_ATTRIBUTES.test(name))
    .map(([name, value]) => [name, name === "alt" ? LOGO : value]);
  return {...own, attributes: Object.fromEntries(kept)};
}

function named({name, attributes}: Element): Element {
  return element(name, {id: attributes.id ?? "1", name: LOGO, ...(name === "wp:docPr" ? {descr: LOGO} : {})});
}

/** A drawing is kept when every part it points at came along. */
function isWhole(drawing: Element, pictures: ReadonlySet<string>): boolean {
  const pointed = (node: Element): string[] => [
    ...Object.entries(node.attributes).flatMap(([name, value]) => (/^(?:r:|o:relid$)/.test(name) ? [value] : [])),
    ...elements(node).flatMap(pointed),
  ];
  return pointed(drawing).every((id) => pictures.has(id));
}

interface Field {
  instruction: string;
  closed: boolean;
}

/** The paragraph without what fields show, but for the numbers of pages. */
function withoutFields(paragraph: Element): Element {
  const open: Field[] = [];
  const found: {readonly inside: readonly Field[]; readonly node: Node}[] = [];
  for (const run of paragraph.children) {
    if (typeof run === "string" || run.name !== "w:r") {
      found.push({inside: [...open], node: run});
      continue;
    }
    for (const node of run.children) {
      const inside = typeof node === "string" ? [...open] : insideOf(node, open);
      const properties = elements(run, "w:rPr");
      if (typeof node === "string" || node.name === "w:rPr") continue;
      found.push({inside, node: {...run, children: [...properties, node]}});
    }
  }
  const kept = found.filter(({inside}) =>
    inside.every(({instruction, closed}) => closed && KEPT_FIELDS.test(instruction)),
  );
  return {...paragraph, children: kept.map(({node}) => node)};
}

/** The fields a part of a run belongs to; begins and ends them on its way. */
function insideOf(node: Element, open: Field[]): readonly Field[] {
  if (node.name === "w:instrText") for (const field of open.slice(-1)) field.instruction += node.children.join("");
  if (node.name !== "w:fldChar") return [...open];
  const type = node.attributes["w:fldCharType"];
  if (type === "begin") open.push({instruction: "", closed: false});
  const inside = open.length === 0 ? [{instruction: "", closed: false}] : [...open];
  if (type === "end") for (const field of open.splice(-1)) field.closed = true;
  return inside;
}
