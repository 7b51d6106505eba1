import {basename, join} from "node:path";
import {DeliveryError} from "../contract/delivery-error.ts";
import {noTraces} from "../deidentify/traces.ts";
import {programId} from "../program.ts";
import type {Edition, FinishedEdition} from "./edition.ts";
import {editionsBefore, findEditions, oddFiles, readEdition, strayFiles} from "./folder.ts";
import {formFaults} from "./forms.ts";
import {changedFiles, hashFaults} from "./hashes.ts";
import {type Own, readOwn, withLetterhead} from "./own.ts";
import {factFaults, type PageParts, programFaults, readPages} from "./pages.ts";
import {personFaults, type Scan} from "./persons.ts";
import {remadeFaults} from "./remade.ts";
import {smallFaults} from "./small.ts";
import {solvedFaults} from "./solved.ts";
import {readTables} from "./tables.ts";
import {type DatedEdition, togetherFaults} from "./together.ts";
import {workbookFaults} from "./workbook.ts";

/** Throws, and so stops the editions, when a file may name a person or a hidden number can be worked out. */
export async function assertVerified(editions: readonly Edition[], scan: Scan): Promise<void> {
  const faults = editions.flatMap((edition) => {
    const tables = readTables(edition.files);
    const small = tables === null ? [] : smallFaults(edition.name, tables, edition.manifest.threshold);
    const own = withLetterhead(scan.own, edition.files);
    return [...personFaults(edition, {...scan, own}), ...small, ...solvedFaults(edition)];
  });
  if (faults.length > 0) throw new DeliveryError(faults);
}

/** Throws when whoever holds these editions and those of the year before can work out a hidden number. */
export function assertTogether(now: readonly DatedEdition[], before: readonly DatedEdition[]): void {
  const faults = togetherFaults(now, before);
  if (faults.length > 0) throw new DeliveryError(faults);
}

export interface Verified {
  /** One sentence for each fault. */
  readonly faults: readonly string[];
  readonly files: number;
  /** What could not be checked, and why. */
  readonly notes: readonly string[];
}

/**
 * The whole audit of a folder that `run` has written, from its files alone: fingerprints, persons, every table in every
 * form, thresholds, and what a reader can work out from one edition, from both, and from those of the year before.
 */
export async function verifyFolder(
  folder: string,
  template: string,
  registers: string | null = null,
): Promise<Verified> {
  const places = findEditions(folder);
  if (places.length === 0) {
    return {faults: [`${folder}: her ligg inga utgåve (manifest.json manglar).`], files: 0, notes: []};
  }
  const faults = [
    ...strayFiles(folder, places).map((path) => `${path}: fila høyrer ikkje til noka utgåve.`),
    ...oddFiles(folder).map((path) => `${path}: dette er ei lenkje eller ei eining, ikkje ei vanleg fil.`),
  ];
  const editions: FinishedEdition[] = [];
  for (const place of places) {
    const edition = readEdition(place);
    if (edition === null) faults.push(`${join(place, "manifest.json")}: fila let seg ikkje lese.`);
    else editions.push(edition);
  }
  const own = await readOwn(template, registers);
  faults.push(...programFaults(editions, template));
  for (const edition of editions) faults.push(...(await editionFaults(edition, template, own)));
  for (const year of new Set(editions.map(({manifest}) => manifest.year))) {
    const these = editions.filter(({manifest}) => manifest.year === year);
    faults.push(...togetherFaults(these, editionsBefore(yearFolder(these), year)));
  }
  const files = editions.reduce((sum, edition) => sum + edition.files.length, 0);
  return {faults, files, notes: editions.flatMap(versionNote)};
}

/** The folder of a year holds the folders of its editions. */
function yearFolder([edition]: readonly FinishedEdition[]): string {
  return join(edition?.folder ?? ".", "..");
}

async function editionFaults(edition: FinishedEdition, template: string, own: Own): Promise<string[]> {
  const {name, manifest, files} = edition;
  const pages = readPages(files);
  const tables = readTables(files);
  const plain = [
    ...placeFaults(edition),
    ...hashFaults(files, manifest),
    ...personFaults(edition, {removed: noTraces, own: withLetterhead(own, files)}),
    ...factFaults(name, manifest, pages),
    ...formFaults(manifest, files, pages),
    ...solvedFaults(edition),
  ];
  if (tables === null) return plain;
  const told = [
    ...plain,
    ...smallFaults(name, tables, manifest.threshold),
    ...(await workbookFaults(edition, tables, hasPublished(pages) ? 1 : 0)),
  ];
  const isWhole = changedFiles(files, manifest).length === 0 && isOwnProgram(edition);
  return isWhole ? [...told, ...(await remadeFaults(edition, {tables, pages, template}))] : told;
}

/** The data book of an edition whose pages tell what others have published, has a sheet of it. */
function hasPublished(pages: readonly PageParts[]): boolean {
  return pages.some(({facts}) => facts?.samhandling !== undefined);
}

/** An edition in the folder of the other would be sent to the wrong readers. */
function placeFaults({folder, name}: FinishedEdition): string[] {
  const place = basename(folder);
  const isMisplaced = ["moete", "open"].includes(place) && place !== name;
  return isMisplaced ? [`${place}: i denne mappa ligg utgåva «${name}».`] : [];
}

function isOwnProgram({manifest}: FinishedEdition): boolean {
  return manifest.program === programId();
}

function versionNote(edition: FinishedEdition): string[] {
  if (isOwnProgram(edition)) return [];
  return [
    `${edition.name} ${edition.manifest.year}: utgåva er laga med ein annan versjon av programmet. Sider og dokument er kontrollerte mot fingeravtrykk og tabellar, men ikkje laga på nytt.`,
  ];
}
