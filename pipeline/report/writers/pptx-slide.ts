import {texts} from "../../../dashboard/text/text.ts";
import {glyph, written} from "../cells.ts";
import type {Block, Cell, ChartBlock, Document, Drawing, KeyFigure, TableBlock} from "../document.ts";
import {columnGroups, signKey} from "./common.ts";
import {pngOf} from "./png.ts";
import {brokenLines, fitsOneLine, headSize, largest, letter, plainText, pointsPerEmu, rowHeight} from "./pptx-fit.ts";
import {type Box, bodyBox, emuPerMm, namespaces, oneLineTitle, place, shapeTree, xmlPart} from "./pptx-frame.ts";
import {notesXml} from "./pptx-notes.ts";
import {escapedXml, tag} from "./pptx-words.ts";

/** A slide: its own XML, the pictures it shows, and what is said to it. */
export interface Slide {
  readonly xml: string;
  readonly pictures: readonly Uint8Array[];
  readonly notes: string;
}

interface Part {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Every heading of the first level begins a slide. */
export function slidesOf(document: Document): Slide[] {
  const starts = document.blocks.flatMap(({kind}, index) => (kind === "heading" ? [index] : []));
  return starts.map((start, index) => {
    const [heading, ...blocks] = document.blocks.slice(start, starts[index + 1]);
    return drawn(document, {title: heading?.kind === "heading" ? heading.text : "", blocks});
  });
}

function drawn(document: Document, {title, blocks}: Part): Slide {
  const seen = blocks.filter(({kind}) => kind !== "talk");
  const [asked] = seen.filter((block) => block.kind === "decision");
  const atFoot = seen.length > 1 ? asked : undefined;
  const page = new Page(document, title, atFoot);
  for (const block of blocks) if (block !== atFoot) page.add(block);
  const talk = blocks.flatMap((block) => (block.kind === "talk" ? [block.text] : []));
  return {...page.slide(), notes: notesXml(document, talk)};
}

const lineHeight = 1.25;
const roomyLetters = 480;

/** A few short proposals are set larger: the room reads them from the wall. */
function sizeOf(items: readonly string[]): number {
  return items.join(" ").length <= roomyLetters ? 24 : 18;
}

const noteSize = 12;
const noteHeight = (noteSize * lineHeight + 1) * pointsPerEmu;
const titleSize = (title: string): number => (title.length > 90 ? 22 : 28);

const gap = 4 * emuPerMm;
/** What belongs together stands closer: the words over a table and the signs under it. */
const closeGap = 1.5 * emuPerMm;
const askSize = 14;
type DecisionBlock = Extract<Block, {kind: "decision"}>;

interface RunStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
}

interface GridStyle {
  /** Points, as `first`: the size of the first row where it is larger than the rest. */
  readonly size: number;
  readonly first?: number;
  readonly alt: string;
  readonly below?: number;
}

/** Blocks under each other, from the top of the body of the slide; a table or a picture takes what is left. */
class Page {
  private readonly document: Document;
  private readonly title: string;
  private readonly shapes: string[] = [];
  private readonly pictures: Uint8Array[] = [];
  private y: number;
  private readonly bottom: number;

  constructor(document: Document, title: string, asked?: DecisionBlock) {
    this.document = document;
    this.title = title;
    this.y = fitsOneLine(title, titleSize(title)) ? oneLineTitle.below : bodyBox.y;
    this.bottom = bodyBox.y + bodyBox.height;
    if (asked) this.bottom -= this.ask(asked) + gap;
  }

  slide(): Omit<Slide, "notes"> {
    const {meta, marks} = this.document;
    const foot = [...marks, meta.source, meta.run].join(" · ");
    const size = titleSize(this.title);
    const own = fitsOneLine(this.title, size)
      ? `<p:spPr><a:xfrm>${place(oneLineTitle.box)}</a:xfrm></p:spPr>`
      : "<p:spPr/>";
    const holders = [
      `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Tittel 1"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>${own}${this.body([this.paragraph(this.title, {size, bold: true})])}</p:sp>`,
    ];
    const last = [
      `<p:sp><p:nvSpPr><p:cNvPr id="${this.nextId()}" name="Botntekst"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="ftr" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>${this.body([this.paragraph(foot, {size: 10, colour: "4A515B"})])}</p:sp>`,
      `<p:sp><p:nvSpPr><p:cNvPr id="${this.nextId() + 1}" name="Lysarknummer"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="4"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{00000000-0000-4000-8000-000000000001}" type="slidenum"><a:rPr lang="${tag(this.document)}" sz="1000"><a:latin typeface="+mn-lt"/></a:rPr><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>`,
    ];
    const tree = shapeTree([...holders, ...this.shapes, ...last]);
    return {
      xml: xmlPart(`<p:sld ${namespaces}>${tree}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`),
      pictures: this.pictures,
    };
  }

  add(block: Block): void {
    switch (block.kind) {
      case "finding":
        this.text([
          {text: block.text, size: 20, bold: true},
          {text: block.lead, size: 16, colour: "4A515B"},
        ]);
        return;
      case "paragraph":
      case "note":
        this.text([{text: block.text, size: 18, colour: "4A515B"}]);
        return;
      case "list":
        this.text(block.items.map((text) => ({text: `• ${text}`, size: 15, after: 4})));
        return;
      case "definitions":
        this.text(block.items.map(({word, text}) => ({text: `${word}: ${text}`, size: 14})));
        return;
      case "decision":
        this.text(
          block.items.map((text, index) => ({text: `${index + 1}. ${text}`, size: sizeOf(block.items), after: 10})),
        );
        return;
      case "choice":
        this.text([
          {text: block.title, size: 18, bold: true},
          {text: block.options.join(" · "), size: 16},
        ]);
        return;
      case "keyfigures":
        this.keyFigures(block.figures);
        return;
      case "table":
        this.table(block);
        return;
      case "chart":
        this.chart(block);
        return;
      case "heading":
      case "pagebreak":
      case "talk":
        return;
    }
  }

  private nextId(): number {
    return this.shapes.length + 3;
  }

  private rest(): number {
    return this.bottom - this.y;
  }

  private take(height: number, after = gap): Box {
    const box = {...bodyBox, y: this.y, height};
    this.y += height + after;
    return box;
  }

  private paragraph(text: string, {size, bold = false, colour = "1A1F26"}: RunStyle, after = 0): string {
    const space = after > 0 ? `<a:spcAft><a:spcPts val="${after * 100}"/></a:spcAft>` : "";
    return `<a:p><a:pPr>${space}</a:pPr>${this.run(text, {size, bold, colour})}</a:p>`;
  }

  private run(text: string, {size, bold = false, colour = "1A1F26"}: RunStyle): string {
    return `<a:r><a:rPr lang="${tag(this.document)}" sz="${Math.round(size * 100)}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:latin typeface="+mn-lt"/></a:rPr><a:t>${escapedXml(text)}</a:t></a:r>`;
  }

  private body(paragraphs: readonly string[]): string {
    return `<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs.join("")}</p:txBody>`;
  }

  private text(lines: readonly (RunStyle & {readonly text: string; readonly after?: number})[], below = gap): void {
    const height = lines.reduce((sum, {text, size, after = 6}) => {
      const wide = bodyBox.width / pointsPerEmu / (size * letter);
      return sum + (Math.ceil(text.length / wide) * size * lineHeight + after) * pointsPerEmu;
    }, 0);
    const paragraphs = lines.map(({text, after = 6, ...style}) => this.paragraph(text, style, after));
    const id = this.nextId();
    this.shapes.push(
      `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Tekst ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>${place(this.take(height, below))}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>${this.body(paragraphs)}</p:sp>`,
    );
  }

  /** What is proposed on the ground of the slide, in a field at its foot; its height is given back. */
  private ask({title, items}: DecisionBlock): number {
    const inset = 3 * emuPerMm;
    const wide = (bodyBox.width - 2 * inset) / pointsPerEmu / (askSize * letter);
    const lines = items.reduce((sum, text) => sum + Math.ceil(text.length / wide), 1);
    const height = Math.round(lines * askSize * lineHeight * pointsPerEmu + 2 * inset);
    const box = {...bodyBox, y: bodyBox.y + bodyBox.height - height, height};
    const id = this.nextId();
    const text = [
      this.paragraph(title, {size: askSize, bold: true}, 2),
      ...items.map((item) => this.paragraph(item, {size: askSize}, 2)),
    ];
    const body = this.body(text).replace(/([lrtb]Ins)="0"/g, `$1="${inset}"`);
    this.shapes.push(
      `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Vedtak ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>${place(box)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="F5F6F7"/></a:solidFill></p:spPr>${body}</p:sp>`,
    );
    return height;
  }

  private chart({title, subtitle, drawing, notes}: ChartBlock): void {
    this.captions(title, subtitle);
    const {bytes, widthMm, heightMm} = pngOf(drawing);
    const below = notes.length > 0 ? 14 * emuPerMm : 0;
    const scale = Math.min(bodyBox.width / widthMm, (this.rest() - below) / heightMm);
    const box = this.take(heightMm * scale);
    this.picture(bytes, drawing, {...box, width: widthMm * scale});
    if (notes.length > 0) this.text(notes.map((text) => ({text, size: noteSize, colour: "4A515B"})));
  }

  private picture(bytes: Uint8Array, {alt}: Drawing, box: Box): void {
    this.pictures.push(bytes);
    const id = this.nextId();
    this.shapes.push(
      `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Figur ${id}" descr="${escapedXml(alt)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId${this.pictures.length + 2}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>${place(box)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
    );
  }

  private captions(title: string, subtitle: string): void {
    const lines = [
      ...(title === "" ? [] : [{text: title, size: 16, bold: true, after: 2}]),
      {text: subtitle, size: 12, colour: "4A515B", after: 2},
    ];
    this.text(lines, closeGap);
  }

  private keyFigures(figures: readonly KeyFigure[]): void {
    const table = (cells: readonly string[]): readonly Cell[] => cells.map((text) => ({kind: "text", text}));
    const value = ({cell, unit}: KeyFigure) =>
      cell.kind === "drawing" ? "" : `${written(cell)}${unit === undefined ? "" : ` ${unit}`}`;
    const columns = figures.map(({label}) => ({title: label, align: "left" as const, widthMm: 40}));
    const bases = figures.map(({basis}) => basis);
    const rows = [table(figures.map(value)), ...(bases.some((basis) => basis !== "") ? [table(bases)] : [])];
    this.grid(
      {kind: "table", title: "", subtitle: "", columns, rows, notes: []},
      {size: 16, first: 32, alt: figures.map(({label}) => label).join(", ")},
    );
  }

  private table(block: TableBlock): void {
    this.captions(block.title, block.subtitle);
    const key = signKey(block, this.document.language);
    const notes = [...block.notes, ...(key === "" ? [] : [key])];
    const below = notes.length * noteHeight + closeGap;
    const size = largest(block, this.rest() - below);
    const {tableOf} = texts[this.document.language];
    this.grid(block, {size, alt: tableOf(block.title === "" ? block.subtitle : block.title), below: closeGap});
    this.text(notes.map((text) => ({text, size: noteSize, colour: "4A515B", after: 1})));
  }

  private grid(block: TableBlock, {size, first = size, alt, below = gap}: GridStyle): void {
    const {columns, rows, total} = block;
    const sum = columns.reduce((all, {widthMm}) => all + widthMm, 0);
    const widths = columns.map(({widthMm}) => Math.round((widthMm / sum) * bodyBox.width));
    const height = Math.round(size * rowHeight * pointsPerEmu);
    const groups = columnGroups(columns);
    const hasGroups = groups.some(({title}) => title !== "");
    const afterNumber = (place: number) => columns[place]?.align === "left" && columns[place - 1]?.align === "right";
    const head = columns.map(({title, align}, place) =>
      this.cell(this.run(title, {size: size * headSize, bold: true}), {
        align,
        fill: "F5F6F7",
        afterNumber: afterNumber(place),
      }),
    );
    const over = groups.flatMap(({title, span}) => [
      this.cell(this.run(title, {size: size * headSize, bold: true}), {
        align: "left",
        fill: "F5F6F7",
        attributes: span > 1 ? ` gridSpan="${span}"` : "",
      }),
      ...Array.from({length: span - 1}, () =>
        this.cell("", {align: "left", fill: "F5F6F7", attributes: ' hMerge="1"'}),
      ),
    ]);
    const body = rows.map((row, index) =>
      row.map((cell, column) =>
        this.cell(
          this.cellRuns(cell, index === 0 ? {size: first, bold: total === true || first > size} : {size, bold: false}),
          {
            align: columns[column]?.align ?? "left",
            afterNumber: afterNumber(column),
          },
        ),
      ),
    );
    const lines = [...(hasGroups ? [over] : []), head, ...body].map(
      (cells) => `<a:tr h="${height}">${cells.join("")}</a:tr>`,
    );
    const id = this.nextId();
    const grid = widths.map((width) => `<a:gridCol w="${width}"/>`).join("");
    this.shapes.push(
      `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Tabell ${id}" descr="${escapedXml(alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm>${place(this.take((lines.length + brokenLines(block, widths, size) + first / size - 1) * height, below))}</p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${lines.join("")}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`,
    );
  }

  private cellRuns(cell: Cell, {size, bold}: {readonly size: number; readonly bold: boolean}): string {
    if (cell.kind === "drawing") return "";
    const dom = cell.kind === "dom" || cell.kind === "number" ? cell.dom : undefined;
    const sign = dom
      ? this.run(`${glyph[dom]} `, {size: size * 0.9, colour: dom === "uviss" ? "4A515B" : "5B2A86"})
      : "";
    return `${sign}${this.run(plainText(cell), {size, bold: bold || (dom !== undefined && dom !== "uviss")})}`;
  }

  private cell(
    runs: string,
    {
      align,
      fill,
      attributes = "",
      afterNumber = false,
    }: {
      readonly align: "left" | "right";
      readonly fill?: string;
      readonly attributes?: string;
      readonly afterNumber?: boolean;
    },
  ): string {
    const line = '<a:lnB w="6350"><a:solidFill><a:srgbClr val="DDE1E6"/></a:solidFill></a:lnB>';
    const none = ["lnL", "lnR", "lnT"].map((side) => `<a:${side} w="0"><a:noFill/></a:${side}>`).join("");
    const paint = fill === undefined ? "<a:noFill/>" : `<a:solidFill><a:srgbClr val="${fill}"/></a:solidFill>`;
    return `<a:tc${attributes}><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="${align === "right" ? "r" : "l"}"/>${runs === "" ? `<a:endParaRPr lang="${tag(this.document)}"/>` : runs}</a:p></a:txBody><a:tcPr marL="${afterNumber ? 180000 : 36000}" marR="72000" marT="18000" marB="18000" anchor="ctr">${none}${line}${paint}</a:tcPr></a:tc>`;
  }
}
