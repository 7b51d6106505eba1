import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {root} from "../../pipeline/project.ts";

const all = Array.from({length: 36}, (_, index) => index + 1);

/** The numbers at the start of the titles of a test file: `[26] [27] …`. */
function numbersIn(path: string): number[] {
  const titles = readFileSync(join(root, path), "utf8").matchAll(/["'`]((?:\[\d{1,2}\] ?)+)/g);
  return [...titles].flatMap(([, marks = ""]) => [...marks.matchAll(/\d+/g)].map(Number));
}

const files = readdirSync(join(root, "tests"), {recursive: true, encoding: "utf8"})
  .map((path) => `tests/${path.replaceAll("\\", "/")}`)
  .filter((path) => /\.test\.tsx?$/.test(path));
const tested = new Set(files.flatMap(numbersIn));

interface Line {
  readonly number: number;
  readonly where: string;
}

const list: readonly Line[] = readFileSync(join(root, "tests", "disclosure", "README.md"), "utf8")
  .split("\n")
  .flatMap((line) => {
    const [, number, , where] = line.match(/^\| (\d+) \| (.+) \| (.+) \|$/) ?? [];
    return number === undefined || where === undefined ? [] : [{number: Number(number), where}];
  });

describe("the 36 tests of what is hidden", () => {
  it("are each on the list, once and in order", () => {
    expect(list.map(({number}) => number)).toEqual(all);
  });

  it("each stand in the title of a test, or have a reason not to", () => {
    const missing = list.filter(({number, where}) => !tested.has(number) && !/^Unntak: .{20,}/.test(where));
    expect(missing.map(({number}) => number)).toEqual([]);
  });

  it("are in the files that the list says", () => {
    const named = list.flatMap(({number, where}) =>
      where.startsWith("Unntak")
        ? []
        : [...where.matchAll(/`(tests\/[^`]+)`/g)].map(([, path = ""]) => ({number, path})),
    );
    const wrong = named.filter(({number, path}) => !existsSync(join(root, path)) || !numbersIn(path).includes(number));
    expect(wrong).toEqual([]);
    expect(named.length).toBeGreaterThan(30);
  });

  it("are not on the list with a number that no test and no reason has", () => {
    expect([...tested].filter((number) => !all.includes(number))).toEqual([]);
  });
});
