import {Foot} from "./components/foot.tsx";
import {Paper} from "./components/paper.ts";
import {Strip} from "./components/strip.tsx";
import {type Desk, DeskContext, emptyDesk} from "./meeting/desk.ts";
import {screens} from "./screens/screens.ts";
import {isMeetingScreen, type PageState, type ScreenId, screensFor} from "./state.ts";
import {type Published, viewOf} from "./view.ts";

const still = () => undefined;

interface PrintoutProps {
  readonly published: Published;
  readonly state: PageState;
  readonly desk: Desk | null;
}

/** All screens after one another for A4, made when printing starts. */
export function Printout(props: PrintoutProps) {
  return screensFor(props.published.facts).map((id) => <Sheet key={id} id={id} {...props} />);
}

/** One screen as it is laid out for paper. */
function Sheet({published, state, desk, id}: PrintoutProps & {readonly id: ScreenId}) {
  const Screen = screens[id];
  const view = viewOf(published, isMeetingScreen(id) ? {language: state.language} : state);
  return (
    <Paper.Provider value={true}>
      <section class="skjerm" data-skjerm={id}>
        <Strip view={view} state={{...state, screen: id}} dispatch={still} />
        <div class="innhald">
          <DeskContext.Provider value={desk ?? emptyDesk}>
            <Screen view={view} tables={state.tables} />
          </DeskContext.Provider>
        </div>
        <Foot view={view} />
      </section>
    </Paper.Provider>
  );
}
