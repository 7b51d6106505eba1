import * as v from "valibot";
import {DeliveryError} from "../../contract/delivery-error.ts";
import {markableTypes} from "../review/words.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Figures = v.strictObject({
  format: v.literal("avvik-kalibrering-1"),
  /** All texts of the deliveries, and how many of them a person must look at. */
  population: v.strictObject({texts: count, flagged: count}),
  texts: count,
  /** Words that were not persons, and how many of these were taken out. */
  words: count,
  wronglyTaken: count,
  types: v.record(v.picklist(markableTypes), v.strictObject({caught: count, missed: count})),
});
export type Figures = v.InferOutput<typeof Figures>;

/** What the page gave back: numbers and nothing else. Throws a DeliveryError when it is anything else. */
export function figuresFrom(json: string): Figures {
  const read = v.safeParse(Figures, parseJson(json));
  if (read.success && read.output.texts > 0 && read.output.wronglyTaken <= read.output.words) return read.output;
  throw new DeliveryError([
    "Fila er ikkje tal frå kalibreringa, eller ingen tekst er gjennomgått. Vel fila som sida lagra («avvik-kalibrering.json»).",
  ]);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
