import type {Followed} from "../../pipeline/contract/loop.ts";
import {maalserie} from "../charts/maalserie.ts";
import {maalserieOf} from "../findings/maalserie.ts";
import {statusWords, verdictReason, verdictWord} from "../findings/verknad.ts";
import type {View} from "../view.ts";
import {Drawing} from "./figure.tsx";

/** What came of a decision: the verdict and why, status by shape and word, and the process measure with numbered lines. */
export function Verknad({view, id}: {readonly view: View; readonly id: string}) {
  const {loop, audience} = view.facts;
  const followed = loop.followed.find((one) => one.id === id && one.audience === audience.id);
  if (followed === undefined || followed.effect === null) return null;
  const {language} = view;
  return (
    <section class="verknad">
      <p>
        <b>{verdictWord(followed, language)}.</b> {verdictReason(followed, language)}{" "}
        <span class="dempa">{statusWords(followed.status, language)}</span>
      </p>
      <Serie view={view} followed={followed} />
    </section>
  );
}

function Serie({view: {language}, followed}: {readonly view: View; readonly followed: Followed}) {
  const serie = maalserieOf(followed, language);
  if (serie === null) return null;
  return (
    <figure role="img" aria-label={serie.words} class="figur">
      <Drawing width={420} draw={(size) => maalserie(serie.points, {...size, ...serie.lines, language, height: 110})} />
    </figure>
  );
}
