import type {IParagraphStyleOptions, IStylesOptions} from "docx";
import type {Language} from "../../contract/edition.ts";
import type {DocumentForm} from "../document.ts";

export const colour = {
  text: "1A1F26",
  muted: "4A515B",
  line: "8E949C",
  faint: "DDE1E6",
  panel: "F5F6F7",
  note: "FFF7DB",
  navy: "12335C",
  signal: "5B2A86",
} as const;

/** Arial: on every office machine, and with the same widths in the free replacement. */
const font = "Arial";
/** Half points. */
const size = {body: 20, small: 16, table: 16, lead: 21, finding: 27} as const;
/** Said outright, because a line height without a rule clips pictures in LibreOffice. */
const auto = "auto" as const;
const twipsPerMm = 56.6929;

export function mm(value: number): number {
  return Math.round(value * twipsPerMm);
}

export const textWidthMm = 166;

const locale: Readonly<Record<Language, string>> = {nn: "nn-NO", nb: "nb-NO"};

/** A brief is set smaller than a report, so that it stays on its two pages. */
export function styles(language: Language, form: DocumentForm, scale = 1): IStylesOptions {
  return scale === 1 ? drawnUp(language, form) : scaled(drawnUp(language, form), scale);
}

/** Every size of type and every space between paragraphs, made smaller. */
function scaled<T>(value: T, scale: number, name = ""): T {
  if (typeof value === "number")
    return (["size", "before", "after"].includes(name) ? Math.round(value * scale) : value) as T;
  if (Array.isArray(value)) return value.map((one) => scaled(one, scale)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, scaled(own, scale, key)])) as T;
}

function drawnUp(language: Language, form: DocumentForm): IStylesOptions {
  const brief = form === "brief";
  const heading = (points: number, before: number, after: number) => ({
    run: {font, size: points * 2, bold: true, color: colour.text},
    paragraph: {spacing: {before, after, line: 252, lineRule: auto}, keepNext: true, keepLines: true},
  });
  return {
    default: {
      document: {
        run: {font, size: brief ? 17 : size.body, color: colour.text, language: {value: locale[language]}},
        paragraph: {spacing: {after: brief ? 60 : 110, line: brief ? 250 : 276, lineRule: auto}},
      },
      title: {
        run: {font, size: 64, bold: true, color: colour.text},
        paragraph: {spacing: {before: 900, after: 80, line: 240, lineRule: auto}},
      },
      heading1: brief ? heading(15.5, 0, 60) : heading(20, 480, 120),
      heading2: brief ? heading(11.5, 140, 50) : heading(14, 300, 100),
      heading3: heading(11.5, 220, 70),
      caption: {
        run: {font, size: 19, bold: true, color: colour.text},
        paragraph: {spacing: {before: 160, after: 20, line: 252, lineRule: auto}, keepNext: true, keepLines: true},
      },
    },
    paragraphStyles: brief ? own.map(tighter) : own,
  };
}

const style = (
  id: string,
  run: NonNullable<IParagraphStyleOptions["run"]>,
  paragraph: NonNullable<IParagraphStyleOptions["paragraph"]> = {},
): IParagraphStyleOptions => ({
  id,
  name: id.replace(/^TOC/, "toc "),
  basedOn: "Normal",
  quickFormat: true,
  run: {font, ...run},
  paragraph,
});

const box = (fill: string, edge: string) => ({
  shading: {type: "clear", color: "auto", fill} as const,
  border: {
    top: {style: "single", color: fill, size: 4, space: 5} as const,
    bottom: {style: "single", color: fill, size: 4, space: 5} as const,
    left: {style: "single", color: edge, size: 24, space: 8} as const,
    right: {style: "single", color: fill, size: 4, space: 8} as const,
  },
  indent: {left: 200, right: 200},
});

const own: readonly IParagraphStyleOptions[] = [
  style("Undertittel", {size: 30, color: colour.muted}, {spacing: {after: 320}}),
  style("Om", {size: size.lead, color: colour.muted}, {spacing: {after: 60}}),
  style("Innhaldstittel", {size: 28, bold: true}, {spacing: {before: 480, after: 80}, keepNext: true}),
  style(
    "Funn",
    {size: size.finding, bold: true},
    {spacing: {before: 60, after: 60, line: 259, lineRule: auto}, keepNext: true, keepLines: true},
  ),
  style(
    "FunnLite",
    {size: 22, bold: true},
    {spacing: {before: 100, after: 20, line: 259, lineRule: auto}, keepNext: true, keepLines: true},
  ),
  style("Ingress", {size: size.lead, color: colour.muted}, {spacing: {after: 140}, keepLines: true}),
  style(
    "Undertekst",
    {size: size.small, color: colour.muted},
    {spacing: {after: 70, line: 240, lineRule: auto}, keepNext: true, keepLines: true},
  ),
  style("Figur", {}, {spacing: {before: 20, after: 40, line: 240, lineRule: auto}, keepNext: true}),
  style(
    "Merknad",
    {size: 15, color: colour.muted},
    {spacing: {before: 40, after: 0, line: 240, lineRule: auto}, keepLines: true},
  ),
  style(
    "Kjelde",
    {size: 15, color: colour.muted},
    {spacing: {before: 40, after: 200, line: 240, lineRule: auto}, keepLines: true},
  ),
  style("Fotnote", {size: size.small}, {spacing: {after: 20, line: 240, lineRule: auto}}),
  style("Tabelltekst", {size: size.table}, {spacing: {before: 0, after: 0, line: 240, lineRule: auto}}),
  style(
    "Tabellhovud",
    {size: size.small, bold: true, color: colour.muted},
    {spacing: {before: 0, after: 0, line: 240, lineRule: auto}, keepNext: true},
  ),
  style("Nykeltal", {size: 44, bold: true}, {spacing: {before: 20, after: 0, line: 240, lineRule: auto}}),
  style("Brevtekst", {}, {spacing: {after: 110, line: 276, lineRule: auto}}),
  style("Punkt", {}, {spacing: {after: 60}, contextualSpacing: false}),
  style("Ord", {}, {spacing: {after: 60}, indent: {left: 3300, hanging: 3300}, keepLines: true}),
  style(
    "Vedtakstittel",
    {size: 22, bold: true},
    {...box(colour.panel, colour.navy), spacing: {before: 260, after: 0, line: 300, lineRule: auto}, keepNext: true},
  ),
  style(
    "Vedtak",
    {},
    {...box(colour.panel, colour.navy), spacing: {before: 0, after: 0, line: 290, lineRule: auto}, keepLines: true},
  ),
  style(
    "Vedtaksnote",
    {size: size.small, color: colour.muted},
    {...box(colour.panel, colour.navy), spacing: {before: 0, after: 40, line: 240, lineRule: auto}, keepLines: true},
  ),
  style(
    "Obs",
    {},
    {...box(colour.note, "8A6D00"), spacing: {before: 40, after: 160, line: 280, lineRule: auto}, keepLines: true},
  ),
  style("Topptekst", {size: size.small, color: colour.muted}, {spacing: {after: 0, line: 240, lineRule: auto}}),
  style("TOC1", {size: size.body, bold: true}, {spacing: {before: 80, after: 20}}),
  style("TOC2", {size: size.body}, {spacing: {after: 20}, indent: {left: 280}}),
];

/** The same style with half the air around it, and no text larger than a brief has room for. */
function tighter(style: IParagraphStyleOptions): IParagraphStyleOptions {
  const {before = 0, after = 0, ...spacing} = style.paragraph?.spacing ?? {};
  const {size: points} = style.run ?? {};
  return {
    ...style,
    run: {...style.run, ...(typeof points === "number" ? {size: Math.min(30, Math.round(points * 0.9))} : {})},
    paragraph: {...style.paragraph, spacing: {...spacing, before: Number(before) / 2, after: Number(after) / 2}},
  };
}
