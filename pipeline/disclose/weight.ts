import type {Count} from "./coordinate.ts";

/** How much more a reader loses with a total than with one of its parts, by what it is a total of. */
const WEIGHT = {
  year: 3,
  county: 9,
  lsu: 3,
  kommune: 2,
  allCategories: 8,
  bothDirections: 3,
  allFields: 2,
  allReports: 2,
};

/** What a reader loses when a cell is hidden: more for a larger number, far more for a total than for a part. */
export function weightOf({at, value}: Count): number {
  const area = at.omraade === "fylke" ? WEIGHT.county : at.omraade.startsWith("lsu-") ? WEIGHT.lsu : WEIGHT.kommune;
  const factors = [
    at.kvartal === 0 ? WEIGHT.year : 1,
    at.kategori === "alle" ? WEIGHT.allCategories : 1,
    at.retning === "alle" ? WEIGHT.bothDirections : 1,
    at.fagomraade === "alle" ? WEIGHT.allFields : 1,
    at.del === "alle" ? WEIGHT.allReports : 1,
  ];
  return factors.reduce((product, factor) => product * factor, area * (1 + Math.log2(1 + value)));
}
