import type {Batch} from "./contract/delivery.ts";
import {addCounts, type CleanBatch, cleanBatch, repeatedBatch, type SpanCount} from "./deidentify/batch.ts";
import type {Cleaning} from "./deidentify/cleaning.ts";
import {batchesOf, codedBatchesOf, type Delivery} from "./ingest/ingest.ts";
import {Refusal} from "./ingest/refusal.ts";
import {isMarkedBatch} from "./ingest/synthetic.ts";

/** What is found in a delivery while it is read. */
export interface Found {
  /** It says itself that it is invented. */
  isSynthetic: boolean;
  readonly count: SpanCount;
}

/** Reads a delivery and takes the persons out, a batch at a time. Throws a Refusal when the file cannot be read to its end. */
export async function* cleanDelivery(
  delivery: Delivery,
  {levering, cleaning, found}: {readonly levering: string; readonly cleaning: Cleaning; readonly found: Found},
): AsyncGenerator<CleanBatch> {
  for (const batch of some(codedBatchesOf(delivery))) {
    found.isSynthetic ||= isMarkedBatch(batch);
    const clean = cleanBatch(batch, {levering, fields: delivery.fields}, cleaning);
    addCounts(found.count, clean.count);
    yield clean;
  }
}

/** The same content under another name is one delivery: every row of the second is counted as delivered before. */
export async function* sameAgain(
  delivery: Delivery,
  {levering, found}: {readonly levering: string; readonly found: Found},
): AsyncGenerator<CleanBatch> {
  for (const batch of some(batchesOf(delivery))) {
    found.isSynthetic ||= isMarkedBatch(batch);
    yield repeatedBatch(batch, levering);
  }
}

function* some(batches: Iterable<Batch>): Generator<Batch> {
  let records = 0;
  for (const batch of batches) {
    records += batch.rows.length + batch.aside.length + (batch.coded?.count ?? 0);
    yield batch;
  }
  if (records === 0) throw new Refusal({kind: "no_rows"});
}
