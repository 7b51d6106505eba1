import type {Language} from "../../pipeline/contract/edition.ts";
import {grunnlagNb} from "./grunnlag-nb.ts";
import {grunnlagNn} from "./grunnlag-nn.ts";
import {kvartalNb} from "./kvartal-nb.ts";
import {kvartalNn} from "./kvartal-nn.ts";
import {metodeNb} from "./metode-nb.ts";
import {metodeNn} from "./metode-nn.ts";
import {moeteNb} from "./moete-nb.ts";
import {moeteNn} from "./moete-nn.ts";
import {nb} from "./nb.ts";
import {nn} from "./nn.ts";
import {skjulingNb} from "./skjuling-nb.ts";
import {skjulingNn} from "./skjuling-nn.ts";
import {ssuNb} from "./ssu-nb.ts";
import {ssuNn} from "./ssu-nn.ts";

export type Text = typeof nn & {
  readonly moete: typeof moeteNn;
  readonly grunnlag: typeof grunnlagNn;
  readonly metode: typeof metodeNn;
  readonly skjuling: typeof skjulingNn;
  readonly ssu: typeof ssuNn;
  readonly kvartal: typeof kvartalNn;
};

export const texts: Readonly<Record<Language, Text>> = {
  nn: {
    ...nn,
    moete: moeteNn,
    grunnlag: grunnlagNn,
    metode: metodeNn,
    skjuling: skjulingNn,
    ssu: ssuNn,
    kvartal: kvartalNn,
  },
  nb: {
    ...nb,
    moete: moeteNb,
    grunnlag: grunnlagNb,
    metode: metodeNb,
    skjuling: skjulingNb,
    ssu: ssuNb,
    kvartal: kvartalNb,
  },
};
