import type {Aside, DeliveryFacts, RefusedFile, TextRow} from "../../pipeline/contract/delivery.ts";
import {bytesSource} from "../../pipeline/ingest/byte-source.ts";
import {batchesOf, openDelivery, refusedFile} from "../../pipeline/ingest/ingest.ts";
import type {Layout} from "../../pipeline/ingest/layout.ts";
import {Refusal} from "../../pipeline/ingest/refusal.ts";

interface Taken extends DeliveryFacts {
  readonly outcome: "taken";
  readonly rows: readonly TextRow[];
  readonly aside: readonly Aside[];
}

/** A small file read whole. */
export async function ingest(
  {name, bytes}: {readonly name: string; readonly bytes: Uint8Array},
  layouts: readonly Layout[],
): Promise<Taken | RefusedFile> {
  const delivery = await openDelivery({name, ...bytesSource(bytes)}, layouts);
  if ("outcome" in delivery) return delivery;
  try {
    const batches = [...batchesOf(delivery)];
    const rows = batches.flatMap((batch) => batch.rows);
    const aside = batches.flatMap((batch) => batch.aside);
    if (rows.length + aside.length === 0) return refusedFile(delivery, {kind: "no_rows"});
    return {...delivery, outcome: "taken", rows, aside};
  } catch (error) {
    if (error instanceof Refusal) return refusedFile(delivery, error.fault);
    throw error;
  }
}
