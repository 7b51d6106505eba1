import {existingTiltak, triedElsewhere} from "../findings/tiltak.ts";
import {tiltakTexts} from "../text/tiltak.ts";
import type {View} from "../view.ts";

/** What exists already for a candidate, folded away: how it was tried elsewhere, and tiltak in the plans of the committees. */
export function Finst({view, id}: {readonly view: View; readonly id: string}) {
  const t = tiltakTexts[view.language];
  const all = [...triedElsewhere(view, id), ...existingTiltak(view, id)];
  if (all.length === 0) return null;
  return (
    <details class="finst">
      <summary>{t.known(all.length)}</summary>
      <ul>
        {all.map(({key, text}) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      <p class="dempa">{t.assumed}</p>
    </details>
  );
}
