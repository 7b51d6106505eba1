import type {ComponentChildren} from "preact";

export interface Tabell {
  readonly caption: string;
  readonly columns: readonly {readonly title: string; readonly numeric?: boolean}[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** A real table in a region of its own, so that a wide one scrolls by keyboard and never widens the page. */
export function DataTable({caption, columns, rows}: Tabell) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="rullefelt" tabIndex={0} aria-label={caption}>
      <table class="ds-table tabell" data-size="sm">
        <caption class="usynleg">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({title, numeric}) => (
              <th key={title} scope="col" class={numeric ? "tal" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>{row.map((value, place) => cell(value, place, columns[place]?.numeric))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cell(value: ComponentChildren, place: number, numeric = false) {
  if (place === 0) {
    return (
      <th key={place} scope="row">
        {value}
      </th>
    );
  }
  return (
    <td key={place} class={numeric ? "tal" : undefined}>
      {value}
    </td>
  );
}
