import {useEffect, useRef} from "preact/hooks";
import {Foot} from "./components/foot.tsx";
import {Strip} from "./components/strip.tsx";
import {screens} from "./screens/screens.ts";
import type {Dispatch, PageState} from "./state.ts";
import {texts} from "./text/text.ts";
import {audienceName, type Published, viewOf} from "./view.ts";

interface AppProps {
  readonly published: Published;
  readonly state: PageState;
  readonly dispatch: Dispatch;
}

export function App({published, state, dispatch}: AppProps) {
  const view = viewOf(published, state);
  const Screen = screens[state.screen];
  const main = useRef<HTMLElement>(null);
  useDocument(published, state);
  useHeadingFocus(main, state.screen);
  return (
    <div class="skjerm" data-skjerm={state.screen}>
      <button type="button" class="hopp" onClick={() => main.current?.focus()}>
        {texts[state.language].skip}
      </button>
      <Strip view={view} state={state} dispatch={dispatch} />
      <main ref={main} class="innhald" tabIndex={-1}>
        <Screen key={state.screen} view={view} tables={state.tables} />
      </main>
      <Foot view={view} />
    </div>
  );
}

function useDocument({facts}: Published, {screen, language}: PageState): void {
  useEffect(() => {
    const t = texts[language];
    const title = t.documentTitle(t.questions[screen], audienceName(facts, language), facts.year);
    document.documentElement.lang = language;
    document.title = facts.synthetic ? `${t.syntheticTitle} · ${title}` : title;
  }, [facts, screen, language]);
}

/** A new screen is announced by its finding; the first one is not, so that the page opens at its top. */
function useHeadingFocus(main: {readonly current: HTMLElement | null}, screen: string): void {
  const last = useRef(screen);
  useEffect(() => {
    if (last.current === screen) return;
    last.current = screen;
    main.current?.querySelector("h1")?.focus({preventScroll: true});
    scrollTo(0, 0);
  }, [main, screen]);
}
