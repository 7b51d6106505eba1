import type {FunctionComponent} from "preact";
import type {ScreenId} from "../state.ts";
import {Fylket} from "./fylket.tsx";
import {Kandidatane} from "./kandidatane.tsx";
import {Kommunane} from "./kommunane.tsx";
import {Lovnader} from "./lovnader.tsx";
import {Metode} from "./metode.tsx";
import {Moenster} from "./moenster.tsx";
import {Pdsa} from "./pdsa.tsx";
import {Saker} from "./saker.tsx";
import type {ScreenProps} from "./screen.ts";
import {Sidan} from "./sidan.tsx";
import {Spreiing} from "./spreiing.tsx";
import {Tillit} from "./tillit.tsx";
import {Val} from "./val.tsx";
import {Vedtak} from "./vedtak.tsx";
import {Vekter} from "./vekter.tsx";

export const screens: Readonly<Record<ScreenId, FunctionComponent<ScreenProps>>> = {
  sidan: Sidan,
  tillit: Tillit,
  moenster: Moenster,
  kandidatane: Kandidatane,
  val: Val,
  pdsa: Pdsa,
  vedtak: Vedtak,
  fylket: Fylket,
  saker: Saker,
  lovnader: Lovnader,
  spreiing: Spreiing,
  vekter: Vekter,
  kommunane: Kommunane,
  metode: Metode,
};
