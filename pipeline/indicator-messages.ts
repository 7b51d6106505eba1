import type {IndicatorImport} from "./registers/indicator-import.ts";
import type {IndicatorFault} from "./registers/indicator-table.ts";
import type {NotFound} from "./registers/region-match.ts";

const faults: Readonly<Record<IndicatorFault["fault"] | "nothing_known", string>> = {
  no_region: "fila har inga kolonne med kommunar («Kommune», «Bostedskommune» eller «Region»).",
  no_year: "fila seier ikkje kva år tala gjeld. Ho treng ei kolonne «År», eller årstal i overskriftene.",
  many_values: "fila har fleire kolonner med tal. Sei kva for ei med --kolonne «overskrifta».",
  no_such_column: "fila har inga slik kolonne med tal. Skriv overskrifta slik ho står i fila, etter --kolonne.",
  not_a_number: "eit tal let seg ikkje lese. Det skal stå som 1234,5, eller med eit teikn for skjult.",
  not_whole:
    "indikatoren er eit tal, og dette er ikkje eit heilt tal. Vel kolonna med tal, ikkje rate eller prosent, og skriv tusen utan punktum.",
  twice: "same kommune, sjukehus og år står to gonger. Ta ut dei radene som deler tala opp i grupper.",
  truncated: "rada er for kort. Fila er truleg avkorta; hent henne på nytt.",
  nothing_known: "ingen av områda i fila er kommunar i registeret.",
};

/** One sentence about a file that is not a table of an indicator. */
export function indicatorFault(
  file: string,
  {fault, line}: {readonly fault: keyof typeof faults; readonly line: number | null},
): string {
  return `${file}${line === null ? "" : `, linje ${line}`}: ${faults[fault]} Registeret er ikkje endra.`;
}

export function unknownIndicator(known: readonly string[]): string {
  const choices = known.length === 0 ? "Registeret indikator.csv er tomt." : `Vel mellom ${known.join(", ")}.`;
  return `Indikatoren står ikkje i data/registers/indikator.csv. ${choices}`;
}

const reasonsWhy: Readonly<Record<Exclude<NotFound, "outside">, string>> = {
  not_in_register: "står ikkje i registeret over kommunar.",
  other_name: "har eit anna namn i registeret enn i fila. Sjå kva som er rett.",
  not_that_year: "fanst ikkje det året etter registeret.",
  ambiguous: "er eit namn som fleire kommunar har. Hent tabellen med kommunenummer.",
};

/** What was taken in, what was not, and every municipality that was not found. */
export function indicatorReport(taken: IndicatorImport): string {
  const {file, indicator, years, added, changed, same, notShown, unmatched, missing} = taken;
  const outside = unmatched.filter(({why}) => why === "outside").map(({region}) => region);
  return [
    `${file}: ${indicator} for ${years.join(", ")}. ${added} nye, ${changed.length} endra, ${same} som før.`,
    ...(notShown > 0 ? [`  ${notShown} tal er ikkje viste i kjelda, og står som skjulte.`] : []),
    ...changed.map(
      ({kommunenr, sjukehus, aar, before, after}) =>
        `  Endra: ${kommunenr}${sjukehus === null ? "" : `, ${sjukehus}`}, ${aar}: ${told(before)} til ${told(after)}.`,
    ),
    ...unmatched.flatMap(({region, why}) => (why === "outside" ? [] : [`  «${region}» ${reasonsWhy[why]}`])),
    ...missing.map(({namn, aar}) => `  ${namn} manglar for ${aar} i fila.`),
    ...(outside.length > 0
      ? [`  Utanfor registeret, ikkje tekne inn (${outside.length}): ${outside.join(", ")}.`]
      : []),
  ].join("\n");
}

const told = (value: string): string => (value === "" ? "ikkje vist" : value.replace(".", ","));

/** Whether a person must look at what was not taken in. */
export function needsLook({unmatched, missing}: IndicatorImport): boolean {
  return missing.length > 0 || unmatched.some(({why}) => why !== "outside");
}
