import {useCallback} from "preact/hooks";
import {spegel} from "../charts/spegel.ts";
import {Cell} from "../components/cells.tsx";
import {Figure} from "../components/figure.tsx";
import {Funn} from "../components/funn.tsx";
import {Head} from "../components/head.tsx";
import {KeyFigures} from "../components/key-figures.tsx";
import {Levering} from "../components/levering.tsx";
import {spegelTitle, tillitFinding, tillitLead} from "../findings/tillit.ts";
import {
  breakMarks,
  breakNote,
  quarterName,
  quarters,
  spegelLabel,
  spegelrader,
  totalOfYears,
  written,
} from "../series.ts";
import {period} from "../text/dates.ts";
import {texts} from "../text/text.ts";
import {alle, areaName, retningar, type View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {audiences as examples} from "./screen.ts";

/** What can we trust: both directions, who has delivered, and four figures on quality. */
export function Tillit({view, tables}: ScreenProps) {
  return (
    <>
      <Head finding={tillitFinding(view)} lead={tillitLead(view)} />
      <div class="kropp tillit">
        <Spegel view={view} tables={tables} />
        <Levering view={view} tables={tables} />
        <KeyFigures view={view} />
      </div>
    </>
  );
}

function Spegel({view, tables}: {readonly view: View; readonly tables: boolean}) {
  const t = texts[view.language];
  const labels = retningar.map((retning) => spegelLabel(view, retning));
  const n = written(totalOfYears(view));
  const draw = useCallback(
    (size: {readonly document: Document; readonly width: number}) =>
      spegel(spegelrader(view), {
        ...size,
        height: 256,
        language: view.language,
        aar: view.facts.year,
        over: spegelLabel(view, "K2H"),
        under: spegelLabel(view, "H2K"),
        brot: breakMarks(view),
      }),
    [view.facts, view.tables, view.language, view.omraade],
  );
  return (
    <Funn
      view={view}
      tables={tables}
      title={spegelTitle(view)}
      subtitle={t.tillit.spegelSubtitle(areaName(view), period(view.facts.years), n)}
      table={() => spegelTable(view)}
      note={breakNote(view)}
    >
      <Figure draw={draw} alt={t.tillit.spegelAlt([...labels, breakNote(view)].filter(Boolean))} width={664} />
    </Funn>
  );
}

function spegelTable(view: View) {
  const t = texts[view.language];
  const {trustShort} = view.facts;
  const [k2h, h2k] = retningar.map((retning) => quarters(view, alle, retning));
  return {
    caption: t.tableOf(spegelTitle(view)),
    columns: [
      {title: t.quarter},
      ...retningar.map((retning) => ({title: t.retning[retning](trustShort), numeric: true})),
    ],
    rows: (k2h ?? []).map((row) => {
      const other = h2k?.find((other) => other.aar === row.aar && other.kvartal === row.kvartal);
      return [
        quarterName(row),
        <Cell key="k2h" {...row} language={view.language} />,
        <Cell key="h2k" status={other?.status ?? "missing"} n={other?.n ?? null} language={view.language} />,
      ];
    }),
  };
}
