import {HeadingLevel, Packer, Paragraph, Document as WordDocument} from "docx";
import type {Letter} from "../takk.ts";
import {onTemplate} from "../template/on-template.ts";
import type {Template} from "../template/read-template.ts";
import {mm, styles} from "./docx-styles.ts";
import {repack} from "./repack.ts";

/** A letter of one page, on the letterhead when there is one. The same letter and day give the same bytes. */
export async function letterDocx(
  {title, lines, language, mark}: Letter,
  runDate: string,
  template: Template | null = null,
): Promise<Uint8Array> {
  const word = new WordDocument({
    title: mark === null ? title : `SYNTETISK · ${title}`,
    creator: "",
    lastModifiedBy: "",
    styles: styles(language, "report"),
    compatibility: {version: 15},
    sections: [
      {
        properties: {
          page: {
            size: {width: mm(210), height: mm(297)},
            margin: {top: mm(26), bottom: mm(22), left: mm(30), right: mm(30)},
          },
        },
        children: [
          ...(mark === null ? [] : [new Paragraph({style: "Obs", text: mark})]),
          new Paragraph({heading: HeadingLevel.HEADING_1, text: title}),
          ...lines.map(
            ({text, heading}) =>
              new Paragraph(heading ? {heading: HeadingLevel.HEADING_2, text} : {style: "Brevtekst", text}),
          ),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(word);
  return repack(template ? onTemplate(bytes, template, language) : bytes, runDate);
}
