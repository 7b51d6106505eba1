import {render} from "preact";
import {App} from "./app.tsx";
import {listen} from "./keys.ts";
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
  const dispatch = (action: Action) => {
    state = settled(published, reduce(state, action));
    render(<App published={published} state={state} dispatch={dispatch} />, page);
  };
  addEventListener("hashchange", () => dispatch({kind: "screen", screen: screenOf(location.hash, published.facts)}));
  addEventListener("beforeprint", () => render(<Printout published={published} state={state} />, paper));
  addEventListener("afterprint", () => render(null, paper));
  listen(published.facts, () => state.screen, dispatch);
  render(<App published={published} state={state} dispatch={dispatch} />, page);
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
