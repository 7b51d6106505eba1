import {cellSign} from "../../pipeline/contract/cell.ts";
import type {Language} from "../../pipeline/contract/edition.ts";
import {element} from "../charts/frame.ts";
import {shape, shapeOf} from "../charts/shapes.ts";
import type {Verdict} from "../findings/moenster.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {Drawing} from "./figure.tsx";

interface CellProps {
  readonly status: string;
  readonly n: number | null;
  readonly language: Language;
}

/** A number, or the sign for why there is none; read out in words. */
export function Cell({status, n, language}: CellProps) {
  if (status === "published" && n !== null) return <>{number(n)}</>;
  if (status === "hidden") return <Hidden language={language} />;
  const t = texts[language];
  if (status === "missing") return <Sign sign={cellSign.missing} says={t.missing} />;
  return <Sign sign={cellSign.not_applicable} says={t.notApplicable} />;
}

export function Hidden({language}: {readonly language: Language}) {
  return (
    <span class="skjult">
      <i aria-hidden="true">{cellSign.hidden}</i>
      <span class="usynleg">{texts[language].hiddenCell}</span>
    </span>
  );
}

function Sign({sign, says}: {readonly sign: string; readonly says: string}) {
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span class="usynleg">{says}</span>
    </>
  );
}

/** The signal of a category in shape and word; colour only follows. */
export function Signal({verdict, language}: {readonly verdict: Verdict; readonly language: Language}) {
  const t = texts[language];
  if (verdict.kind === "hidden") return <Hidden language={language} />;
  if (verdict.kind === "grunn") return <span class="signal dempa">{t.grunn[verdict.grunn]}</span>;
  return (
    <span class="signal" data-dom={verdict.dom}>
      <Mark dom={verdict.dom} />
      {t.dom[verdict.dom]}
    </span>
  );
}

export function Mark({dom}: {readonly dom: string}) {
  return <Drawing draw={marks[shapeOf(dom)]} width={18} fixed />;
}

const mark =
  (dom: string) =>
  ({document}: {readonly document: Document}) => {
    const svg = element(document, "svg", {width: 18, height: 18, viewBox: "0 0 18 18"}) as SVGSVGElement;
    const kind = shapeOf(dom);
    svg.append(shape(document, kind, {x: 9, y: 9, r: kind === "dot" ? 4 : 7.5}));
    return svg;
  };

const marks = {up: mark("auke"), down: mark("nedgang"), dot: mark("uviss")};
