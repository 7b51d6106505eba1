import {type Aar, aarsrad, hasSteps} from "../charts/aarsrad.ts";
import {signalrad} from "../charts/signalrad.ts";
import {verdict} from "../findings/moenster.ts";
import {isDrawable, quarterName, quarters, spoken, years} from "../series.ts";
import {texts} from "../text/text.ts";
import {alle, breaks, categoryName, type View} from "../view.ts";
import {type Draw, Drawing} from "./figure.tsx";

interface CourseProps {
  readonly view: View;
  readonly kode: string;
  readonly span: number;
  readonly width: number;
  readonly height: number;
}

/** How a category has gone: by quarter where that is shown, else by year, else in words. */
export function Course({view, kode, span, width, height}: CourseProps) {
  const t = texts[view.language];
  const found = verdict(view, kode);
  const dom = found.kind === "dom" ? {dom: found.dom} : {};
  const options = {height, span, language: view.language, aar: view.facts.year, ...dom};
  const name = categoryName(view, kode);
  const byQuarter = quarters(view, kode, alle);
  if (isDrawable(byQuarter)) {
    const brot = breaks(view, kode).map((row) => row.dato);
    const draw: Draw = (size) => signalrad(byQuarter, {...size, ...options, brot});
    const values = byQuarter.map((row) => `${quarterName(row)} ${spoken(view, row)}`).join(", ");
    return <Drawing fixed draw={draw} width={width} says={t.moenster.sparkAlt(name, values)} />;
  }
  const byYear: Aar[] = years(view, kode);
  if (!hasSteps(byYear)) return <span class="dempa">{t.hidden}</span>;
  const draw: Draw = (size) => aarsrad(byYear, {...size, ...options});
  const values = byYear.map((row) => `${row.aar} ${spoken(view, row)}`).join(", ");
  return <Drawing fixed draw={draw} width={width} says={t.moenster.stepAlt(name, values)} />;
}
