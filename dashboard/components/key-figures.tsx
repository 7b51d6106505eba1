import type {ComponentChildren} from "preact";
import {bothSides} from "../findings/tillit.ts";
import {number, percent} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {andel, median, type View} from "../view.ts";
import {Hidden} from "./cells.tsx";

interface Figure {
  readonly value: ComponentChildren;
  readonly label: string;
  readonly basis: string;
}

/** Four figures on how well the reports are made and answered. */
export function KeyFigures({view}: {readonly view: View}) {
  const t = texts[view.language].tillit;
  const figures = [
    share(view, "alle_felt_fylte", t.filled),
    days(view),
    share(view, "svart_innan_frist", t.answered(view.facts.deadlineDays)),
    both(view),
  ];
  return (
    <section class="noekkeltal" aria-label={t.keyFigures}>
      <ul>
        {figures.map(({value, label, basis}) => (
          <li key={label}>
            <b>{value}</b>
            <span>{label}</span>
            <small>{basis}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function share(view: View, maal: string, label: string): Figure {
  const {tillit: t} = texts[view.language];
  const row = andel(view, maal);
  if (row?.status !== "published" || row.andel === null) return unknown(view, row?.status, label);
  const of = t.of(number(row.teljar ?? 0), number(row.nemnar ?? 0));
  const limits =
    row.nedre === null || row.oevre === null ? "" : `, ${t.ci(number(row.nedre * 100), percent(row.oevre))}`;
  return {value: percent(row.andel), label, basis: `${of}${limits}`};
}

function days(view: View): Figure {
  const t = texts[view.language];
  const row = median(view, "dagar_til_melding");
  if (row?.status !== "published" || row.median === null) return unknown(view, row?.status, t.tillit.days);
  return {value: t.dagar(number(row.median), row.median), label: t.tillit.days, basis: t.tillit.n(number(row.n ?? 0))};
}

function both(view: View): Figure {
  const t = texts[view.language];
  const told = bothSides(view);
  if (told === null) return unknown(view, andel(view, "meldt_av_begge")?.status, t.tillit.both);
  const label = told.begge === 1 ? t.tillit.bothOne : t.tillit.both;
  return {
    value: number(told.begge),
    label,
    basis: `${t.messages(number(told.meldingar), told.meldingar)}, ${t.events(number(told.hendingar), told.hendingar)}`,
  };
}

function unknown(view: View, status: string | undefined, label: string): Figure {
  const t = texts[view.language];
  if (status === "hidden") return {value: <Hidden language={view.language} />, label, basis: t.hidden};
  const [value, basis] = status === "not_applicable" ? [".", t.notApplicable] : ["..", t.missing];
  return {value, label, basis};
}
