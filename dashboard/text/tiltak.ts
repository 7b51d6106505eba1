import type {Language} from "../../pipeline/contract/edition.ts";

interface Tried {
  readonly from: string;
  readonly test: string;
  readonly measure: string;
  readonly verdict: string;
}

interface TiltakText {
  readonly tried: (tried: Tried) => string;
  readonly known: (n: number) => string;
  readonly assumed: string;
}

const sentence = (text: string): string => (text === "" || /[.!?]$/.test(text) ? text : `${text}.`);

function tried(word: string, {from, test, measure, verdict}: Tried): string {
  return `${word} ${from}: ${verdict}${measure === "" ? "" : ` (${measure})`}. ${sentence(test)}`.trim();
}

/** The words on what exists already for a candidate. */
export const tiltakTexts: Readonly<Record<Language, TiltakText>> = {
  nn: {
    tried: (one) => tried("Prøvd i", one),
    known: (n) => `Finst frå før: sjå ${n === 1 ? "tiltaket" : `dei ${n} tiltaka`}`,
    assumed:
      "Koplinga mellom tiltak og kategori er antatt. Ukjend status tyder at planen vi har, ikkje seier kor langt tiltaket er kome.",
  },
  nb: {
    tried: (one) => tried("Prøvd i", one),
    known: (n) => `Finnes fra før: se ${n === 1 ? "tiltaket" : `de ${n} tiltakene`}`,
    assumed:
      "Koblingen mellom tiltak og kategori er antatt. Ukjent status betyr at planen vi har, ikke sier hvor langt tiltaket er kommet.",
  },
};
