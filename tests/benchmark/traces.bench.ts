import {traceBook} from "../../pipeline/deidentify/traces.ts";
import type {Benchmark} from "./benchmark.ts";

const MEGABYTES = 4;
const letters = (number: number): string => [...String(number)].map((digit) => "kmnprstvdg"[Number(digit)]).join("");
const nameOf = (number: number): string => `Tenkt${letters(number)} Oppdikt${letters(number)}`;

/** Words of which there are some thousand different, as in a text; none of them is a name. */
function invented(): string {
  const words: string[] = [];
  for (let size = 0, at = 0; size < MEGABYTES * 1_000_000; at += 1) {
    const word = `ord${letters((at * 7919) % 5000)}`;
    words.push(word);
    size += word.length + 1;
  }
  return words.join(" ");
}

function seconds(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return Math.min(...times);
}

export const benchmark: Benchmark = {
  title: `${MEGABYTES} MB text searched for what was taken out, against splitting it into words and against one search for each name`,
  run(print) {
    const text = invented();
    const floor = seconds(
      () =>
        [
          ...text
            .normalize("NFC")
            .toLocaleLowerCase("nb")
            .matchAll(/[\p{L}\p{M}]+|\p{N}+/gu),
        ].length,
    );
    for (const size of [10, 1_000, 20_000, 200_000]) {
      const book = traceBook(() => false);
      for (let number = 0; number < size; number += 1) book.add(nameOf(number), "PERSON");
      const names = Array.from({length: size}, (_, number) => nameOf(number));
      const own = seconds(() => book.countIn([text]));
      const peer = size > 1_000 ? null : seconds(() => names.filter((name) => text.includes(name)).length);
      const against = peer === null ? "" : `, one search for each name ${(peer / floor).toFixed(1)}`;
      print(`${size} names: ${(own / floor).toFixed(1)} times the splitting (${own.toFixed(2)} s)${against}`);
    }
  },
};
