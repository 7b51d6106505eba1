import {useContext} from "preact/hooks";
import type {Language} from "../../pipeline/contract/edition.ts";
import {stepsDone} from "../findings/framdrift.ts";
import {useDesk} from "../meeting/desk.ts";
import {hasMeeting, meetingKind} from "../meeting/place.ts";
import {type Dispatch, isMeetingScreen, type PageState, type ScreenId, screensFor} from "../state.ts";
import {texts} from "../text/text.ts";
import {areaName, audienceName, type View} from "../view.ts";
import {AreaChooser} from "./area-chooser.tsx";
import {Paper} from "./paper.ts";

interface StripProps {
  readonly view: View;
  readonly state: PageState;
  readonly dispatch: Dispatch;
}

/** Who the page is for, which year, whether the numbers are invented, and the steps. */
export function Strip({view, state, dispatch}: StripProps) {
  const {audience, year, synthetic} = view.facts;
  const t = texts[view.language];
  const desk = useDesk();
  const name = audienceName(view.facts, view.language);
  const done = meetingKind(view.facts) === "lsu" ? stepsDone(view, desk.meeting) : new Set<ScreenId>();
  const paper = useContext(Paper);
  const hasChooser = !(state.screen === "fylket" || isMeetingScreen(state.screen));
  const isNamedBeside = hasChooser && !paper && areaName(view) === shortName(name);
  const isShort = hasMeeting(view.facts) && !paper;
  return (
    <header class="topp">
      <p class="kven">
        <b class={isNamedBeside ? "usynleg" : undefined} title={name}>
          {shortName(name)}
        </b>
        <span>{year}</span>
        {synthetic && (
          <strong class="syntetisk" title={t.synthetic}>
            {isShort ? t.syntheticTitle : t.synthetic}
          </strong>
        )}
      </p>
      {!hasChooser ? null : paper ? areaName(view) : <AreaChooser view={view} dispatch={dispatch} />}
      <nav class="steg" aria-label={t.steps}>
        <ol>
          {screensFor(view.facts).map((id, index) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === state.screen ? "page" : undefined}>
                {done.has(id) ? <Tick says={t.stepDone} /> : <span>{index + 1}</span>} {screenName(view, id)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {!audience.languageLocked && <LanguageSwitch language={view.language} dispatch={dispatch} />}
    </header>
  );
}

/** What a committee calls itself in brackets, where it does. */
function shortName(name: string): string {
  return name.match(/\(([^()]+)\)$/)?.[1] ?? name;
}

function Tick({says}: {readonly says: string}) {
  return (
    <span>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1 6.5 4.5 10 11 2" fill="none" stroke="currentColor" stroke-width="1.75" />
      </svg>
      <span class="usynleg">{says}</span>
    </span>
  );
}

function screenName(view: View, id: ScreenId): string {
  const {screens, moete} = texts[view.language];
  const names: Readonly<Record<ScreenId, string>> = {...screens, ...moete.screens};
  return names[id];
}

function LanguageSwitch({language, dispatch}: {readonly language: Language; readonly dispatch: Dispatch}) {
  const other = language === "nn" ? "nb" : "nn";
  return (
    <button
      type="button"
      class="knapp maalform"
      lang={other}
      onClick={() => dispatch({kind: "language", language: other})}
    >
      {texts[other].languageName}
    </button>
  );
}
