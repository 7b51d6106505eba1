import type {RefusedFile} from "./contract/delivery.ts";
import {reasons} from "./contract/reasons.ts";
import type {CorrectionAccount, VanishedCase, WaitingRow} from "./intake.ts";

/** One sentence about a file that could not be read: where, what, and what to do. Header names are not personal data. */
export function refusedMessage({name, kind, row, line, byte, layout, columns}: RefusedFile): string {
  const places = [
    ["rad", row],
    ["linje", line],
    ["byte", kind === "encoding" || kind === "nul_byte" ? byte : null],
  ] as const;
  const where = [name, ...places.flatMap(([word, at]) => (at === null ? [] : [`${word} ${at}`]))].join(", ");
  const named = columns.filter((column) => column !== "").map((column) => `«${column}»`);
  const which = named.length > 0 ? ` (${named.join(", ")})` : "";
  const nearest = layout === null ? "" : ` Nærmaste oppsett er ${layout}.`;
  return `${where}: ${reasons[kind].what}${which}.${nearest} ${reasons[kind].todo}`;
}

/** One sentence about a row that waits. The value is not quoted; the nearest known code is. */
export function waitingMessage({fil, row, column, kind, naermast}: WaitingRow): string {
  const where = [fil, `rad ${row}`, ...(column === null ? [] : [`kolonne «${column}»`])].join(", ");
  const guess = naermast === null ? "" : ` Meinte du ${naermast}?`;
  return `${where}: ${reasons[kind].what}.${guess} ${reasons[kind].todo}`;
}

/** What became of one correction; the values are not quoted. */
export function correctionMessage({nr, felt, brukt, rettaIKjelda, slaattAv}: CorrectionAccount): string {
  const rows = (count: number): string => (count === 1 ? "éi rad" : `${count} rader`);
  const parts = [
    ...(brukt > 0 ? [`brukt på ${rows(brukt)}.`] : []),
    ...(rettaIKjelda > 0 ? [`Kjelda er retta i ${rows(rettaIKjelda)}; rettinga kan avsluttast.`] : []),
    ...(slaattAv > 0
      ? [
          `Slått av for ${rows(slaattAv)}, sidan kjelda ikkje lenger seier det rettinga ventar. Sjå kva som er rett, og avslutt eller endre rettinga.`,
        ]
      : []),
  ];
  return `retting.csv, rad ${nr} (${felt}): ${parts.join(" ")}`;
}

/** A case that a later delivery leaves out. */
export function vanishedMessage({fil, rad, seinareFil}: VanishedCase): string {
  return `${fil}, rad ${rad}: saka står ikkje i den seinare leveringa ${seinareFil}. Ho er framleis talt; spør avsendaren om ho er sletta.`;
}
