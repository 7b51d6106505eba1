import type {ComponentChildren} from "preact";
import {unanswered} from "../findings/sidan.ts";
import {useDesk} from "../meeting/desk.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";
import {Head} from "./head.tsx";

/** The screens of new decisions stay shut until every decision from last time has a status. */
export function Gate({view, children}: {readonly view: View; readonly children: ComponentChildren}) {
  const desk = useDesk();
  const open = unanswered(view, desk.meeting).length;
  const t = texts[view.language].moete.sidan;
  if (open === 0) return children;
  return (
    <>
      <Head finding={t.gate(open)} lead={t.gateLead} />
      <p>
        <a href="#sidan">{texts[view.language].moete.questions.sidan}</a>
      </p>
    </>
  );
}
