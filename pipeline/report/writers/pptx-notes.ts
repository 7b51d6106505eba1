import type {Document} from "../document.ts";
import {namespaces, shapeTree, xmlPart} from "./pptx-frame.ts";
import {escapedXml, tag} from "./pptx-words.ts";

/** What is said to a slide, under a picture of it. */
export function notesXml(document: Document, talk: readonly string[]): string {
  const paragraphs = talk.map(
    (text) => `<a:p><a:r><a:rPr lang="${tag(document)}"/><a:t>${escapedXml(text)}</a:t></a:r></a:p>`,
  );
  const picture =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Lysark"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>';
  const text = `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notat"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.join("") || "<a:p/>"}</p:txBody></p:sp>`;
  return xmlPart(
    `<p:notes ${namespaces}>${shapeTree([picture, text])}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
  );
}
