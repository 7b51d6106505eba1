import type {Aside, Batch, DeliveryFacts, RefusedFile, TextRow} from "../../pipeline/contract/delivery.ts";
import {bytesSource} from "../../pipeline/ingest/byte-source.ts";
import {batchesOf, codedBatchesOf, openDelivery, refusedFile} from "../../pipeline/ingest/ingest.ts";
import type {Layout} from "../../pipeline/ingest/layout.ts";
import {Refusal} from "../../pipeline/ingest/refusal.ts";

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Taken extends DeliveryFacts {
  readonly outcome: "taken";
  readonly rows: readonly TextRow[];
  readonly aside: readonly Aside[];
}

/** A small file read whole. */
export function ingest(file: File, layouts: readonly Layout[]): Promise<Taken | RefusedFile> {
  return read(file, layouts, batchesOf);
}

/** The same by way of the numbers of values, each row put together again. */
export function ingestCoded(file: File, layouts: readonly Layout[]): Promise<Taken | RefusedFile> {
  return read(file, layouts, codedBatchesOf);
}

async function read(
  {name, bytes}: File,
  layouts: readonly Layout[],
  batchesIn: typeof codedBatchesOf,
): Promise<Taken | RefusedFile> {
  const delivery = await openDelivery({name, ...bytesSource(bytes)}, layouts);
  if ("outcome" in delivery) return delivery;
  try {
    const batches = [...batchesIn(delivery)];
    const rows = batches.flatMap((batch) => rowsOf(batch)).sort((a, b) => a.row - b.row);
    const aside = batches.flatMap((batch) => batch.aside);
    if (rows.length + aside.length === 0) return refusedFile(delivery, {kind: "no_rows"});
    return {...delivery, outcome: "taken", rows, aside};
  } catch (error) {
    if (error instanceof Refusal) return refusedFile(delivery, error.fault);
    throw error;
  }
}

function rowsOf({rows, coded}: Batch): readonly TextRow[] {
  if (coded === undefined) return rows;
  const {count, row, line, byte, fixed, columns} = coded;
  const again = Array.from({length: count}, (_, at): TextRow => {
    const own = columns.flatMap(({field, values, numbers}) => {
      const number = numbers[at] ?? 0;
      return number < 0 ? [] : [[field, values[number] ?? ""] as const];
    });
    const place = {row: row[at] ?? 0, line: line[at] ?? 0, byte: byte[at] ?? 0};
    return {...place, values: new Map([...fixed, ...own]), identity: "", persons: []};
  });
  return [...rows, ...again];
}
