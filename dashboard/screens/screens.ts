import type {FunctionComponent} from "preact";
import type {ScreenId} from "../state.ts";
import {Fylket} from "./fylket.tsx";
import {Kommunane} from "./kommunane.tsx";
import {Metode} from "./metode.tsx";
import {Moenster} from "./moenster.tsx";
import type {ScreenProps} from "./screen.ts";
import {Tillit} from "./tillit.tsx";

export const screens: Readonly<Record<ScreenId, FunctionComponent<ScreenProps>>> = {
  tillit: Tillit,
  moenster: Moenster,
  fylket: Fylket,
  kommunane: Kommunane,
  metode: Metode,
};
