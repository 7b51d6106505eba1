/** A point of the triangle of three weights: the first two; the third is what is left to 1. */
type Point = readonly [number, number];
type Polygon = readonly Point[];
/** w · coefficients over all three weights; a half-plane is where it is above 0. */
export type WeightLine = readonly [number, number, number];

const nothing = 1e-15;

export const weightTriangle: Polygon = [
  [0, 0],
  [1, 0],
  [0, 1],
];

/** The part of a convex polygon where the line's form is at least 0 (Sutherland & Hodgman, CACM 1974;17:32). */
export function clip(polygon: Polygon, line: WeightLine): Polygon {
  return polygon.flatMap((point, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? point;
    const [here, there] = [formAt(line, point), formAt(line, next)];
    const kept = here >= 0 ? [point] : [];
    return here * there < 0 ? [...kept, between(point, next, here / (here - there))] : kept;
  });
}

/** Area of a polygon, and its centre as three weights. */
export function areaAndCentre(polygon: Polygon): {area: number; centre: WeightLine} {
  let [twice, first, second] = [0, 0, 0];
  const [origin = [0, 0]] = polygon;
  for (let index = 1; index + 1 < polygon.length; index++) {
    const [p = origin, q = origin] = [polygon[index], polygon[index + 1]];
    const cross = (p[0] - origin[0]) * (q[1] - origin[1]) - (q[0] - origin[0]) * (p[1] - origin[1]);
    twice += cross;
    first += (cross * (origin[0] + p[0] + q[0])) / 3;
    second += (cross * (origin[1] + p[1] + q[1])) / 3;
  }
  if (Math.abs(twice) < nothing) return {area: 0, centre: [0, 0, 0]};
  return {area: Math.abs(twice) / 2, centre: [first / twice, second / twice, 1 - (first + second) / twice]};
}

function formAt([a, b, c]: WeightLine, [x, y]: Point): number {
  return a * x + b * y + c * (1 - x - y);
}

function between(from: Point, to: Point, share: number): Point {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
}
