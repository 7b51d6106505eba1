import {Document, HeadingLevel, Packer, Paragraph, TextRun} from "docx";
import type {Minutes} from "../findings/protokoll.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";

/** The minutes as a Word file in the form of the language the page is in, made in the browser. */
export async function minutesDocument(view: View, minutes: Minutes): Promise<Blob> {
  const language = {value: view.language === "nn" ? "nn-NO" : "nb-NO"};
  return Packer.toBlob(
    new Document({
      title: minutes.title,
      creator: minutes.committee,
      lastModifiedBy: minutes.committee,
      styles: {
        default: {
          document: {run: {font: "Calibri", size: 22, language}, paragraph: {spacing: {after: 120}}},
          title: {run: {size: 36, bold: true}, paragraph: {spacing: {after: 80}}},
          heading2: {run: {size: 26, bold: true}, paragraph: {spacing: {before: 240, after: 80}, keepNext: true}},
        },
      },
      numbering: {config: [{reference: "vedtak", levels: [numbered]}]},
      sections: [{children: paragraphs(view, minutes)}],
    }),
  );
}

/** The number stands beside the decision, and its lines under each other. */
const numbered = {
  level: 0,
  format: "decimal",
  text: "%1.",
  style: {paragraph: {indent: {left: 425, hanging: 425}}},
} as const;

function paragraphs(view: View, minutes: Minutes): Paragraph[] {
  const t = texts[view.language];
  const {vedtak} = t.moete;
  const {title, committee, date, present, decisions, disagreements, absent, replies, routes, evidence} = minutes;
  return [
    ...(view.facts.synthetic ? [plain(t.synthetic)] : []),
    new Paragraph({text: title, heading: HeadingLevel.TITLE}),
    plain(`${committee}, ${date}`),
    ...(present === "" ? [] : [plain(present)]),
    heading(t.moete.screens.vedtak),
    ...minutes.followUps.map(plain),
    ...decisions.map(({lead, sentences}) => {
      const children = [new TextRun({text: lead, bold: true}), new TextRun(` ${sentences.join(" ")}`)];
      return new Paragraph({children, numbering: {reference: "vedtak", level: 0}});
    }),
    ...disagreements.map(plain),
    heading(vedtak.route),
    ...(routes.length > 0 ? routes.map(plain) : [plain(vedtak.routeNone)]),
    heading(vedtak.replies),
    ...replies.map(plain),
    ...(absent === "" ? [] : [heading(vedtak.absent), plain(absent)]),
    plain(evidence),
  ];
}

const plain = (text: string): Paragraph => new Paragraph({text});
const heading = (text: string): Paragraph => new Paragraph({text, heading: HeadingLevel.HEADING_2});
