import type {Entry} from "../../pipeline/contract/meeting-log.ts";
import {candidateName} from "../findings/kandidatane.ts";
import {useDesk} from "../meeting/desk.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";

/** Fields two machines wrote differently. Both answers are there until somebody chooses. */
export function Conflicts({view, conflicts}: {readonly view: View; readonly conflicts: readonly (readonly Entry[])[]}) {
  const desk = useDesk();
  const t = texts[view.language].moete.conflicts;
  if (conflicts.length === 0) return null;
  return (
    <section class="usemje" role="alert">
      <h2>{t.title(conflicts.length)}</h2>
      <p>{t.lead}</p>
      {conflicts.map((heads) => (
        <fieldset key={heads[0]?.id}>
          <legend>{fieldName(view, heads[0], (id) => candidateName(view, desk.meeting, id))}</legend>
          {heads.map(({id, subject, field, value}) => (
            <p key={id}>
              <button type="button" class="knapp" onClick={() => desk.write(subject, field, value)}>
                {t.use}
              </button>{" "}
              {shownValue(view, value)}
            </p>
          ))}
        </fieldset>
      ))}
    </section>
  );
}

function shownValue(view: View, value: Entry["value"]): string {
  const t = texts[view.language].moete;
  if (value === null) return t.conflicts.empty;
  if (typeof value === "boolean") return value ? t.yes : t.no;
  return t.decisions[value as keyof typeof t.decisions] ?? String(value);
}

function fieldName(view: View, entry: Entry | undefined, nameOf: (id: string) => string): string {
  const t = texts[view.language].moete;
  const {subject = "", field = ""} = entry ?? {};
  const about = subject.split("/")[1];
  const names: Readonly<Record<string, string>> = {...t.pdsa.fields, ...t.fieldNames};
  const name = names[field] ?? names[field.replace(/_(kommune|sjukehus|brukar)$|(?<=^port)_.*$/, "")] ?? field;
  return about ? `${nameOf(about)}: ${name}` : name;
}
