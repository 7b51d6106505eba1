import {Foot} from "./components/foot.tsx";
import {Paper} from "./components/paper.ts";
import {Strip} from "./components/strip.tsx";
import {screens} from "./screens/screens.ts";
import {type PageState, screensFor} from "./state.ts";
import {type Published, viewOf} from "./view.ts";

const still = () => undefined;

/** All screens after one another for A4, made when printing starts. */
export function Printout({published, state}: {readonly published: Published; readonly state: PageState}) {
  const view = viewOf(published, state);
  return (
    <Paper.Provider value={true}>
      {screensFor(published.facts).map((id) => {
        const Screen = screens[id];
        return (
          <section key={id} class="skjerm" data-skjerm={id}>
            <Strip view={view} state={{...state, screen: id}} dispatch={still} />
            <div class="innhald">
              <Screen view={view} tables={state.tables} />
            </div>
            <Foot view={view} />
          </section>
        );
      })}
    </Paper.Provider>
  );
}
