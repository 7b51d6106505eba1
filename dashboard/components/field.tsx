import {useContext, useLayoutEffect, useRef, useState} from "preact/hooks";
import type {Value} from "../../pipeline/contract/meeting-fields.ts";
import {longestOf, type SubjectKind} from "../../pipeline/contract/meeting-fields.ts";
import {useDesk} from "../meeting/desk.ts";
import {fieldValue} from "../meeting/meeting.ts";
import {date} from "../text/dates.ts";
import {useOwnId} from "./own-id.ts";
import {Paper} from "./paper.ts";

const PAUSE = 400;

interface FieldProps {
  readonly subject: string;
  readonly field: string;
  readonly label: string;
  readonly kind?: "text" | "long" | "date" | "number";
  readonly most?: number;
}

/** One thing to write. It is kept after a short pause, when the field is left, and when the page is. */
export function Field({subject, field, label, kind = "text", most}: FieldProps) {
  const desk = useDesk();
  const id = useOwnId();
  const stored = String(fieldValue(desk.meeting, subject, field) ?? "");
  const paper = useContext(Paper);
  const [draft, setDraft] = useDraft(stored, (text) => desk.write(subject, field, parsed(text, kind, most)));
  const shared = {
    id,
    value: draft,
    onInput: (event: {readonly currentTarget: {readonly value: string}}) => setDraft(event.currentTarget.value),
    onBlur: () => setDraft(draft, true),
    maxLength: longestOf(subject.split("/")[0] as SubjectKind, field) || undefined,
  };
  return (
    <p class="felt" data-slag={kind}>
      <label for={id}>{label}</label>
      {kind === "long" && <textarea rows={2} {...shared} />}
      {kind === "date" &&
        (paper ? <input id={id} readOnly value={draft && date(draft)} /> : <input type="date" {...shared} />)}
      {kind === "text" && <input type="text" autocomplete="off" {...shared} />}
      {kind === "number" && <input type="text" inputMode="decimal" autocomplete="off" {...shared} />}
    </p>
  );
}

/** What stands in the field now, and how to change it; a change from outside (undo, another window) shows at once. */
function useDraft(stored: string, keep: (text: string) => void) {
  const [draft, setDraft] = useState(stored);
  const waiting = useRef<{readonly text: string; readonly timer: ReturnType<typeof setTimeout>} | null>(null);
  const keeper = useRef(keep);
  keeper.current = keep;
  const settle = () => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const {text} = waiting.current;
    waiting.current = null;
    keeper.current(text);
  };
  useLayoutEffect(() => {
    if (!waiting.current) setDraft(stored);
  }, [stored]);
  useLayoutEffect(() => {
    document.addEventListener("visibilitychange", settle);
    return () => {
      document.removeEventListener("visibilitychange", settle);
      settle();
    };
  }, []);
  const change = (text: string, atOnce = false) => {
    setDraft(text);
    if (waiting.current) clearTimeout(waiting.current.timer);
    if (atOnce) return settle();
    waiting.current = {text, timer: setTimeout(settle, PAUSE)};
  };
  return [draft, change] as const;
}

/** The value of a text: empty is nothing, and a number that is none yet is nothing too. */
function parsed(text: string, kind: FieldProps["kind"], most: number | undefined): Value {
  if (text.trim() === "") return null;
  if (kind !== "number") return text;
  const value = Number(text.replace(",", "."));
  if (!Number.isFinite(value)) return null;
  return most === undefined ? value : Math.min(most, Math.max(0, Math.round(value)));
}

interface ChoiceFieldProps {
  readonly subject: string;
  readonly field: string;
  readonly label: string;
  readonly none: string;
  readonly options: Readonly<Record<string, string>>;
}

export function ChoiceField({subject, field, label, none, options}: ChoiceFieldProps) {
  const desk = useDesk();
  const id = useOwnId();
  const value = String(fieldValue(desk.meeting, subject, field) ?? "");
  return (
    <p class="felt">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => desk.write(subject, field, event.currentTarget.value || null)}>
        <option value="">{none}</option>
        {Object.entries(options).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

/** A box to tick. */
export function Tick({subject, field, label}: Pick<FieldProps, "subject" | "field" | "label">) {
  const desk = useDesk();
  return (
    <label class="kryss">
      <input
        type="checkbox"
        checked={fieldValue(desk.meeting, subject, field) === true}
        onChange={(event) => desk.write(subject, field, event.currentTarget.checked)}
      />{" "}
      {label}
    </label>
  );
}
