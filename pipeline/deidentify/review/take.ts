import * as v from "valibot";
import {DeliveryError} from "../../contract/delivery-error.ts";
import type {Cut, Decision} from "./decisions.ts";
import type {FlaggedText} from "./texts.ts";

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const Answers = v.object({
  format: v.literal("avvik-gjennomgang-1"),
  decisions: v.array(
    v.variant("verdict", [
      v.object({verdict: v.picklist(["accept", "reject"]), key: v.string(), cuts: v.optional(v.array(v.any()))}),
      v.object({
        verdict: v.literal("edit"),
        key: v.string(),
        cuts: v.pipe(v.array(v.tuple([place, place])), v.minLength(1)),
      }),
    ]),
  ),
});

export interface Taken {
  readonly decisions: readonly Decision[];
  /** Answers to texts that are not in the warehouse: the page was made from another one. */
  readonly unknown: number;
}

/** What a page gave back, checked against the texts it was about. Throws a DeliveryError when it is no such file. */
export function decisionsFrom(json: string, texts: readonly FlaggedText[], date: string): Taken {
  const known = new Map(texts.map((text) => [text.key, text]));
  const answers = parsed(json).decisions;
  const decisions = answers.flatMap(({key, verdict, cuts}): Decision[] => {
    const text = known.get(key)?.text;
    if (text === undefined) return [];
    return [{key, verdict, cuts: verdict === "edit" ? ordered(cuts as readonly Cut[], text.length) : [], date}];
  });
  return {decisions, unknown: answers.length - decisions.length};
}

function parsed(json: string): v.InferOutput<typeof Answers> {
  const answers = v.safeParse(Answers, parseJson(json));
  if (answers.success) return answers.output;
  throw new DeliveryError([
    "Fila er ikkje avgjerder frå gjennomgangen. Vel fila som sida lagra («avvik-avgjerder.json»).",
  ]);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function ordered(cuts: readonly Cut[], length: number): Cut[] {
  const sorted = [...cuts].sort(([a], [b]) => a - b);
  const isSound = sorted.every(
    ([start, end], at) => start < end && end <= length && start >= (sorted[at - 1]?.[1] ?? 0),
  );
  if (isSound) return sorted;
  throw new DeliveryError([
    "Ei stryking ligg utanfor teksten sin. Lag sida på nytt med «avvik review», og gå gjennom ho.",
  ]);
}
