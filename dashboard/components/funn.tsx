import type {ComponentChildren} from "preact";
import {useContext, useEffect, useState} from "preact/hooks";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";
import {DataTable, type Tabell} from "./data-table.tsx";
import {useOwnId} from "./own-id.ts";
import {Paper} from "./paper.ts";

interface FunnProps {
  readonly view: View;
  /** A finding by rule, or that there is no certain change. */
  readonly title: string;
  /** Measure, unit, area, period and n. */
  readonly subtitle: string;
  /** Made when it is asked for: it has every number of the drawing. */
  readonly table: () => Tabell;
  /** True when the reader has asked for tables on the whole page. */
  readonly tables: boolean;
  readonly note?: ComponentChildren;
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One finding: title, measure, drawing, and the same numbers as a table behind a button. */
export function Funn({view, title, subtitle, table, tables, note, tools, children}: FunnProps) {
  const t = texts[view.language];
  const id = useOwnId();
  const paper = useContext(Paper);
  const [open, setOpen] = useState(tables);
  useEffect(() => setOpen(tables), [tables]);
  return (
    <section class="funn" aria-labelledby={id}>
      <header class="funn-topp">
        <h2 id={id}>{title}</h2>
        {!paper && (
          <div class="funn-val">
            {tools}
            <button type="button" class="knapp" onClick={() => setOpen(!open)} aria-expanded={open}>
              {open ? t.showChart : t.showTable}
            </button>
          </div>
        )}
        <p>{subtitle}</p>
      </header>
      {open ? <DataTable {...table()} /> : children}
      {note && !open && <div class="merknad">{note}</div>}
    </section>
  );
}
