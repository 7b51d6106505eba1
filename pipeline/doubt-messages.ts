import type {Doubt, DoubtKind} from "./doubts.ts";

/** What stands in the way of storing, one sentence each. */
export function doubtMessage(doubt: Doubt): string {
  const {fil, avsendar, aar, tvil} = doubt;
  const where = fil ?? `Alt frå ${avsendar ?? "avsendaren"}${aar === null ? "" : `, ${aar}`}`;
  return `${where}: ${texts[tvil](doubt)}`;
}

const reports = (count: number): string => `${count} ${count === 1 ? "melding" : "meldingar"}`;

const texts: Readonly<Record<DoubtKind, (doubt: Doubt) => string>> = {
  datokolonnar: ({teljar, nemnar}) =>
    `${teljar} av ${nemnar} meldingar er registrerte før det hende. Datokolonnane ser ut til å vere bytte om.`,
  kommunar: ({teljar, nemnar}) =>
    `kommunen er ukjend i ${teljar} av ${nemnar} rader. Sjå om rett kolonne er lesen, og om fila er herifrå.`,
  kolonnar: ({teljar, nemnar}) =>
    `i ${teljar} av ${nemnar} rader står ein kategori der kommunen skal stå. Kolonnane ser ut til å vere bytte om.`,
  dekning: ({teljar, nemnar}) =>
    `${reports(teljar)} no, ${nemnar} sist. Meir enn halvparten er borte. Sjå om fila dekkjer heile tida.`,
  kommune_borte: ({kommunar, nemnar}) =>
    `${kommunar.length} av ${nemnar} kommunar som var med sist, er borte: ${kommunar.join(", ")}.`,
  omfang: ({teljar, nemnar}) =>
    `${reports(teljar)}, mot ${nemnar} året før. Sjå om noko manglar eller er med fleire gonger.`,
};

/** What to do about doubts that nobody has accepted. */
export const WHAT_TO_DO =
  "Ingenting er lagra. Er det rett likevel, køyr på nytt med --accept «grunn»; grunnen blir ført i rekneskapen.";
