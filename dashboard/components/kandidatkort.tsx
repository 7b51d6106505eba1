import {breadthWords, courseWords, groupWords, harmWords, triedWords} from "../findings/grunnlag.ts";
import {candidateName, candidateWord, changing, inputsOf, isInput, whoActs} from "../findings/kandidatane.ts";
import {place, placeRange} from "../findings/rang.ts";
import {weighingWord} from "../findings/vekting.ts";
import {useDesk} from "../meeting/desk.ts";
import {textOf} from "../meeting/meeting.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, endring, melding, retningar, shown, type View} from "../view.ts";
import {Finst} from "./finst.tsx";

/** One candidate as a case paper: the problem in plain words, and what the numbers say of it. */
export function Kandidatkort({view, id}: {readonly view: View; readonly id: string}) {
  const desk = useDesk();
  const transition = changing(view, id);
  const t = texts[view.language].moete.kandidatane;
  return (
    <article class="kandidatkort" aria-labelledby="kandidatkort">
      <header>
        <h2 id="kandidatkort">{candidateName(view, desk.meeting, id)}</h2>
        <span>{standing(view, id)}</span>
      </header>
      <p>{isInput(id) ? textOf(desk.meeting, `innspel/${id}`, "skildring") : definition(view, id)}</p>
      {isInput(id) ? <InputNote view={view} id={id} /> : <Facts view={view} id={id} />}
      {!isInput(id) && <Course view={view} id={id} />}
      {!isInput(id) && <Finst view={view} id={id} />}
      {transition.length > 0 && <p class="flagg">◆ {t.changing(transition.join(", "))}</p>}
    </article>
  );
}

/** What is settled about a candidate in a few words: by the numbers where they can rank it, and by the weights. */
function standing(view: View, id: string): string {
  const word = isInput(id) || place(view, id) ? candidateWord(view, id) : "";
  return [word, weighingWord(view, id)].filter(Boolean).join(" · ");
}

function definition(view: View, id: string): string {
  const row = view.tables.kategori.find((row) => row.akse === "feiltype" && row.kode === id);
  return (view.language === "nn" ? row?.definisjon_nn : row?.definisjon_nb) ?? "";
}

function Facts({view, id}: {readonly view: View; readonly id: string}) {
  return (
    <dl class="fakta">
      {factsOf(view, id).map(([name, value, isWide]) => (
        <div key={name} class={isWide ? "heil" : undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Course({view, id}: {readonly view: View; readonly id: string}) {
  const t = texts[view.language].grunnlag;
  const words = courseWords(view, id);
  if (words === null) return null;
  return (
    <p class="forloep">
      <small>{view.facts.synthetic ? t.courseInvented : t.course}</small>
      {words}
    </p>
  );
}

/** Name, value, and true for what needs the whole width. */
function factsOf(view: View, id: string): [string, string, true?][] {
  const text = texts[view.language];
  const {grunnlag} = text;
  const t = text.moete.kandidatane;
  const n = shown(melding(view, id, alle));
  const spot = place(view, id);
  const often = t.howOftenValue(
    n === null ? text.hidden : text.messages(number(n), n),
    spot ? placeRange(spot) : "",
    directions(view, id),
  );
  return [
    [t.howOften, often, true],
    [grunnlag.harm, harmWords(view, id)],
    [text.changeFrom(view.facts.year - 1), changeWord(view, id)],
    [grunnlag.group, groupWords(view, id), true],
    [grunnlag.breadth, breadthWords(view, id)],
    [grunnlag.tried, triedWords(view, id)],
    [t.whoActs, whoActs(view, id), true],
  ];
}

function changeWord(view: View, id: string): string {
  const t = texts[view.language];
  const row = endring(view, id);
  if (row?.status !== "published")
    return row?.grunn ? (t.grunn[row.grunn as keyof typeof t.grunn] ?? t.hidden) : t.hidden;
  const word = t.dom[row.dom as keyof typeof t.dom] ?? "";
  return row.n_foer === null || row.n_no === null
    ? word
    : `${word} (${number(row.n_foer)}\u00a0→\u00a0${number(row.n_no)})`;
}

function directions(view: View, id: string): string {
  const t = texts[view.language];
  if (retningar.every((retning) => shown(melding(view, id, retning)) === null)) return "";
  const parts = retningar.map((retning) => {
    const n = shown(melding(view, id, retning));
    return `${n === null ? ":" : number(n)} ${t.fra[retning](view.facts.trustShort)}`;
  });
  return parts.join(", ");
}

function InputNote({view, id}: {readonly view: View; readonly id: string}) {
  const desk = useDesk();
  const t = texts[view.language].moete.kandidatane;
  return (
    <>
      <p class="dempa">{t.inputEvidence}</p>
      {inputsOf(desk.meeting).includes(id) && (
        <button type="button" class="knapp" onClick={() => desk.write(`innspel/${id}`, "borte", true)}>
          {t.removeInput}
        </button>
      )}
    </>
  );
}
