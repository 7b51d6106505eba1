import type {Batch, CodedRows} from "../contract/delivery.ts";
import {DeliveryError} from "../contract/delivery-error.ts";

const MARK = "SYNTETISK";
const FIELD = "datagrunnlag";

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

export const isMarkedBatch = ({rows, coded}: Batch): boolean =>
  rows.some(({values}) => values.get(FIELD) === MARK) || (coded !== undefined && isMarkedCoded(coded));

function isMarkedCoded({count, fixed, columns}: CodedRows): boolean {
  if (count === 0) return false;
  if (fixed.get(FIELD) === MARK) return true;
  return columns.some(({field, values, numbers}) => field === FIELD && hasMark(values, numbers));
}

function hasMark(values: readonly string[], numbers: Int32Array): boolean {
  return values.includes(MARK) && numbers.some((number) => values[number] === MARK);
}
