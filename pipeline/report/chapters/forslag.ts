import type {Block} from "../document.ts";
import {reportTexts} from "../text/text.ts";
import {areaName, committee, lsuIds, type View} from "../view.ts";

interface Proposal {
  readonly decider: string;
  readonly text: string;
}

/** All proposals of the chapters once more, by who is to decide: what the secretariat pastes into the papers of each committee. */
export function forslag(view: View, chapters: readonly (readonly Block[])[]): Block[] {
  const {forslag: t} = reportTexts[view.language];
  const ssu = committee(view, "ssu");
  const others = [...lsuIds(view).map((id) => areaName(view, id)), committee(view, "sekretariat")];
  const all = chapters
    .flat()
    .flatMap((block) => (block.kind === "decision" ? proposals(block.items, ssu, others) : []));
  return [
    {kind: "heading", level: 1, text: t.heading},
    {kind: "paragraph", text: t.lead},
    ...[ssu, ...others].flatMap((name): Block[] => {
      const own = [...new Set(all.filter(({decider}) => decider === name).map(({text}) => text))];
      return own.length === 0 ? [] : [{kind: "decision", title: name, items: own}];
    }),
  ];
}

/** A proposal that names nobody first belongs to the committee of the one before it. */
function proposals(items: readonly string[], ssu: string, others: readonly string[]): Proposal[] {
  let decider = ssu;
  return items.map((text) => {
    decider = [ssu, ...others].find((name) => text.startsWith(`${name} `)) ?? decider;
    return {decider, text};
  });
}
