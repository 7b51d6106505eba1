import {render} from "preact";
import {afterPaint} from "./components/after-paint.ts";
import {Gate} from "./components/gate.tsx";
import {Shown} from "./components/shown.ts";
import {type Desk, DeskContext, emptyDesk} from "./meeting/desk.ts";
import {screens} from "./screens/screens.ts";
import {isMeetingScreen, isNewDecision, type PageState, type ScreenId} from "./state.ts";
import {type Published, type View, viewOf} from "./view.ts";

/** All that a screen is drawn from. */
interface Seen {
  readonly view: View;
  readonly tables: boolean;
  readonly desk: Desk;
}

interface Scene {
  readonly element: HTMLElement;
  /** True while it is on the page. */
  readonly shown: {readonly root: ScreenId; current: boolean};
  drawn: Seen | null;
}

export interface Scenes {
  /** Puts the screen of the state into its place on the page, as it is now. */
  readonly show: (place: HTMLElement, state: PageState, desk: Desk | null) => void;
  /** Draws a screen that is not on the page, with the room it will have there, and leaves the page as it was. */
  readonly prepare: (place: HTMLElement, state: PageState, desk: Desk | null) => Promise<void>;
  /** True when showing the screen of the state leaves nothing to draw. */
  readonly isReady: (state: PageState, desk: Desk | null) => boolean;
}

/** The screens, each in an element of its own, so that one can be drawn before it is asked for. */
export function scenesOf(published: Published): Scenes {
  const made = new Map<ScreenId, Scene>();
  const seenIn = ({screen, language, omraade, tables}: PageState, desk: Desk | null): Seen => ({
    view: viewFor(published, isMeetingScreen(screen) ? {language} : {language, omraade}),
    tables,
    desk: desk ?? emptyDesk,
  });
  const draw = (id: ScreenId, seen: Seen): void => {
    const scene = sceneIn(made, id);
    if (isSame(scene.drawn, seen)) return;
    scene.drawn = seen;
    render(<Drawn id={id} seen={seen} shown={scene.shown} />, scene.element);
  };
  return {
    show(place, state, desk) {
      const scene = sceneIn(made, state.screen);
      if (!scene.shown.current) {
        takeAway(made);
        scene.shown.current = true;
        place.replaceChildren(scene.element);
      }
      draw(state.screen, seenIn(state, desk));
    },
    async prepare(place, state, desk) {
      const room = roomLike(place);
      room.append(sceneIn(made, state.screen).element);
      draw(state.screen, seenIn(state, desk));
      await null;
      room.remove();
    },
    isReady: (state, desk) => isSame(made.get(state.screen)?.drawn ?? null, seenIn(state, desk)),
  };
}

function sceneIn(made: Map<ScreenId, Scene>, id: ScreenId): Scene {
  const known = made.get(id);
  if (known) return known;
  const element = document.createElement("div");
  element.className = "innhald";
  const scene: Scene = {element, shown: {root: id, current: false}, drawn: null};
  made.set(id, scene);
  return scene;
}

/** What was on the page begins anew the next time; it is undone when the next picture is there. */
function takeAway(made: Map<ScreenId, Scene>): void {
  for (const [id, scene] of made) {
    if (!scene.shown.current) continue;
    scene.shown.current = false;
    made.delete(id);
    afterPaint(() => render(null, scene.element));
  }
}

function isSame(drawn: Seen | null, {view, tables, desk}: Seen): boolean {
  return drawn !== null && drawn.view === view && drawn.tables === tables && drawn.desk === desk;
}

/** A place nobody sees, as wide and high as the one on the page. */
function roomLike(place: HTMLElement): HTMLElement {
  const room = document.createElement("div");
  const {clientWidth: width, clientHeight: height} = place;
  room.style.cssText = `position: absolute; visibility: hidden; width: ${width}px; height: ${height}px`;
  place.after(room);
  return room;
}

const known = new WeakMap<Published, Map<string, View>>();

/** The same view for the same language and area. */
function viewFor(published: Published, state: Partial<Pick<View, "language" | "omraade">>): View {
  const views = known.get(published) ?? new Map<string, View>();
  known.set(published, views);
  const key = `${state.language} ${state.omraade}`;
  const view = views.get(key) ?? viewOf(published, state);
  views.set(key, view);
  return view;
}

function Drawn({id, seen, shown}: {readonly id: ScreenId; readonly seen: Seen; readonly shown: Scene["shown"]}) {
  const {view, tables, desk} = seen;
  const Screen = screens[id];
  const screen = <Screen view={view} tables={tables} />;
  return (
    <DeskContext.Provider value={desk}>
      <Shown.Provider value={shown}>{isNewDecision(id) ? <Gate view={view}>{screen}</Gate> : screen}</Shown.Provider>
    </DeskContext.Provider>
  );
}
