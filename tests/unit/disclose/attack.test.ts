import {describe, expect, it} from "vitest";
import {boundsOf, exactValues, solvedValues} from "../../../pipeline/disclose/attack.ts";
import type {Equation} from "../../../pipeline/disclose/equations.ts";

/** A table of two rows and two columns with sums on all sides. */
const square: readonly Equation[] = [
  {total: "r1", parts: ["a", "b"]},
  {total: "r2", parts: ["c", "d"]},
  {total: "c1", parts: ["a", "c"]},
  {total: "c2", parts: ["b", "d"]},
  {total: "t", parts: ["r1", "r2"]},
  {total: "t", parts: ["c1", "c2"]},
];

const numbers = {a: 2, b: 8, c: 9, d: 11, r1: 10, r2: 20, c1: 11, c2: 19, t: 30};

function seen(hidden: Readonly<Record<string, number>>) {
  const shown = new Map(Object.entries(numbers).filter(([key]) => !(key in hidden)));
  return {shown, hidden: new Map(Object.entries(hidden))};
}

describe("what a reader can be certain of", () => {
  it("is a number that is hidden alone in a sum", () => {
    expect(solvedValues(square, seen({a: 1}))).toEqual(new Map([["a", 2]]));
    expect(solvedValues(square, seen({a: 1, b: 1}))).toEqual(
      new Map([
        ["a", 2],
        ["b", 8],
      ]),
    );
  });

  it("is nothing when two in a row and two in a column are hidden together", () => {
    expect(solvedValues(square, seen({a: 1, b: 1, c: 1, d: 1}))).toEqual(new Map());
  });

  it("is a number that follows only from several sums together", () => {
    // r1 = a + b and c1 = a + c and r1 - c1 is shown nowhere: a, b, c hidden with b = c + (r1 - c1) leaves one unknown, and t2 settles it.
    const equations = [...square, {total: "diag", parts: ["b", "c"]}];
    const knowledge = seen({a: 1, b: 1, c: 1, d: 1});
    knowledge.shown.set("diag", 17);
    expect(exactValues(equations, knowledge)).toEqual(
      new Map([
        ["a", 2],
        ["b", 8],
        ["c", 9],
        ["d", 11],
      ]),
    );
  });

  it("is a number that bounds leave only one value for", () => {
    const equations = [{total: "t", parts: ["a", "b", "c"]}];
    const knowledge = {
      shown: new Map([["t", 3]]),
      hidden: new Map([
        ["a", 1],
        ["b", 1],
        ["c", 1],
      ]),
    };
    expect(solvedValues(equations, knowledge)).toEqual(
      new Map([
        ["a", 1],
        ["b", 1],
        ["c", 1],
      ]),
    );
    expect(exactValues(equations, knowledge)).toEqual(new Map());
  });

  it("is negative where the parts are taken from each other, and zero where they are equal", () => {
    const equations = [{total: "t", parts: ["a", "b"]}];
    expect(
      exactValues(equations, {
        shown: new Map([
          ["t", 4],
          ["b", 9],
        ]),
        hidden: new Map([["a", 0]]),
      }),
    ).toEqual(new Map([["a", -5]]));
    expect(
      exactValues(equations, {
        shown: new Map([
          ["t", 9],
          ["b", 9],
        ]),
        hidden: new Map([["a", 0]]),
      }),
    ).toEqual(new Map([["a", 0]]));
  });
});

describe("the bounds of a hidden number", () => {
  it("are the total less what the others must at least be", () => {
    const bounds = boundsOf([{total: "t", parts: ["a", "b"]}], {
      shown: new Map([["t", 10]]),
      hidden: new Map([
        ["a", 1],
        ["b", 1],
      ]),
    });
    expect(bounds).toEqual(
      new Map([
        ["a", {lower: 1, upper: 9}],
        ["b", {lower: 1, upper: 9}],
      ]),
    );
  });

  it("go on from sum to sum until nothing more follows", () => {
    const equations = [
      {total: "t", parts: ["u", "v"]},
      {total: "u", parts: ["a", "b"]},
    ];
    const bounds = boundsOf(equations, {
      shown: new Map([
        ["t", 12],
        ["v", 4],
        ["b", 3],
      ]),
      hidden: new Map([
        ["u", 0],
        ["a", 0],
      ]),
    });
    expect(bounds).toEqual(
      new Map([
        ["u", {lower: 8, upper: 8}],
        ["a", {lower: 5, upper: 5}],
      ]),
    );
  });

  it("have no top where no total is shown", () => {
    const bounds = boundsOf([{total: "t", parts: ["a", "b"]}], {
      shown: new Map([["b", 3]]),
      hidden: new Map([
        ["t", 1],
        ["a", 1],
      ]),
    });
    expect(bounds.get("a")).toEqual({lower: 1, upper: Number.POSITIVE_INFINITY});
    expect(bounds.get("t")).toEqual({lower: 4, upper: Number.POSITIVE_INFINITY});
  });
});
