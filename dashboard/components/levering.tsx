import {leveringar, leveringTitle, type Part, parts} from "../findings/tillit.ts";
import {texts} from "../text/text.ts";
import {areaName, type View} from "../view.ts";
import {Funn} from "./funn.tsx";

interface LeveringProps {
  readonly view: View;
  readonly tables: boolean;
}

/** Who has delivered, by name. Nothing delivered is never drawn as zero. */
export function Levering({view, tables}: LeveringProps) {
  const t = texts[view.language];
  const all = parts(view);
  return (
    <Funn
      view={view}
      tables={tables}
      title={leveringTitle(view)}
      subtitle={t.tillit.partSubtitle(areaName(view), view.facts.year)}
      table={() => ({
        caption: t.tableOf(leveringTitle(view)),
        columns: [{title: t.party}, {title: t.delivery}],
        rows: all.map((part) => [part.namn, t.levering[part.levering]]),
      })}
    >
      <dl class="levering">
        {leveringar.map((levering) => (
          <Group key={levering} view={view} levering={levering} all={all} />
        ))}
      </dl>
    </Funn>
  );
}

interface GroupProps {
  readonly view: View;
  readonly levering: Part["levering"];
  readonly all: readonly Part[];
}

function Group({view, levering, all}: GroupProps) {
  const t = texts[view.language];
  const names = all.filter((part) => part.levering === levering).map((part) => part.namn);
  if (names.length === 0 && levering === "stadfesta_null") return null;
  return (
    <div data-levering={levering}>
      <dt>
        {t.levering[levering]} <span class="tal">{names.length}</span>
      </dt>
      <dd>
        {names.length === 0 ? t.nobody : names.join(", ")}
        {names.length > 0 && t.leveringNote[levering] && <small>{t.leveringNote[levering]}</small>}
      </dd>
    </div>
  );
}
