/** The fixed parts of a presentation: theme, master, layouts and the master of the notes (ECMA-376, PresentationML). */

export const emuPerMm = 36_000;
export const slideSize = {width: 12_192_000, height: 6_858_000} as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const side = 14 * emuPerMm;
const titleBox: Box = {x: side, y: 9 * emuPerMm, width: slideSize.width - 2 * side, height: 24 * emuPerMm};
export const bodyBox: Box = {...titleBox, y: 36 * emuPerMm, height: 138 * emuPerMm};
/** A title of one line leaves the rest of its place to the slide. */
export const oneLineTitle = {box: {...titleBox, height: 13 * emuPerMm}, below: 26 * emuPerMm} as const;
const footBox: Box = {x: side, y: 179 * emuPerMm, width: 200 * emuPerMm, height: 7 * emuPerMm};
const numberBox: Box = {...footBox, x: slideSize.width - side - 30 * emuPerMm, width: 30 * emuPerMm};

export const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function xmlPart(body: string): string {
  return `${declaration}${body}`;
}

export function place({x, y, width, height}: Box): string {
  return `<a:off x="${Math.round(x)}" y="${Math.round(y)}"/><a:ext cx="${Math.round(width)}" cy="${Math.round(height)}"/>`;
}

/** Relations in order: the first is `rId1`. */
export function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${types}/${type}" Target="${target}"/>`,
  );
  return xmlPart(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`,
  );
}

const emptyTree =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

export function shapeTree(shapes: readonly string[]): string {
  return `<p:cSld><p:spTree>${emptyTree}${shapes.join("")}</p:spTree></p:cSld>`;
}

interface Holder {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly box: Box;
  readonly text: string;
  readonly size: number;
  readonly align?: string;
}

function holder({id, name, type, box, text, size, align = "l"}: Holder): string {
  const style = `<a:lstStyle><a:lvl1pPr algn="${align}"><a:defRPr sz="${size}"/></a:lvl1pPr></a:lstStyle>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${type}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${place(box)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:normAutofit/></a:bodyPr>${style}<a:p>${text}</a:p></p:txBody></p:sp>`;
}

const slideNumber = '<a:fld id="{00000000-0000-4000-8000-000000000001}" type="slidenum"><a:t>‹#›</a:t></a:fld>';
const holders = [
  holder({id: 2, name: "Tittel", type: 'type="title"', box: titleBox, text: "", size: 2800}).replace(
    'anchor="b"',
    'anchor="t"',
  ),
  holder({id: 3, name: "Innhald", type: 'type="body" idx="1"', box: bodyBox, text: "", size: 1800}).replace(
    'anchor="b"',
    'anchor="t"',
  ),
  holder({id: 4, name: "Botntekst", type: 'type="ftr" sz="quarter" idx="3"', box: footBox, text: "", size: 1000}),
  holder({
    id: 5,
    name: "Lysarknummer",
    type: 'type="sldNum" sz="quarter" idx="4"',
    box: numberBox,
    text: slideNumber,
    size: 1000,
    align: "r",
  }),
];
const map =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const background = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>';
const level = (size: number, bold: boolean): string =>
  `<a:lvl1pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:buNone/><a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>`;

export function master(): string {
  const tree = shapeTree(holders).replace("<p:cSld>", `<p:cSld>${background}`);
  const styles = `<p:txStyles><p:titleStyle>${level(2800, true)}</p:titleStyle><p:bodyStyle>${level(1800, false)}</p:bodyStyle><p:otherStyle>${level(1200, false)}</p:otherStyle></p:txStyles>`;
  return xmlPart(
    `<p:sldMaster ${namespaces}>${tree}${map}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>${styles}</p:sldMaster>`,
  );
}

export function layout(): string {
  return xmlPart(
    `<p:sldLayout ${namespaces} type="obj" preserve="1">${shapeTree(holders).replace("<p:cSld>", '<p:cSld name="Tittel og innhald">')}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
  );
}

const notesBoxes = {
  picture: {x: 685_800, y: 1_143_000, width: 5_486_400, height: 3_086_100},
  text: {x: 685_800, y: 4_400_550, width: 5_486_400, height: 3_600_450},
} as const;

export function notesMaster(): string {
  const picture = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Lysark"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${place(notesBoxes.picture)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`;
  const text = holder({
    id: 3,
    name: "Notat",
    type: 'type="body" sz="quarter" idx="3"',
    box: notesBoxes.text,
    text: "",
    size: 1200,
  }).replace('anchor="b"', 'anchor="t"');
  return xmlPart(
    `<p:notesMaster ${namespaces}>${shapeTree([picture, text]).replace("<p:cSld>", `<p:cSld>${background}`)}${map}</p:notesMaster>`,
  );
}

const colours = {
  dk1: "1A1F26",
  lt1: "FFFFFF",
  dk2: "4A515B",
  lt2: "F5F6F7",
  accent1: "12335C",
  accent2: "5B2A86",
  accent3: "0B5CAD",
  accent4: "B54708",
  accent5: "28A197",
  accent6: "8A6D00",
  hlink: "12335C",
  folHlink: "5B2A86",
};

export function theme(): string {
  const scheme = Object.entries(colours)
    .map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`)
    .join("");
  const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const three = (one: string): string => one.repeat(3);
  const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  return xmlPart(
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Avvik"><a:themeElements><a:clrScheme name="Avvik">${scheme}</a:clrScheme><a:fontScheme name="Avvik"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Avvik"><a:fillStyleLst>${three(fill)}</a:fillStyleLst><a:lnStyleLst>${three(`<a:ln w="6350">${fill}</a:ln>`)}</a:lnStyleLst><a:effectStyleLst>${three(effect)}</a:effectStyleLst><a:bgFillStyleLst>${three(fill)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  );
}
