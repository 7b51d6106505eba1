import {useState} from "preact/hooks";
import {textWidth} from "../charts/frame.ts";
import {CategoryTable} from "../components/category-table.tsx";
import {Cell, Signal} from "../components/cells.tsx";
import {Choice} from "../components/choice.tsx";
import {DataTable, type Tabell} from "../components/data-table.tsx";
import {Funn} from "../components/funn.tsx";
import {Head} from "../components/head.tsx";
import {notes} from "../components/notes.tsx";
import {quarterSignals} from "../findings/kvartal.ts";
import {
  fagomraade,
  fagomraadeTitle,
  moensterFinding,
  moensterLead,
  moensterTitle,
  verdict,
} from "../findings/moenster.ts";
import {place, placeRange, rangLine, topThreeChance} from "../findings/rang.ts";
import {quarterName, quarters, rowBreakNote, totalOfYears, written} from "../series.ts";
import {period} from "../text/dates.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, areaName, categories, categoryName, melding, retningar, shown, type View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {audiences as examples} from "./screen.ts";

type Akse = "feiltype" | "fagomraade";

/** The pattern: every category with its course, count, directions and what may be said of the change. */
export function Moenster({view, tables}: ScreenProps) {
  const [akse, setAkse] = useState<Akse>("feiltype");
  const t = texts[view.language].moenster;
  const choice = (
    <Choice
      label={t.axis}
      value={akse}
      options={[
        {value: "feiltype", text: t.feiltype},
        {value: "fagomraade", text: t.fagomraade},
      ]}
      onChange={setAkse}
    />
  );
  const Body = akse === "feiltype" ? Feiltypar : Fagomraade;
  return (
    <>
      <Head finding={moensterFinding(view)} lead={moensterLead(view)} />
      <div class="kropp">
        <Body view={view} tables={tables} tools={choice} />
      </div>
    </>
  );
}

interface BodyProps {
  readonly view: View;
  readonly tables: boolean;
  readonly tools: preact.ComponentChildren;
}

const wallWidth = 1184;
const usualNoteLines = 2;

/** The height taken by a finding of more than one line and by notes of more than two, on a wall of 1280 × 720. */
function takenRoom(finding: string, said: readonly string[]): number {
  const lines = (text: string, size: number) => Math.ceil(textWidth(text, size) / wallWidth);
  const below = said.reduce((sum, text) => sum + lines(text, 14), 0);
  return 40 * (lines(finding, 34) - 1) + 20 * Math.max(0, below - usualNoteLines);
}

function Feiltypar({view, tables, tools}: BodyProps) {
  const t = texts[view.language].moenster;
  const said = [rowBreakNote(view), quarterSignals(view)];
  return (
    <Funn
      view={view}
      tables={tables}
      tools={tools}
      title={moensterTitle(view)}
      subtitle={rangLine(view, t.subtitle(areaName(view), period(view.facts.years), written(totalOfYears(view))))}
      table={() => categoryNumbers(view)}
      note={notes(said)}
    >
      <CategoryTable view={view} lessRoom={takenRoom(moensterFinding(view), said)} />
    </Funn>
  );
}

function Fagomraade({view, tools}: BodyProps) {
  const t = texts[view.language].moenster;
  const n = written(shown(melding(view, alle, alle)));
  const table = fieldNumbers(view);
  return (
    <Funn
      view={view}
      tables={false}
      tools={tools}
      title={fagomraadeTitle(view)}
      subtitle={t.fagomraadeSubtitle(areaName(view), view.facts.year, n)}
      table={() => table}
    >
      <DataTable {...table} />
    </Funn>
  );
}

function categoryNumbers(view: View): Tabell {
  const t = texts[view.language];
  const {year, trustShort} = view.facts;
  const all = quarters(view, alle, alle);
  return {
    caption: t.tableOf(moensterTitle(view)),
    columns: [
      {title: t.category},
      {title: String(year), numeric: true},
      {title: t.interval, numeric: true},
      {title: `${t.moenster.place}, ${t.moenster.placeKey}`},
      {title: t.moenster.topThree},
      ...retningar.map((retning) => ({title: t.fra[retning](trustShort), numeric: true})),
      {title: t.changeFrom(year - 1)},
      ...all.map((row) => ({title: quarterName(row), numeric: true})),
    ],
    rows: [alle, ...categories(view)].map((kode) => categoryRow(view, kode)),
  };
}

function categoryRow(view: View, kode: string) {
  const t = texts[view.language];
  const cell = (row: {status: string; n: number | null} | undefined, key: string) => (
    <Cell key={key} status={row?.status ?? "missing"} n={row?.n ?? null} language={view.language} />
  );
  const total = melding(view, kode, alle);
  const placed = place(view, kode);
  const limits = total?.status === "published" && total.nedre !== null && total.oevre !== null;
  return [
    kode === alle ? t.total : categoryName(view, kode),
    cell(total, "n"),
    limits
      ? `${number(total.nedre)}–${number(total.oevre)}`
      : cell({status: total?.status ?? "missing", n: null}, "ci"),
    placed ? placeRange(placed) : "",
    placed ? topThreeChance(placed) : "",
    ...retningar.map((retning) => cell(melding(view, kode, retning), retning)),
    <Signal key="dom" verdict={verdict(view, kode)} language={view.language} />,
    ...quarters(view, kode, alle).map((row) => cell(row, quarterName(row))),
  ];
}

function fieldNumbers(view: View): Tabell {
  const t = texts[view.language];
  return {
    caption: t.tableOf(fagomraadeTitle(view)),
    columns: [{title: t.moenster.fagomraade}, {title: t.number, numeric: true}],
    rows: fagomraade(view).map(({kode, n, status}) => [
      categoryName(view, kode, "fagomraade"),
      <Cell key="n" n={n} status={status} language={view.language} />,
    ]),
  };
}
