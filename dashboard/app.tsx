import {useEffect, useLayoutEffect, useRef} from "preact/hooks";
import {Deskbar} from "./components/deskbar.tsx";
import {Foot} from "./components/foot.tsx";
import {Strip} from "./components/strip.tsx";
import {type Desk, DeskContext, emptyDesk} from "./meeting/desk.ts";
import type {Scenes} from "./scenes.tsx";
import {type Dispatch, hasRows, isMeetingScreen, type PageState} from "./state.ts";
import {texts} from "./text/text.ts";
import {audienceName, type Published, viewOf} from "./view.ts";

interface AppProps {
  readonly published: Published;
  readonly state: PageState;
  readonly dispatch: Dispatch;
  /** Null on a page that holds no meeting. */
  readonly desk: Desk | null;
  readonly scenes: Scenes;
}

export function App({published, state, dispatch, desk, scenes}: AppProps) {
  const view = viewOf(published, isMeetingScreen(state.screen) ? {language: state.language} : state);
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (main.current) scenes.show(main.current, state, desk);
  });
  useDocument(published, state);
  useHeadingFocus(main, state.screen);
  return (
    <DeskContext.Provider value={desk ?? emptyDesk}>
      <div class="skjerm" data-skjerm={state.screen}>
        <button type="button" class="hopp" onClick={() => main.current?.focus()}>
          {texts[state.language].skip}
        </button>
        <Strip view={view} state={state} dispatch={dispatch} />
        <main ref={main} class="scene" tabIndex={-1} />
        <Foot view={view} hasRows={hasRows(state.screen)}>
          {desk && <Deskbar view={view} />}
        </Foot>
      </div>
    </DeskContext.Provider>
  );
}

function useDocument({facts}: Published, {screen, language}: PageState): void {
  useEffect(() => {
    const t = texts[language];
    const questions = {...t.questions, ...t.moete.questions};
    const title = t.documentTitle(questions[screen], audienceName(facts, language), facts.year);
    document.documentElement.lang = language;
    document.title = facts.synthetic ? `${t.syntheticTitle} · ${title}` : title;
  }, [facts, screen, language]);
}

/** A new screen is announced by its finding; the first one is not, so that the page opens at its top. */
function useHeadingFocus(main: {readonly current: HTMLElement | null}, screen: string): void {
  const last = useRef(screen);
  useLayoutEffect(() => {
    if (last.current === screen) return;
    last.current = screen;
    main.current?.querySelector("h1")?.focus({preventScroll: true});
    scrollTo(0, 0);
  }, [main, screen]);
}
