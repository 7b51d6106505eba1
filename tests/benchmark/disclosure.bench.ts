import {solver} from "../../pipeline/disclose/solver.ts";
import {suppress} from "../../pipeline/disclose/suppress.ts";
import {seededRandom} from "../../pipeline/measure/statistics/index.ts";
import type {Benchmark} from "./benchmark.ts";
import {type DrawnTable, drawnTable, type Size} from "./drawn-tables.ts";
import {gaussSuppressed} from "./gauss-suppression.ts";
import {attackOf, fewestHidden, type Requirement, type Table} from "./suppression-optimum.ts";

/** So many tables are compared with the least that can be hidden, and so many are attacked: TABLES and ATTACKED say other numbers. */
const TABLES = Number(process.env.TABLES ?? 8);
const ATTACKED = Number(process.env.ATTACKED ?? 500);
const THRESHOLD = 4;
const FAR = 1_000;
const county: Size = {kommunar: 30, lsu: 4, kategoriar: 20, groups: 5, retningar: 2};

interface Level {
  readonly name: string;
  readonly least: number;
  readonly width: number;
  readonly units: boolean;
  readonly single: boolean;
}

const levels: readonly Level[] = [
  {name: "utanforståande, berre eksakte tal", least: 0, width: 1, units: false, single: false},
  {name: "+ veit at nullar er viste", least: 1, width: 1, units: false, single: false},
  {name: `+ breidd ${THRESHOLD}`, least: 1, width: THRESHOLD, units: false, single: false},
  {name: "+ kvar kommune kjenner sine", least: 1, width: THRESHOLD, units: true, single: false},
  {name: "+ den eine bak ei celle med 1", least: 1, width: THRESHOLD, units: true, single: true},
];

export const benchmark: Benchmark = {
  title: `kor mykje som blir skjult, mot det minste som kan skjulast, på ${TABLES} tilfeldige lenkja tabellar`,
  async run(print) {
    const random = seededRandom(20_251_126);
    const drawn = Array.from({length: TABLES}, () => drawnTable(sizeOf(random), random));
    const small = drawn.flatMap(({cells}) => cells.filter(isSmall)).length;
    print(`${drawn.flatMap(({cells}) => cells).length} celler, ${small} av dei frå 1 til ${THRESHOLD - 1}`);
    let bounds = drawn.map(() => 0);
    for (const level of levels) {
      const compared = await comparison(drawn, level, bounds);
      bounds = compared.bounds;
      print(compared.line);
    }
    const gauss = drawn.map((table) =>
      gaussSuppressed(table.cells.map((cell) => ({...cell, isSensitive: isSmall(cell)}))),
    );
    print(`eliminasjon (Gauss), berre eksakte tal: ${sumOf(gauss.map(({length}) => length))} skjulte`);
    print(await attacked(Array.from({length: ATTACKED}, () => drawnTable(sizeOf(random), random))));
    const whole = drawnTable(county, random);
    for (const level of levels.slice(2, 4)) {
      const start = performance.now();
      const {length} = await hiddenIn(whole, level);
      const time = ((performance.now() - start) / 1000).toFixed(1);
      print(`eit fylkesår, ${whole.cells.length} celler, ${level.name}: ${length} skjulte på ${time} s av 60`);
    }
  },
};

function sizeOf(random: () => number): Size {
  const upTo = (least: number, most: number): number => least + Math.floor((most - least + 1) * random());
  return {kommunar: upTo(4, 7), lsu: 2, kategoriar: upTo(3, 5), groups: upTo(1, 2), retningar: upTo(1, 2)};
}

const isSmall = ({value}: {readonly value: number}): boolean => value > 0 && value < THRESHOLD;
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** Each level asks for all that the one before it does, so that what is the least there is a bound here too. */
async function comparison(drawn: readonly DrawnTable[], level: Level, before: readonly number[]) {
  let [hidden, proven, succeeded, asked] = [0, 0, 0, 0];
  const bounds: number[] = [];
  for (const [at, table] of drawn.entries()) {
    const own = await hiddenIn(table, level);
    const posed = await posedBy(table, level);
    const least = await fewestHidden(posed.table, {...posed, width: level.width});
    const found = await successes(posed, own, level.width);
    bounds.push(Math.max(least.bound, before[at] ?? 0));
    hidden += own.length;
    proven += least.isProven ? 1 : 0;
    succeeded += found.succeeded;
    asked += found.asked;
  }
  const bound = sumOf(bounds);
  const gap = ((100 * (hidden - bound)) / bound).toFixed(2);
  const line = `${level.name}: ${hidden} skjulte; minst ${bound} (${proven} av ${drawn.length} prova), avstand ${gap} %; ${succeeded} av ${asked} åtak lukkast`;
  return {line, bounds};
}

/** Everybody against everything, on tables of which nothing is asked but that they hold. */
async function attacked(drawn: readonly DrawnTable[]): Promise<string> {
  const hardest = levels.at(-1);
  if (hardest === undefined) throw new Error("no level");
  let [succeeded, asked] = [0, 0];
  for (const table of drawn) {
    const found = await successes(await posedBy(table, hardest), await hiddenIn(table, hardest), hardest.width);
    succeeded += found.succeeded;
    asked += found.asked;
  }
  return `${drawn.length} andre tabellar, alle åtaka: ${succeeded} av ${asked} lukkast`;
}

async function hiddenIn({cells, equations}: DrawnTable, level: Level): Promise<number[]> {
  const zeros = cells.filter(({value}) => value === 0).map(({key}) => key);
  const {hidden} = await suppress({
    cells: new Map(cells.map(({key, value}) => [key, {value, least: level.least}])),
    equations,
    threshold: level.width,
    sensitive: new Set(cells.filter(isSmall).map(({key}) => key)),
    shown: new Set(zeros),
    attackers: level.units ? unitsIn(cells) : [],
    single: new Set(level.single ? cells.filter(({value}) => value === 1).map(({key}) => key) : []),
  });
  return cells.flatMap(({key}, cell) => (hidden.has(key) ? [cell] : []));
}

function unitsIn(cells: DrawnTable["cells"]) {
  const kommunar = [...new Set(cells.flatMap(({kommune}) => kommune ?? []))];
  return kommunar.map((name) => ({
    name,
    knows: new Set(cells.filter(({kommune}) => kommune === name).map(({key}) => key)),
  }));
}

interface Posed {
  readonly table: Table;
  readonly sensitive: readonly number[];
  readonly requirements: readonly Requirement[];
}

/** The same as a programme: who attacks, and each small cell that can be kept from him when all that is not nothing is hidden. */
async function posedBy({cells, equations}: DrawnTable, level: Level): Promise<Posed> {
  const table: Table = {
    keys: cells.map(({key}) => key),
    below: cells.map(({value}) => (value === 0 ? 0 : value - level.least)),
    above: cells.map(({value}) => (value === 0 ? 0 : FAR)),
    equations,
  };
  const sensitive = cells.flatMap((cell, index) => (isSmall(cell) ? [index] : []));
  const units = level.units
    ? unitsIn(cells).map(({knows}) => cells.flatMap(({key}, at) => (knows.has(key) ? [at] : [])))
    : [];
  const single = level.single ? cells.flatMap(({value}, index) => (value === 1 ? [[index]] : [])) : [];
  const attack = attackOf(table, await solver());
  const requirements = [[], ...units, ...single].map((known) => {
    attack.against(new Float64Array(cells.length).fill(1), known);
    const targets = sensitive.filter((target) => !known.includes(target));
    return {known, targets: targets.filter((target) => attack.widthOf(target) >= level.width)};
  });
  attack.dispose();
  return {table, sensitive, requirements};
}

async function successes({table, requirements}: Posed, hidden: readonly number[], width: number) {
  const attack = attackOf(table, await solver());
  const marks = new Float64Array(table.keys.length);
  for (const cell of hidden) marks[cell] = 1;
  const found = requirements.map(({known, targets}) => {
    attack.against(marks, known);
    return {
      asked: targets.length,
      succeeded: targets.filter((target) => attack.widthOf(target) < width - 1e-6).length,
    };
  });
  attack.dispose();
  return {asked: sumOf(found.map(({asked}) => asked)), succeeded: sumOf(found.map(({succeeded}) => succeeded))};
}
