import type {ComponentChildren} from "preact";
import {date} from "../text/dates.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";

const left = "M11 6H1.5M5 2 1 6l4 4";
const right = "M1 6h9.5M7 2l4 4-4 4";
const up = "M6 11V1.5M2 5l4-4 4 4";
const down = "M6 1v9.5M2 7l4 4 4-4";

interface FootProps {
  readonly view: View;
  /** True where the arrow keys also go from row to row. */
  readonly hasRows?: boolean;
  /** What stands on the right instead of the source, on a page that holds a meeting. */
  readonly children?: ComponentChildren;
}

/** Keys on the left; source, run and date on the right. */
export function Foot({view, hasRows = false, children}: FootProps) {
  const {keys, source, run} = texts[view.language];
  const {trustShort, runId, runDate} = view.facts;
  return (
    <footer class="fot">
      <ul class="tastar">
        <li class="berre-tastatur">
          <Arrow path={left} />
          <Arrow path={right} /> {keys.steps}
        </li>
        {hasRows && (
          <li class="berre-tastatur">
            <Arrow path={up} />
            <Arrow path={down} /> {keys.rows}
          </li>
        )}
        <li class="berre-tastatur">
          <kbd>T</kbd> {keys.table}
        </li>
        <li>
          <kbd class="berre-tastatur">?</kbd> <a href="#metode">{keys.method}</a>
        </li>
      </ul>
      {children || (
        <p>
          {source(trustShort)} · {run(runId, date(runDate))}
        </p>
      )}
    </footer>
  );
}

function Arrow({path}: {readonly path: string}) {
  return (
    <kbd>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" stroke-width="1.75" />
      </svg>
    </kbd>
  );
}
