/** What the publishers' figures are of. The order is the one they are shown in. */
export const indikatorar = [
  "utskrivingar",
  "utskrivingsklare_pasientar",
  "utskrivingsklare_doegn",
  "reinnleggingar",
  "oehd_opphald",
] as const;

/** What a figure is told in: a number, per cent, or per 1 000 inhabitants. */
export const einingar = ["tal", "prosent", "per_1000"] as const;
