import {Foot} from "./components/foot.tsx";
import {Paper} from "./components/paper.ts";
import {Strip} from "./components/strip.tsx";
import {type Desk, DeskContext, emptyDesk} from "./meeting/desk.ts";
import {screens} from "./screens/screens.ts";
import {isMeetingScreen, type PageState, screensFor} from "./state.ts";
import {type Published, viewOf} from "./view.ts";

const still = () => undefined;

interface PrintoutProps {
  readonly published: Published;
  readonly state: PageState;
  readonly desk: Desk | null;
}

/** All screens after one another for A4, made when printing starts. */
export function Printout({published, state, desk}: PrintoutProps) {
  return (
    <Paper.Provider value={true}>
      {screensFor(published.facts).map((id) => {
        const Screen = screens[id];
        const view = viewOf(published, isMeetingScreen(id) ? {language: state.language} : state);
        return (
          <section key={id} class="skjerm" data-skjerm={id}>
            <Strip view={view} state={{...state, screen: id}} dispatch={still} />
            <div class="innhald">
              <DeskContext.Provider value={desk ?? emptyDesk}>
                <Screen view={view} tables={state.tables} />
              </DeskContext.Provider>
            </div>
            <Foot view={view} />
          </section>
        );
      })}
    </Paper.Provider>
  );
}
