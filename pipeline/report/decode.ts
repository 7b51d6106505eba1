import {date} from "../../dashboard/text/dates.ts";
import {texts} from "../../dashboard/text/text.ts";
import type {TableName} from "../contract/tables.ts";
import {databokTexts} from "./text/databok.ts";
import {alle, areaName, categoryName, committee, fylke, hf, type View} from "./view.ts";

type Decode = (value: string) => string;

/** From the codes of a column to the words of the view's language; a code without words stays as it is. */
export function decoder(view: View, table: TableName, column: string): Decode {
  const t = texts[view.language];
  const {words} = databokTexts[view.language];
  const fromWords: Decode = (value) => words[`${column}.${value}`] ?? value;
  const category =
    (akse?: string): Decode =>
    (value) =>
      value === alle ? t.total : categoryName(view, value, akse);
  const decoders: Readonly<Record<string, Decode>> = {
    omraade: (value) => (value === fylke ? view.facts.county[view.language] : areaName(view, value)),
    lsu: (value) => areaName(view, value),
    kommune: (value) =>
      value
        .split(" ")
        .map((id) => areaName(view, id))
        .join(", "),
    part: (value) => (value === hf ? view.facts.trust[view.language] : areaName(view, value)),
    kategori: (value) =>
      value
        .split(" ")
        .map((kode) => category()(kode))
        .join(", "),
    fagomraade: category("fagomraade"),
    retning: (value) => (value === "K2H" || value === "H2K" ? t.retning[value](view.facts.trustShort) : t.total),
    levering: (value) => (t.levering as Readonly<Record<string, string>>)[value] ?? value,
    maal: (value) =>
      view.facts.patientGroups.find(({kode}) => value === `gruppe_${kode}`)?.[view.language] ?? fromWords(value),
    dom: (value) => (({...t.dom, ...t.grunn}) as Readonly<Record<string, string>>)[value] ?? value,
    grunn: (value) => (t.grunn as Readonly<Record<string, string>>)[value] ?? value,
    utfall: (value) => t.metode.outcomes[value] ?? value,
    kanal: (value) => channelName(view, value),
    dato: date,
    rute: (value) => view.tables.utval.find(({id}) => id === value)?.[view.language] ?? value,
  };
  const identifying = table === "kategori" && column === "kode";
  return identifying ? fromWords : (decoders[column] ?? fromWords);
}

/** Whose system or list reports come through; one that serves a single party a year is its own. */
function channelName(view: View, kanal: string): string {
  if (kanal === hf) return view.facts.trustShort;
  if (view.tables.utval.some(({id, type}) => id === kanal && type === "sekretariat"))
    return committee(view, "sekretariat");
  const served = view.tables.levering_per_part.filter((row) => row.kanal === kanal).map(({aar}) => aar);
  return new Set(served).size === served.length ? databokTexts[view.language].ownSystem : kanal;
}
