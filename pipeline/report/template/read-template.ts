import {createHash} from "node:crypto";
import {type Unzipped, unzipSync} from "fflate";
import {DeliveryError} from "../../contract/delivery-error.ts";
import {cleaned} from "./clean.ts";
import {plainPicture} from "./picture.ts";
import {all, child, type Element, element, elements, parseXml} from "./xml.ts";

export const places = ["default", "first", "even"] as const;
export type Place = (typeof places)[number];
export const bands = ["header", "footer"] as const;
export type Band = (typeof bands)[number];

/** The head or foot of a page, with its pictures by the relation that points at them. */
export interface BandPart {
  readonly root: Element;
  readonly pictures: ReadonlyMap<string, {readonly path: string; readonly bytes: Uint8Array}>;
}

/** What a letterhead gives to a document, without anything that tells who made it. */
export interface Template {
  readonly styles: Element;
  readonly theme: Element | null;
  readonly numbering: Element | null;
  /** Size and margins of the page, and whether the first page is its own, as elements of `w:sectPr`. */
  readonly page: readonly Element[];
  readonly evenAndOdd: boolean;
  readonly bands: Readonly<Record<Band, Readonly<Partial<Record<Place, BandPart>>>>>;
  readonly textWidthMm: number;
}

const MOST_BYTES = 20_000_000;
const MOST_PARTS = 2000;
const NARROWEST_MM = 110;
export const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const FOREIGN = /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDE|IMPORT|DATABASE)\b/im;

const again = "Opne malen i Word, lagre han på nytt som .docx, og prøv igjen.";
const faults = {
  broken: `Malen i data/templates let seg ikkje lese som eit Word-dokument. ${again}`,
  locked: "Malen i data/templates har passord eller er i eit gammalt format. Lagre han utan passord, som .docx.",
  macro: "Malen i data/templates har makroar. Lagre han utan makroar, som .docx.",
  linked:
    "Malen i data/templates hentar noko utanfrå (lenkja bilete, mal på ein tenar eller eit felt). Set innhaldet inn i sjølve fila.",
  picture:
    "Topp- eller botnteksten i malen har eit bilete som ikkje er PNG, JPEG eller EMF. Set det inn på nytt som PNG.",
  narrow: `Malen i data/templates har for brei marg: teksten må vere minst ${NARROWEST_MM} mm brei.`,
  large: "Malen i data/templates er for stor. Lagre han på nytt utan store bilete (høgst 20 MB).",
} as const;

function refuse(fault: keyof typeof faults): never {
  throw new DeliveryError([faults[fault]]);
}

/** A letterhead from the bytes of a .docx. One that is broken, has macros or fetches something is refused in Norwegian. */
export function readTemplate(bytes: Uint8Array): Template {
  const parts = unzipped(bytes);
  const names = Object.keys(parts);
  const types = textOf(parts, "[Content_Types].xml");
  if (/macroEnabled/i.test(types) || names.some((name) => /vbaProject|vbaData|activeX\//i.test(name))) refuse("macro");
  if (names.some((name) => name.endsWith(".rels") && isLinked(rootOf(parts, name)))) refuse("linked");
  const document = rootOf(parts, "word/document.xml");
  const body = child(document, "w:body");
  if (document.name !== "w:document" || document.attributes["xmlns:w"] !== MAIN || body === undefined) refuse("broken");
  const written = names.filter((name) => /^word\/[\w-]+\.xml$/.test(name)).map((name) => rootOf(parts, name));
  if (written.some((root) => FOREIGN.test(instructions(root)))) refuse("linked");
  const sections = all(body).filter(({name}) => name === "w:sectPr");
  const page = pageOf(sections.at(-1));
  const textWidthMm = widthOf(page);
  if (textWidthMm < NARROWEST_MM) refuse("narrow");
  const related = relationsOf(parts, "word/document.xml");
  const none = new Set<string>();
  const optional = (type: string) => {
    const path = [...related.values()].find((relation) => relation.type === type)?.path;
    return path === undefined || parts[path] === undefined ? null : cleaned(rootOf(parts, path), none);
  };
  return {
    styles: optional("styles") ?? refuse("broken"),
    theme: optional("theme"),
    numbering: optional("numbering"),
    page,
    evenAndOdd: isOn(child(optional("settings") ?? undefined, "w:evenAndOddHeaders")),
    bands: {header: bandsOf(parts, sections, "header"), footer: bandsOf(parts, sections, "footer")},
    textWidthMm,
  };
}

function unzipped(bytes: Uint8Array): Unzipped {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) refuse("locked");
  if (bytes.length > MOST_BYTES) refuse("large");
  let [size, count] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({originalSize}) => {
        size += originalSize;
        count += 1;
        if (size > MOST_BYTES || count > MOST_PARTS) refuse("large");
        return true;
      },
    });
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    return refuse("broken");
  }
}

function textOf(parts: Unzipped, path: string): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(parts[path] ?? refuse("broken"));
  } catch {
    return refuse("broken");
  }
}

function rootOf(parts: Unzipped, path: string): Element {
  return parseXml(textOf(parts, path)) ?? refuse("broken");
}

/** Something outside the file that is fetched when it is opened; a link a reader clicks is not. */
function isLinked(relations: Element): boolean {
  return elements(relations).some(({attributes}) => {
    const {Type = "", Target = "", TargetMode = ""} = attributes;
    if (TargetMode.toLowerCase() !== "external" || Type.endsWith("/hyperlink")) return false;
    return !Type.endsWith("/attachedTemplate") || /^(?:https?|ftp|mhtml):|^(?:file:)?[\\/]{2}(?![\\/])/i.test(Target);
  });
}

/** What every field says it does, one a line: a field may be cut into many runs. */
function instructions(root: Element): string {
  const told = ({name, attributes, children}: Element): string => {
    if (name === "w:instrText") return children.join("");
    const simple = attributes["w:instr"];
    return simple === undefined ? (name === "w:fldChar" ? "\n" : "") : `\n${simple}\n`;
  };
  return all(root).map(told).join("");
}

function isOn(found: Element | undefined): boolean {
  return found !== undefined && !/^(?:0|false|off)$/.test(found.attributes["w:val"] ?? "");
}

const a4 = [
  element("w:pgSz", {"w:w": "11906", "w:h": "16838"}),
  element("w:pgMar", {"w:top": "1417", "w:right": "1417", "w:bottom": "1417", "w:left": "1417"}),
];

function pageOf(section: Element | undefined): Element[] {
  const found = ["w:pgSz", "w:pgMar", "w:titlePg", "w:docGrid"].flatMap((name) => child(section, name) ?? []);
  const has = (name: string) => found.some((own) => own.name === name);
  const whole = [...a4.filter(({name}) => !has(name)), ...found].map(({name, attributes}) => element(name, attributes));
  const order = ["w:pgSz", "w:pgMar", "w:titlePg", "w:docGrid"];
  return whole.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

const twipsPerMm = 1440 / 25.4;

function widthOf(page: readonly Element[]): number {
  const [size, margin] = ["w:pgSz", "w:pgMar"].map((name) => page.find((own) => own.name === name)?.attributes ?? {});
  const twips = (attributes: Element["attributes"] | undefined, name: string) => Number(attributes?.[name] ?? 0);
  const sides = ["w:left", "w:right", "w:gutter"].reduce((sum, name) => sum + twips(margin, name), 0);
  const width = (twips(size, "w:w") - sides) / twipsPerMm;
  return Number.isFinite(width) ? width : refuse("broken");
}

interface Relation {
  readonly type: string;
  readonly path: string;
}

/** The parts that a part points at inside the package, by relation. */
function relationsOf(parts: Unzipped, path: string): Map<string, Relation> {
  const relations = path.replace(/([^/]+)$/, "_rels/$1.rels");
  if (parts[relations] === undefined) return new Map();
  const inside = elements(rootOf(parts, relations)).filter(({attributes}) => attributes.TargetMode !== "External");
  return new Map(
    inside.map(({attributes: {Id = "", Type = "", Target = ""}}) => [
      Id,
      {type: Type.startsWith(TYPES) ? Type.slice(TYPES.length + 1) : "", path: resolved(path, Target)},
    ]),
  );
}

function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folders = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== ".") folders.push(step);
  }
  return folders.join("/");
}

/** A section without its own head or foot has that of the section before. */
function bandsOf(parts: Unzipped, sections: readonly Element[], band: Band): Template["bands"][Band] {
  const related = relationsOf(parts, "word/document.xml");
  const references = sections.flatMap((section) => elements(section, `w:${band}Reference`));
  const found = places.flatMap((place) => {
    const id = references.filter(({attributes}) => (attributes["w:type"] ?? "default") === place).at(-1)?.attributes;
    const relation = related.get(id?.["r:id"] ?? "");
    if (relation?.type !== band || parts[relation.path] === undefined) return [];
    return [[place, bandPart(parts, relation.path)] as const];
  });
  return Object.fromEntries(found);
}

function bandPart(parts: Unzipped, path: string): BandPart {
  const root = rootOf(parts, path);
  const images = [...relationsOf(parts, path)].filter(([, {type}]) => type === "image");
  const clean = cleaned(root, new Set(images.map(([id]) => id)));
  const used = new Set(all(clean).flatMap(({attributes}) => Object.values(attributes)));
  const pictures = images
    .filter(([id]) => used.has(id))
    .map(([id, relation]) => {
      const plain = plainPicture(parts[relation.path] ?? refuse("broken")) ?? refuse("picture");
      const name = createHash("sha256").update(plain.bytes).digest("hex").slice(0, 12);
      return [id, {path: `word/media/mal-${name}.${plain.extension}`, bytes: plain.bytes}] as const;
    });
  return {root: clean, pictures: new Map(pictures)};
}
