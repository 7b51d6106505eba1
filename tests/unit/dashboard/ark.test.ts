import {parseHTML} from "linkedom";
import {h, render} from "preact";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {Paper} from "../../../dashboard/components/paper.ts";
import {exampleLsu} from "../../../dashboard/examples/published.ts";
import {candidatesOf} from "../../../dashboard/findings/kandidatane.ts";
import {DeskContext, emptyDesk} from "../../../dashboard/meeting/desk.ts";
import {Pdsa} from "../../../dashboard/screens/pdsa.tsx";
import {viewOf} from "../../../dashboard/view.ts";
import {meetingWith} from "../../support/meeting.ts";

beforeAll(() => {
  vi.stubGlobal("document", parseHTML("<!doctype html><html><body></body></html>").document);
});
afterAll(() => vi.unstubAllGlobals());

const view = viewOf(exampleLsu(), {language: "nn"});
const [first = "", second = ""] = candidatesOf(view, meetingWith([]));
const meeting = meetingWith([
  [`kandidat/${first}`, "vedtak", "prioriter"],
  [`kandidat/${second}`, "vedtak", "prioriter"],
]);

function drawn(paper: boolean): HTMLElement {
  const place = document.createElement("div");
  const card = h(Pdsa, {view, tables: false});
  const desk = h(DeskContext.Provider, {value: {...emptyDesk, meeting}}, card);
  render(h(Paper.Provider, {value: paper}, desk), place);
  return place;
}

it("på papir står kortet for kvar prioritert sak på sitt ark, og det er ingenting å velje", () => {
  const [screen, paper] = [drawn(false), drawn(true)];
  expect(screen.querySelectorAll("form.kort")).toHaveLength(1);
  expect(screen.querySelectorAll("button.knapp")).toHaveLength(2);
  expect(paper.querySelectorAll(".ark form.kort")).toHaveLength(2);
  expect(paper.querySelectorAll("button")).toHaveLength(0);
});
