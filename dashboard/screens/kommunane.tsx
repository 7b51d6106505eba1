import {useCallback, useContext, useState} from "preact/hooks";
import {type Kommunerad, kommuneplott} from "../charts/kommuneplott.ts";
import {Cell} from "../components/cells.tsx";
import {Choice} from "../components/choice.tsx";
import type {Tabell} from "../components/data-table.tsx";
import {Figure} from "../components/figure.tsx";
import {Funn} from "../components/funn.tsx";
import {Head} from "../components/head.tsx";
import {Paper} from "../components/paper.ts";
import {kommunaneFinding, kommunaneLead, kommunerader, panelTitle, silenceFinding} from "../findings/kommunane.ts";
import {spoken, written} from "../series.ts";
import {number, rate} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, areaName, fylke, melding, type Retning, retningar, shown, type View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {audiences as examples} from "./screen.ts";

type Order = "namn" | "folketal";

/** How much is reported: rates with intervals, both directions on one scale, never in order of size. */
export function Kommunane({view, tables}: ScreenProps) {
  const [order, setOrder] = useState<Order>("namn");
  const paper = useContext(Paper);
  return (
    <>
      <Head finding={kommunaneFinding(view)} lead={kommunaneLead(view)}>
        {!paper && <Sorting view={view} order={order} onChange={setOrder} />}
      </Head>
      <div class="kropp kommunane">
        {retningar.map((retning) => (
          <Panel key={retning} view={view} retning={retning} order={order} tables={tables} />
        ))}
        <p class="lesehjelp">{[...silenceOn(view), texts[view.language].kommunane.key].join(" ")}</p>
      </div>
    </>
  );
}

interface SortingProps {
  readonly view: View;
  readonly order: Order;
  readonly onChange: (order: Order) => void;
}

function Sorting({view, order, onChange}: SortingProps) {
  const t = texts[view.language].kommunane;
  const options = [
    {value: "namn", text: t.byName},
    {value: "folketal", text: t.bySize},
  ] as const;
  return (
    <div class="sortering">
      <span aria-hidden="true">{t.sort}</span>
      <Choice label={t.sort} value={order} options={options} onChange={onChange} />
    </div>
  );
}

interface PanelProps {
  readonly view: View;
  readonly retning: Retning;
  readonly order: Order;
  readonly tables: boolean;
}

const roomForRows = 412;
/** On paper a few municipalities leave room for both panels on a sheet; many have a sheet for each. */
const mostOnSharedSheet = 18;
const roomOnSheet = {shared: 260, own: 620};
const roomForSilence = 44;
const tallest = 60;
const lowest = 14;

function Panel({view, retning, order, tables}: PanelProps) {
  const t = texts[view.language];
  const paper = useContext(Paper);
  const rows = ordered(view, retning, order);
  const room = paper ? roomOnSheet[rows.length > mostOnSharedSheet ? "own" : "shared"] : roomOf(view);
  const rowHeight = Math.max(lowest, Math.min(tallest, Math.floor(room / Math.max(rows.length, 1))));
  const draw = useCallback(
    (size: {readonly document: Document; readonly width: number}) =>
      kommuneplott(ordered(view, retning, order), {
        ...size,
        language: view.language,
        max: scaleEnd(view),
        rowHeight,
      }),
    [view.facts, view.tables, view.language, view.omraade, retning, order, rowHeight],
  );
  const n = written(shown(melding(view, alle, retning)));
  const name = t.retning[retning](view.facts.trustShort);
  return (
    <Funn
      view={view}
      tables={tables}
      title={panelTitle(view, retning)}
      subtitle={t.kommunane.subtitle(areaName(view), view.facts.year, n)}
      table={() => rateTable(view, retning, rows)}
    >
      <Figure draw={draw} alt={`${name}. ${t.kommunane.alt(rows.map((row) => said(view, row)))}`} width={660} />
    </Funn>
  );
}

/** All municipalities of the county leave no room for more words under them. */
function silenceOn(view: View): string[] {
  return view.omraade === fylke ? [] : silenceFinding(view);
}

function roomOf(view: View): number {
  return silenceOn(view).length > 0 ? roomForRows - roomForSilence : roomForRows;
}

function ordered(view: View, retning: Retning, order: Order) {
  const rows = kommunerader(view, retning);
  return order === "namn" ? rows : [...rows].sort((a, b) => (b.folketal ?? 0) - (a.folketal ?? 0));
}

/** One scale for both directions. */
function scaleEnd(view: View): number {
  const upper = retningar.flatMap((retning) =>
    kommunerader(view, retning).map((row) => (row.status === "published" ? (row.oevre ?? 0) : 0)),
  );
  return Math.max(1, ...upper);
}

function said(view: View, row: Kommunerad): string {
  const t = texts[view.language].kommunane;
  if (row.status !== "published" || row.rate === null) return t.row(row.namn, spoken(view, row));
  if (row.n === 0) return t.row(row.namn, t.zeroValue(rate(row.oevre ?? 0)));
  return t.row(row.namn, t.value(rate(row.rate), rate(row.nedre ?? 0), rate(row.oevre ?? 0)));
}

function rateTable(view: View, retning: Retning, rows: ReturnType<typeof ordered>): Tabell {
  const t = texts[view.language];
  return {
    caption: t.tableOf(panelTitle(view, retning)),
    columns: [
      {title: t.kommune},
      {title: t.population, numeric: true},
      {title: t.number, numeric: true},
      {title: t.rate, numeric: true},
      {title: t.interval, numeric: true},
    ],
    rows: rows.map((row) => {
      const cell = <Cell key="n" status={row.status} n={row.n} language={view.language} />;
      const limits = row.status === "published" && row.rate !== null;
      return [
        row.namn,
        row.folketal === null ? "." : number(row.folketal),
        cell,
        limits ? rate(row.rate ?? 0) : cell,
        limits ? `${rate(row.nedre ?? 0)}–${rate(row.oevre ?? 0)}` : cell,
      ];
    }),
  };
}
