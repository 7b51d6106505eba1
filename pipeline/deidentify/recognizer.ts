import {pathToFileURL} from "node:url";
import {DeliveryError} from "../contract/delivery-error.ts";
import {type Span, spanTypes} from "./span.ts";

/**
 * A recogniser that a hospital brings itself, for instance one around a language model of its own. It is asked for every
 * text, after the rules; what it finds is taken out beside what they found. It can add and never remove. None is needed.
 */
export interface Recognizer {
  /** What it is called in messages. */
  readonly name: string;
  /** The stretches of a text that name somebody, with offsets in UTF-16 code units of the text as given. Same text, same answer. */
  readonly recognize: (text: string) => readonly Span[];
}

/**
 * The recogniser in a JavaScript module, its default export; none without a file.
 * @throws {DeliveryError} when the file cannot be loaded or holds none
 */
export async function readRecognizers(file: string | null): Promise<readonly Recognizer[]> {
  return file === null ? [] : [await readRecognizer(file)];
}

async function readRecognizer(file: string): Promise<Recognizer> {
  const loaded: unknown = await import(pathToFileURL(file).href).catch(() => null);
  const recognizer = (loaded as {default?: Partial<Recognizer>} | null)?.default;
  if (typeof recognizer?.name === "string" && typeof recognizer.recognize === "function")
    return {name: recognizer.name, recognize: recognizer.recognize};
  throw new DeliveryError([
    `«${file}» er ikkje ein modul med ein gjenkjennar. Han skal eksportere {name, recognize} som default; sjå CONTRIBUTING.md.`,
  ]);
}

/** What a recogniser says of a text. A stretch outside the text or of no known type is a fault of the recogniser. */
export function recognized({name, recognize}: Recognizer, text: string): readonly Span[] {
  const spans = recognize(text);
  for (const {start, end, type} of spans) {
    const fits = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
    if (!fits || !spanTypes.includes(type)) throw new Error(`recognizer ${name}: span ${start}-${end} ${type}`);
  }
  return spans;
}
