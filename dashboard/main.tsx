import {render} from "preact";
import {App} from "./app.tsx";
import {listen} from "./keys.ts";
import {keepMeeting} from "./meeting/keeper.ts";
import {hasMeeting} from "./meeting/place.ts";
import {Printout} from "./printout.tsx";
import {readPublished} from "./published.ts";
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
  const draw = () => render(<App published={published} state={state} dispatch={dispatch} desk={own()} />, page);
  const dispatch = (action: Action) => {
    state = settled(published, reduce(state, action));
    draw();
  };
  addEventListener("hashchange", () => dispatch({kind: "screen", screen: screenOf(location.hash, published.facts)}));
  addEventListener("beforeprint", () => render(<Printout published={published} state={state} desk={own()} />, paper));
  addEventListener("afterprint", () => render(null, paper));
  listen(published.facts, () => state.screen, dispatch);
  draw();
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
