import {useState} from "preact/hooks";
import {type Side, sides} from "../../pipeline/contract/meeting-fields.ts";
import {Field} from "../components/field.tsx";
import {Head} from "../components/head.tsx";
import {Kandidatkort} from "../components/kandidatkort.tsx";
import {Kandidatliste} from "../components/kandidatliste.tsx";
import {KeyButton, Vedtaksboks} from "../components/vedtaksboks.tsx";
import {Vekter} from "../components/vekter.tsx";
import {candidatesOf, kandidatFinding, kandidatLead, nextInput} from "../findings/kandidatane.ts";
import {canWeigh, inWeighedOrder} from "../findings/vekting.ts";
import {useDesk} from "../meeting/desk.ts";
import {beside, useKeys} from "../meeting/keys.ts";
import {candidateSubject, dotsOf, dotsOn} from "../meeting/rules.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";
import type {ScreenProps} from "./screen.ts";

export {meetingAudiences as examples} from "./screen.ts";

/** What can we do something about: three to five candidates, and each side's dots on them. */
export function Kandidatane({view}: ScreenProps) {
  const desk = useDesk();
  const [side, setSide] = useState<Side>("kommune");
  const [isWeighing, setWeighing] = useState(false);
  const {moete: t, grunnlag: g} = texts[view.language];
  const {weights} = view.facts;
  const standing = candidatesOf(view, desk.meeting);
  const ids = inWeighedOrder(view, standing, desk.trial);
  const chosen = ids.includes(desk.chosen ?? "") ? desk.chosen : (ids[0] ?? null);
  const add = (id: string | null, step: 1 | -1) => {
    if (id === null) return;
    const {all, used} = dotsOf(desk.meeting, side, ids);
    const next = dotsOn(desk.meeting, side, id) + step;
    if (next >= 0 && (step < 0 || used < all)) desk.write(candidateSubject(id), `prikkar_${side}`, next);
  };
  const move = (step: 1 | -1) => {
    const next = beside(ids, chosen, step);
    if (next) desk.choose(next);
  };
  useKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    "+": () => add(chosen, 1),
    "-": () => add(chosen, -1),
    V: () => setWeighing(!isWeighing),
    ...Object.fromEntries(sides.map((one) => [t.sideKeys[one], () => setSide(one)])),
  });
  return (
    <>
      <Head finding={kandidatFinding(view, desk.meeting)} lead={kandidatLead(view, ids)} />
      <div class="kropp kandidatane">
        <div>
          <Kandidatliste view={view} ids={ids} chosen={chosen} side={side} add={add} />
          <div class="under-lista">
            {weights && canWeigh(view, ids) && (
              <button type="button" class="knapp" aria-expanded={isWeighing} onClick={() => setWeighing(!isWeighing)}>
                <kbd>V</kbd> {isWeighing ? g.close : g.open}
              </button>
            )}
            <NewInput view={view} />
          </div>
        </div>
        {isWeighing && weights && canWeigh(view, ids) ? (
          <Vekter view={view} ids={standing} weights={weights} />
        ) : chosen === null ? (
          <p>{t.kandidatane.none}</p>
        ) : (
          <Kandidatkort view={view} id={chosen} />
        )}
      </div>
      <Vedtaksboks ask={t.kandidatane.ask} help={t.kandidatane.help}>
        {sides.map((one) => (
          <Present key={one} view={view} ids={ids} side={one} isOn={one === side} onChoose={() => setSide(one)} />
        ))}
      </Vedtaksboks>
    </>
  );
}

interface PresentProps {
  readonly view: View;
  readonly ids: readonly string[];
  readonly side: Side;
  readonly isOn: boolean;
  readonly onChoose: () => void;
}

function Present({view, ids, side, isOn, onChoose}: PresentProps) {
  const desk = useDesk();
  const t = texts[view.language].moete;
  const {all, used} = dotsOf(desk.meeting, side, ids);
  return (
    <div class="side">
      <KeyButton letter={t.sideKeys[side]} text={t.sides[side]} pressed={isOn} onClick={onChoose} />
      <Field
        subject="moete"
        field={`til_stades_${side}`}
        kind="number"
        most={60}
        label={`${t.sides[side]} ${t.kandidatane.present}`}
      />
      <small>{used > all ? t.kandidatane.tooMany : t.kandidatane.ofDots(used, all)}</small>
    </div>
  );
}

/** Evidence of another kind, from the yearly meeting between hospital and municipalities. */
function NewInput({view}: {readonly view: View}) {
  const desk = useDesk();
  const [isOpen, setOpen] = useState(false);
  const t = texts[view.language].moete.kandidatane;
  const [id, setId] = useState<string | null>(null);
  const free = nextInput(desk.meeting);
  const begin = () => {
    setId(free);
    setOpen(free !== null);
  };
  return (
    <div class="nytt-innspel">
      {isOpen && id ? (
        <>
          <Field subject={`innspel/${id}`} field="tittel" label={t.inputTitle} />
          <Field subject={`innspel/${id}`} field="skildring" label={t.inputText} kind="long" />
        </>
      ) : (
        free !== null && (
          <button type="button" class="knapp" onClick={begin}>
            {t.addInput}
          </button>
        )
      )}
    </div>
  );
}
