import type {ComponentChildren} from "preact";
import {terms} from "../../pipeline/contract/terms.ts";
import {DataTable} from "../components/data-table.tsx";
import {Head} from "../components/head.tsx";
import {compared} from "../findings/moenster.ts";
import {expectedFalse} from "../findings/rang.ts";
import {skjulingar, skjulingLeft, skjulingLeftIntro, skjulingSentence} from "../findings/skjuling.ts";
import {date} from "../text/dates.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {breaks, categoryName, type View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {audiences as examples} from "./screen.ts";

/** The method in plain words: what is counted, what is hidden, and what the numbers cannot say. */
export function Metode({view}: ScreenProps) {
  const {metode} = texts[view.language];
  const tests = compared(view);
  const known = {facts: view.facts, compared: tests, falseSignals: number(expectedFalse(view), 2)};
  return (
    <>
      <Head finding={metode.finding} lead={metode.lead} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="kropp metode" tabIndex={0} aria-label={texts[view.language].screens.metode}>
        <div class="spalter">
          {metode.sections.map(({id, title, text}) => (
            <Part key={id} title={title}>
              {text
                .map((paragraph) => (typeof paragraph === "string" ? paragraph : paragraph(known)))
                .map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
            </Part>
          ))}
          <Skjuling view={view} />
          <Account view={view} />
          <Facts view={view} />
          <Breaks view={view} />
          <Assumptions view={view} />
          <Signs view={view} />
        </div>
        <Definitions view={view} />
        <Glossary view={view} />
      </section>
    </>
  );
}

function Part({title, children}: {readonly title: string; readonly children: ComponentChildren}) {
  return (
    <section class="avsnitt">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** How much is hidden, what is left of the view's area, and both by kind. */
function Skjuling({view}: {readonly view: View}) {
  const t = texts[view.language].skjuling;
  return (
    <Part title={t.title}>
      <p>{skjulingSentence(view)}</p>
      <p>{skjulingLeftIntro(view)}</p>
      <ul>
        {skjulingLeft(view).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t.lost}</p>
      <DataTable
        caption={t.caption}
        columns={[{title: t.what}, {title: t.shown, numeric: true}, {title: t.hidden, numeric: true}]}
        rows={skjulingar(view).map(({kind, shown, hidden}) => [kind, number(shown), number(hidden)])}
      />
    </Part>
  );
}

function Account({view}: {readonly view: View}) {
  const {metode} = texts[view.language];
  const rows = [...view.tables.rekneskap].sort((a, b) => a.nr - b.nr);
  return (
    <Part title={metode.account}>
      <DataTable
        caption={metode.account}
        columns={[{title: metode.accountStep}, {title: metode.accountRows, numeric: true}]}
        rows={rows.map((row) => [metode.outcomes[row.utfall] ?? row.utfall, number(row.rader)])}
      />
    </Part>
  );
}

function Facts({view}: {readonly view: View}) {
  const {metode} = texts[view.language];
  return (
    <Part title={metode.run}>
      <dl class="par">
        {metode.runRows(view.facts, date).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Breaks({view}: {readonly view: View}) {
  const {metode} = texts[view.language];
  const touched = view.tables.brot.filter(
    (row) => view.facts.years.includes(Number(row.dato.slice(0, 4))) && (row.kommune === null || inView(view, row.id)),
  );
  const names = (codes: string | null) =>
    codes === null
      ? ""
      : ` (${codes
          .split(" ")
          .map((kode) => categoryName(view, kode))
          .join(", ")})`;
  return (
    <Part title={metode.breaks}>
      {touched.length === 0 && <p>{metode.noBreaks}</p>}
      <ul>
        {touched.map((row) => (
          <li key={row.id}>
            {date(row.dato)}: {row[view.language]}
            {names(row.kategori)}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function inView(view: View, id: string): boolean {
  return breaks(view).some((row) => row.id === id);
}

function Assumptions({view}: {readonly view: View}) {
  return (
    <Part title={texts[view.language].metode.assumptions}>
      <ul>
        {view.facts.assumptions.map((assumption) => (
          <li key={assumption.nn}>{assumption[view.language]}</li>
        ))}
      </ul>
    </Part>
  );
}

function Signs({view}: {readonly view: View}) {
  const {metode} = texts[view.language];
  return (
    <Part title={metode.signs}>
      <DataTable
        caption={metode.signs}
        columns={[{title: metode.sign}, {title: metode.meaning}]}
        rows={metode.signRows}
      />
    </Part>
  );
}

function Definitions({view}: {readonly view: View}) {
  const rows = [...view.tables.kategori].sort((a, b) => a.akse.localeCompare(b.akse) * -1 || a.nr - b.nr);
  const defined = rows.map((row) => ({
    id: `${row.akse} ${row.kode}`,
    name: row[view.language],
    text: view.language === "nn" ? row.definisjon_nn : row.definisjon_nb,
  }));
  const words = defined.filter((row) => row.text !== "");
  if (words.length === 0) return null;
  return (
    <Part title={texts[view.language].metode.definitions}>
      <Words words={words} />
    </Part>
  );
}

function Glossary({view}: {readonly view: View}) {
  const words = Object.entries(terms).map(([id, term]) => ({
    id,
    name: term[view.language],
    text: term.definition[view.language],
  }));
  words.sort((a, b) => a.name.localeCompare(b.name, "nb"));
  return (
    <Part title={texts[view.language].metode.glossary}>
      <Words words={words} />
    </Part>
  );
}

function Words({
  words,
}: {
  readonly words: readonly {readonly id: string; readonly name: string; readonly text: string}[];
}) {
  return (
    <dl class="ordliste">
      {words.map(({id, name, text}) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
