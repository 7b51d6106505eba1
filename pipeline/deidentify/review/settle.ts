import type {Field} from "../../contract/delivery.ts";
import type {CleanRow} from "../row.ts";
import type {TraceBook} from "../traces.ts";
import type {DecisionRegister} from "./decisions.ts";
import {proseFields, withoutCuts} from "./texts.ts";

const NONE: ReadonlySet<Field> = new Set();

interface Settled {
  readonly clean: CleanRow;
  /** The fields that have nothing more to decide. */
  readonly struck: ReadonlySet<Field>;
}

/**
 * A row as it is stored after a review: what a person struck out of a text earlier is struck out before the text is
 * stored again, and entered in the book.
 */
export function settled(row: CleanRow, {decisions, keyOf}: DecisionRegister, book: TraceBook): Settled {
  if (decisions.size === 0) return {clean: row, struck: NONE};
  const struck = new Set<Field>();
  const values = new Map(row.values);
  for (const field of proseFields) {
    const text = values.get(field);
    const decision = text === undefined ? undefined : decisions.get(keyOf(text));
    if (text === undefined || decision?.verdict !== "edit") continue;
    for (const [start, end] of decision.cuts) book.add(text.slice(start, end), "PERSON");
    values.set(field, withoutCuts(text, decision.cuts));
    struck.add(field);
  }
  return {clean: {...row, values}, struck};
}
