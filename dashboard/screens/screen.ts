import {exampleLsu, exampleOpen, exampleSsu} from "../examples/published.ts";
import {type View, viewOf} from "../view.ts";

export interface ScreenProps {
  readonly view: View;
  readonly tables: boolean;
}

export interface Example {
  readonly name: string;
  readonly view: () => View;
}

/** The three audiences, for the `examples` of every screen. */
export const audiences: readonly Example[] = [
  {name: "lsu", view: () => viewOf(exampleLsu())},
  {name: "ssu", view: () => viewOf(exampleSsu())},
  {name: "open", view: () => viewOf(exampleOpen())},
];

/** Those of them that see the whole county. */
export const countyAudiences = audiences.slice(1);

/** The county's committee alone. */
export const ssuAudiences = audiences.slice(1, 2);

/** Those of them that decide something. */
export const meetingAudiences = audiences.slice(0, 1);
