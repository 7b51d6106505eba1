import {type Criterion, criteria, type Weights} from "../../pipeline/contract/evidence.ts";
import {candidateName} from "../findings/kandidatane.ts";
import {inWeighedOrder, weightParts, weightsSentence} from "../findings/vekting.ts";
import {useDesk} from "../meeting/desk.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";

const most = 100;
const step = 10;

interface VekterProps {
  readonly view: View;
  readonly ids: readonly string[];
  readonly weights: Weights;
}

/** Other weights than those that hold, tried for a moment: they change the order on the screen, and nothing that is kept. */
export function Vekter({view, ids, weights}: VekterProps) {
  const desk = useDesk();
  const t = texts[view.language].grunnlag;
  const of = desk.trial ?? weights.of;
  const move = (criterion: Criterion, value: number) => desk.tryWeights({...of, [criterion]: value});
  const names = inWeighedOrder(view, ids, of).map((id) => candidateName(view, desk.meeting, id));
  return (
    <section class="kandidatkort vekter" aria-labelledby="vekter">
      <header>
        <h2 id="vekter">{desk.trial ? t.trial : t.title}</h2>
        <button type="button" class="knapp" disabled={!desk.trial} onClick={() => desk.tryWeights(null)}>
          {t.reset}
        </button>
      </header>
      {criteria.map((criterion) => (
        <Slider key={criterion} view={view} criterion={criterion} of={of} onMove={(value) => move(criterion, value)} />
      ))}
      <p role="status" class="dempa">
        {desk.trial ? `${t.trialOf(weightParts(view, desk.trial))} ${t.status(names)}` : weightsSentence(view)}
      </p>
      <p class="dempa">{t.onlySsu}</p>
      <p class="dempa">{t.unknown}</p>
    </section>
  );
}

interface SliderProps {
  readonly view: View;
  readonly criterion: Criterion;
  readonly of: Weights["of"];
  readonly onMove: (value: number) => void;
}

/** One weight from 0 to 100, by mouse or arrow keys. */
export function Slider({view, criterion, of, onMove}: SliderProps) {
  const t = texts[view.language].grunnlag;
  const id = `vekt-${criterion}`;
  return (
    <p class="vekt">
      <label for={id}>{t.criteria[criterion]}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={most}
        step={step}
        value={of[criterion]}
        onInput={(event) => onMove(Number(event.currentTarget.value))}
      />
      <output for={id}>{of[criterion]}</output>
    </p>
  );
}
