import type {Dispatch} from "../state.ts";
import {texts} from "../text/text.ts";
import {areaChoices, areaName, fylke, type View} from "../view.ts";
import {useOwnId} from "./own-id.ts";

interface AreaChooserProps {
  readonly view: View;
  readonly dispatch: Dispatch;
}

/** A finite list of areas, each with numbers of its own that were made and checked before publishing. */
export function AreaChooser({view, dispatch}: AreaChooserProps) {
  const id = useOwnId();
  return (
    <div class="omraade">
      <label for={id} class="usynleg">
        {texts[view.language].area}
      </label>
      <select
        id={id}
        class="ds-input"
        data-size="sm"
        value={view.omraade}
        onChange={(event) => dispatch({kind: "omraade", omraade: event.currentTarget.value})}
      >
        {areaChoices(view).map((omraade) => (
          <option key={omraade} value={omraade}>
            {omraade === fylke ? texts[view.language].wholeCounty : areaName(view, omraade)}
          </option>
        ))}
      </select>
    </div>
  );
}
