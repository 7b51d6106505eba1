/** Measured and written by `npm run bench calibration`: shares, and signals per county. */
export const kalibrering = {
  fylke: 1000,
  tal95: 0.9682,
  forhold95: 0.9474,
  del95: 0.9571,
  rang80: 0.8142,
  rang80Sagt: 0.8158,
  rang95: 0.9537,
  topp3Avvik: 0.0103,
  falskeSagt: 0.37,
  falskeSett: 0.371,
  kvartalSagt: 0.0731,
  kvartalSett: 0.0336,
  feilBetring: 0.0126,
  feilBetringVerst: 0.0217,
  stilleSagt: 0.114,
  stilleSett: 0.095,
};
