import {render} from "preact";
import {makingReady} from "./ahead.ts";
import {App} from "./app.tsx";
import {listen} from "./keys.ts";
import {keepMeeting} from "./meeting/keeper.ts";
import {hasMeeting} from "./meeting/place.ts";
import {Printout} from "./printout.tsx";
import {readPublished} from "./published.ts";
import {scenesOf} from "./scenes.tsx";
import {type Action, type PageState, reduce, screenOf, settled, startState} from "./state.ts";
import "./style/style.css";
import {texts} from "./text/text.ts";
import type {Published} from "./view.ts";

const page = document.getElementById("side") as HTMLElement;
const paper = document.getElementById("utskrift") as HTMLElement;

function start(published: Published): void {
  let state: PageState = startState(published.facts, location.hash);
  const desk = hasMeeting(published.facts) ? keepMeeting(window, published.facts, () => draw()) : null;
  const own = () => desk?.(state.language) ?? null;
  const scenes = scenesOf(published);
  const makeReady = makingReady(published, scenes, () => ({state, desk: own()}));
  const draw = () => {
    render(<App published={published} state={state} dispatch={dispatch} desk={own()} scenes={scenes} />, page);
    void makeReady(page.querySelector("main") as HTMLElement);
  };
  const dispatch = (action: Action) => {
    const next = settled(published, reduce(state, action));
    if (next.screen !== state.screen) leave(page);
    state = next;
    draw();
  };
  addEventListener("hashchange", () => {
    const screen = screenOf(location.hash, published.facts);
    if (screen !== state.screen) dispatch({kind: "screen", screen});
  });
  addEventListener("beforeprint", () => render(<Printout published={published} state={state} desk={own()} />, paper));
  addEventListener("afterprint", () => render(null, paper));
  listen(published.facts, () => state.screen, dispatch);
  draw();
}

/** A part that has the focus when it is taken away makes the browser lay the page out once more to find where the focus is. */
function leave(part: HTMLElement): void {
  const {activeElement} = document;
  if (activeElement instanceof HTMLElement && part.contains(activeElement)) activeElement.blur();
}

function Broken() {
  return (
    <main class="brote">
      <p lang="nn">{texts.nn.broken}</p>
      <p lang="nb">{texts.nb.broken}</p>
    </main>
  );
}

const published = readPublished(document);
if (published) start(published);
else render(<Broken />, page);
