import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {TextRow} from "./contract/delivery.ts";
import {DeliveryError} from "./contract/delivery-error.ts";
import {stratifiedDraw} from "./deidentify/calibrate/draw.ts";
import {type Figures, figuresFrom} from "./deidentify/calibrate/figures.ts";
import type {Knowledge} from "./deidentify/deidentify.ts";
import type {Words} from "./deidentify/memory.ts";
import {readRecognizers} from "./deidentify/recognizer.ts";
import {calibrationPage, type MarkableText} from "./deidentify/review/page.ts";
import {proseFields} from "./deidentify/review/texts.ts";
import {cleanRow} from "./deidentify/row.ts";
import {traceBook} from "./deidentify/traces.ts";
import {openDatabase} from "./duckdb/open.ts";
import {batchesOf, openDelivery} from "./ingest/ingest.ts";
import type {Layout} from "./ingest/layout.ts";
import {openFile, readDeliveryFolder, readLayouts} from "./ingest/read-files.ts";
import {Refusal} from "./ingest/refusal.ts";
import {knownWords} from "./intake.ts";
import {seededRandom, wilsonInterval} from "./measure/statistics/index.ts";
import type {Project} from "./project.ts";
import {readRegisters} from "./registers/read.ts";

const PAGE = "kalibrering.html";

export interface DrawnPage {
  readonly texts: number;
  readonly page: string;
  /** Opens the page. Told once and kept nowhere. */
  readonly code: string;
}

/**
 * Draws texts of the deliveries as they were received, by sender and by whether they are flagged, and writes them to a
 * locked page. The originals are in memory and nowhere else. Same deliveries and seed, same texts.
 */
export async function drawCalibration(
  project: Project,
  {size, seed}: {size: number; seed: number},
): Promise<DrawnPage> {
  const draw = stratifiedDraw<MarkableText>(size, seededRandom(seed));
  const population = {texts: 0, flagged: 0};
  const words = await readKnowledge(project);
  const layouts = readLayouts(project.layouts);
  for (const path of readDeliveryFolder(project.deliveries)) {
    for await (const {sender, row} of rowsOf(path, layouts)) {
      for (const {text, isFlagged} of markable(row, words)) {
        population.texts += 1;
        if (isFlagged) population.flagged += 1;
        draw.offer(`${sender} ${isFlagged}`, text);
      }
    }
  }
  const drawn = draw.drawn();
  if (drawn.length === 0) throw new DeliveryError(["Det er ingen tekstar i leveringane å trekkje frå."]);
  const {html, code} = calibrationPage(drawn, population);
  mkdirSync(project.review, {recursive: true, mode: 0o700});
  const page = join(project.review, PAGE);
  writeFileSync(page, html, {mode: 0o600});
  return {texts: drawn.length, page, code};
}

/** The rows of a delivery; none when it cannot be read. */
async function* rowsOf(
  path: string,
  layouts: readonly Layout[],
): AsyncGenerator<{readonly sender: string; readonly row: TextRow}> {
  const file = openFile(path);
  if ("kind" in file) return;
  try {
    const delivery = await openDelivery(file, layouts);
    if ("outcome" in delivery) return;
    for (const {rows} of batchesOf(delivery)) for (const row of rows) yield {sender: delivery.sender, row};
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  } finally {
    file.close();
  }
}

async function readKnowledge({registers, recognizer}: Project): Promise<Knowledge & Words> {
  const database = await openDatabase();
  await readRegisters(database, registers);
  const words = await knownWords(database).finally(() => database.closeSync());
  return {...words, recognizers: await readRecognizers(recognizer), key: new Uint8Array()};
}

function markable(row: TextRow, knowledge: Knowledge & Words): {text: MarkableText; isFlagged: boolean}[] {
  const {spans, marks} = cleanRow(
    row,
    knowledge,
    traceBook(() => true),
  );
  return proseFields.flatMap((field) => {
    const text = row.values.get(field);
    if (text === undefined) return [];
    const found = (spans.get(field) ?? []).map(({start, end, type}) => ({start, end, reason: type}));
    return [{text: {text, marks: found}, isFlagged: marks.some((mark) => mark.field === field)}];
  });
}

/** A share with its 95 % interval (Wilson); `n` is what it is a share of. */
export interface MeasuredShare {
  readonly n: number;
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

export interface Calibration {
  readonly texts: number;
  /** Recall: the share of what was there that was taken out, by type and in all. Types with nothing there are left out. */
  readonly recall: Readonly<Record<string, MeasuredShare>>;
  readonly overRedaction: MeasuredShare | null;
  /** Of all texts of the deliveries, not only those drawn. */
  readonly flagged: MeasuredShare | null;
}

/** Takes in the numbers and removes the page. */
export function takeCalibration({review}: Pick<Project, "review">, file: string): Calibration {
  if (!existsSync(file)) throw new DeliveryError(["Fila med tal finst ikkje. Ho ligg oftast i nedlastingsmappa."]);
  const figures = figuresFrom(readFileSync(file, "utf8"));
  rmSync(join(review, PAGE), {force: true});
  return calibrationOf(figures);
}

/** Shares from counts. */
export function calibrationOf({texts, words, wronglyTaken, types, population}: Figures): Calibration {
  const all = Object.values(types).filter((one) => one !== undefined);
  const total = {
    caught: all.reduce((sum, {caught}) => sum + caught, 0),
    missed: all.reduce((sum, {missed}) => sum + missed, 0),
  };
  const measured = Object.entries({...types, alle: total}).flatMap(([type, {caught, missed}]) => {
    const share = shareOf(caught, caught + missed);
    return share === null ? [] : [[type, share] as const];
  });
  return {
    texts,
    recall: Object.fromEntries(measured),
    overRedaction: shareOf(wronglyTaken, words),
    flagged: shareOf(population.flagged, population.texts),
  };
}

function shareOf(part: number, n: number): MeasuredShare | null {
  return n === 0 ? null : {n, share: part / n, ...wilsonInterval(part, n)};
}
