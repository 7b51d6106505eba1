import {expect, it} from "vitest";
import {fuzzOnce} from "../fuzz/fuzz.ts";

const FILES = 400;
const FIRST_SEED = 20_251_125;

it(`reads ${FILES} mutated files without a crash, a hang, or a row lost or counted twice`, async () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + FILES; seed += 1) {
    expect({seed, fault: (await fuzzOnce(seed)).fault}).toEqual({seed, fault: null});
  }
}, 60_000);
