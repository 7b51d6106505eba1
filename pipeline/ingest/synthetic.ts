import type {TakenFile} from "../contract/delivery.ts";
import {DeliveryError} from "../contract/delivery-error.ts";

const MARK = "SYNTETISK";

/** Whether the deliveries are invented. Throws when invented and real ones lie together: the sum of them would be a lie. */
export function isSynthetic(files: readonly TakenFile[]): boolean {
  const marked = files.filter(isMarked);
  if (marked.length > 0 && marked.length < files.length) {
    throw new DeliveryError([
      "Syntetiske og ekte leveringar ligg i same mappe. Ta bort filene som er merkte SYNTETISK, og køyr på nytt.",
    ]);
  }
  return marked.length > 0;
}

function isMarked({name, rows}: TakenFile): boolean {
  return name.includes(MARK) || rows.some(({values}) => values.get("datagrunnlag") === MARK);
}
