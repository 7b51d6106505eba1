import type {Batch} from "../contract/delivery.ts";
import {DeliveryError} from "../contract/delivery-error.ts";

const MARK = "SYNTETISK";

/** Whether the deliveries are invented. Throws when invented and real ones lie together: the sum of them would be a lie. */
export function isSynthetic(marked: readonly boolean[]): boolean {
  if (marked.includes(true) && marked.includes(false)) {
    throw new DeliveryError([
      "Syntetiske og ekte leveringar ligg i same mappe. Ta bort filene som er merkte SYNTETISK, og køyr på nytt.",
    ]);
  }
  return marked.includes(true);
}

export const isMarkedName = (name: string): boolean => name.includes(MARK);

export const isMarkedBatch = ({rows}: Batch): boolean => rows.some(({values}) => values.get("datagrunnlag") === MARK);
