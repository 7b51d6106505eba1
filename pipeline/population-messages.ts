import type {PopulationFault} from "./registers/population.ts";
import type {PopulationImport, Unmatched} from "./registers/population-match.ts";

const faults: Readonly<Record<PopulationFault["fault"] | "nothing_known" | "too_early", string>> = {
  other_table: "dette er ein annan tabell enn 07459. Hent tabell 07459 frå SSB, med kommunar og år.",
  no_region: "fila har inga kolonne «region». Hent tabell 07459 frå SSB som CSV, med kommunar og år.",
  no_year: "fila seier ikkje kva år tala gjeld. Hent tabell 07459 med åra som kolonnar, til dømes «Personar 2026».",
  not_a_number: "eit folketal er ikkje eit heilt tal. Hent tabellen på nytt frå SSB.",
  twice: "same rad står to gonger. Hent tabellen på nytt frå SSB.",
  uneven: "ein kommune har fleire eller færre rader enn dei andre. Fila er truleg avkorta; hent tabellen på nytt.",
  truncated: "rada er for kort. Fila er truleg avkorta; hent tabellen på nytt.",
  too_early: "åra i fila er før registera tek til. Hent tabellen for nyare år.",
  nothing_known: "ingen av regionane er kommunar i registeret. Vel kommunane deira når de hentar tabellen.",
};

/** One sentence about a file that is not the table of inhabitants, or not the whole of it. */
export function populationFault(
  file: string,
  {fault, line}: {readonly fault: keyof typeof faults; readonly line: number | null},
): string {
  return `${file}${line === null ? "" : `, linje ${line}`}: ${faults[fault]} Registeret er ikkje endra.`;
}

const reasonsWhy: Readonly<Record<Exclude<Unmatched["why"], "outside">, string>> = {
  not_in_register: "står ikkje i registeret over kommunar. Før kommunen inn i data/registers/kommune.csv.",
  other_name:
    "har eit anna namn i registeret enn i fila. Sjå kva som er rett, og legg skrivemåten i kommune_alias.csv.",
  not_that_year: "fanst ikkje 1. januar det året etter registeret. Talet er ikkje teke inn.",
  ambiguous: "er eit namn som fleire kommunar har. Hent tabellen med kommunenummer.",
};

/** What was taken in, what was not, and every municipality that was not found. */
export function populationReport(taken: PopulationImport): string {
  const {file, years, tooEarly, added, changed, same, unmatched, missing} = taken;
  const outside = unmatched.filter(({why}) => why === "outside").map(({region}) => region);
  return [
    `${file}: folketal for ${yearsText(years)}. ${added} nye, ${changed.length} endra, ${same} som før.`,
    ...changed.map(({aar, kommunenr, before, after}) => `  Endra: ${kommunenr}, ${aar}: ${before} til ${after}.`),
    ...(tooEarly.length > 0
      ? [`  Ikkje tekne inn: ${yearsText(tooEarly)}. Registera går ikkje så langt tilbake.`]
      : []),
    ...unmatched.flatMap(({region, aar, why}) =>
      why === "outside" ? [] : [`  «${region}» (${yearsText(aar)}) ${reasonsWhy[why]}`],
    ),
    ...missing.map(({kommunenr, namn, aar}) => `  ${kommunenr} ${namn} manglar folketal for ${aar} i fila.`),
    ...(outside.length > 0
      ? [`  Utanfor registeret, ikkje tekne inn (${outside.length}): ${outside.join(", ")}.`]
      : []),
  ].join("\n");
}

/** Whether a person must look at what was not taken in; municipalities elsewhere in the country are as they should be. */
export function needsLook({unmatched, missing}: PopulationImport): boolean {
  return missing.length > 0 || unmatched.some(({why}) => why !== "outside");
}

function yearsText(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  const isRun = years.length > 2 && (last ?? 0) - (first ?? 0) === years.length - 1;
  return isRun ? `${first}–${last}` : years.join(", ");
}
