import type {Tiltak} from "../../pipeline/contract/loop.ts";
import {tiltakTexts} from "../text/tiltak.ts";
import type {View} from "../view.ts";
import {statusWords, verknadTexts} from "./verknad.ts";

interface Line {
  readonly key: string;
  readonly text: string;
}

/** Tiltak that exist already for a category: those of the committee that owns it first. */
export function existingTiltak(view: View, kategori: string): Line[] {
  const {rute} = view.tables.kategori.find(({akse, kode}) => akse === "feiltype" && kode === kategori) ?? {};
  const own = view.facts.loop.tiltak.filter(({kategoriar}) => kategoriar.includes(kategori));
  return [...own]
    .sort((a, b) => Number(b.utval === rute) - Number(a.utval === rute))
    .map((tiltak) => ({key: tiltak.id, text: tiltakLine(view, tiltak)}));
}

function tiltakLine({language}: View, {tiltak, utvalName, status}: Tiltak): string {
  return `${tiltak[language]} (${utvalName[language]}, ${statusWords(status, language)})`;
}

/** What another LSU tried on the same category and saw work. */
export function triedElsewhere({facts, language}: View, kategori: string): Line[] {
  const t = tiltakTexts[language];
  return facts.loop.elsewhere
    .filter((one) => one.kategori === kategori)
    .map(({id, from, fromName, test, measure, verdict}) => ({
      key: `${from}-${id}`,
      text: t.tried({
        ...{from: fromName[language], test, measure},
        verdict: verknadTexts[language].verdicts[verdict].toLocaleLowerCase("nb"),
      }),
    }));
}
