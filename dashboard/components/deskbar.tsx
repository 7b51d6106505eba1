import {useRef} from "preact/hooks";
import {useDesk} from "../meeting/desk.ts";
import {conflictsOf, unsavedCount} from "../meeting/meeting.ts";
import {meetingKind} from "../meeting/place.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";

/** Undo, open and save, and what is not yet in a file. It stands on every screen of a committee's page. */
export function Deskbar({view}: {readonly view: View}) {
  const desk = useDesk();
  const picker = useRef<HTMLInputElement>(null);
  const t = texts[view.language].moete;
  const conflicts = conflictsOf(desk.meeting).length;
  const take = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (file) desk.open(file);
    input.value = "";
  };
  return (
    <div class="moetelinje">
      <p role="status">
        {desk.notice && <span>{desk.notice}</span>} <b>{statusWords(desk.meeting, desk.remembers, view)}</b>{" "}
        {conflicts > 0 && (
          <a href={meetingKind(view.facts) === "ssu" ? "#vekter" : "#vedtak"}>{t.conflicts.title(conflicts)}</a>
        )}
      </p>
      <button type="button" class="knapp" disabled={desk.meeting.undo.length === 0} onClick={desk.undo}>
        {t.undo}
      </button>
      <button type="button" class="knapp" onClick={() => picker.current?.click()}>
        {t.open}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t.open}
        onChange={(event) => take(event.currentTarget)}
      />
      <button type="button" class="knapp" disabled={desk.meeting.entries.length === 0} onClick={desk.save}>
        {t.save}
      </button>
    </div>
  );
}

function statusWords(meeting: Parameters<typeof unsavedCount>[0], remembers: boolean, view: View): string {
  const t = texts[view.language].moete.status;
  if (!remembers) return t.cannotRemember;
  const unsaved = unsavedCount(meeting);
  if (unsaved > 0) return t.unsaved(unsaved);
  return meeting.entries.length === 0 ? t.nothing : t.saved;
}
