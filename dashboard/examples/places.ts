/** Invented reporting in real places: number, name, LSU, inhabitants, how often the municipality reports. */
export interface Place {
  readonly id: string;
  readonly namn: string;
  readonly lsu: string;
  readonly folketal: number;
  readonly iver: number;
}

const place = (id: string, namn: string, lsu: string, folketal: number, iver: number): Place => ({
  id,
  namn,
  lsu: `lsu-${lsu}`,
  folketal,
  iver,
});

export const places: readonly Place[] = [
  place("1506", "Molde", "molde", 32816, 1),
  place("1535", "Vestnes", "molde", 7114, 0.2),
  place("1539", "Rauma", "molde", 7115, 1.6),
  place("1547", "Aukra", "molde", 3683, 0),
  place("1579", "Hustadvika", "molde", 13429, 1.3),
  place("1505", "Kristiansund", "kristiansund", 24404, 0.9),
  place("1554", "Averøy", "kristiansund", 5891, 0.7),
  place("1557", "Gjemnes", "kristiansund", 2668, 0.1),
  place("1560", "Tingvoll", "kristiansund", 3003, 0.9),
  place("1563", "Sunndal", "kristiansund", 7019, 1.2),
  place("1566", "Surnadal", "kristiansund", 5910, 0.8),
  place("1573", "Smøla", "kristiansund", 2169, 0),
  place("1576", "Aure", "kristiansund", 3411, 1.4),
  place("1508", "Ålesund", "alesund", 58509, 0.8),
  place("1580", "Haram", "alesund", 9450, 1.1),
  place("1525", "Stranda", "alesund", 4497, 0.5),
  place("1528", "Sykkylven", "alesund", 7604, 1),
  place("1531", "Sula", "alesund", 9788, 0.6),
  place("1532", "Giske", "alesund", 8735, 0.9),
  place("1578", "Fjord", "alesund", 2540, 0.6),
  place("1511", "Vanylven", "volda", 3032, 1),
  place("1514", "Sande", "volda", 2432, 0.3),
  place("1515", "Herøy", "volda", 8900, 1.1),
  place("1516", "Ulstein", "volda", 8793, 0.7),
  place("1517", "Hareid", "volda", 5270, 0),
  place("1520", "Ørsta", "volda", 11045, 1.2),
  place("1577", "Volda", "volda", 10898, 1),
];

/** Municipalities that sent nothing, and those that confirmed that there was nothing. */
export const withoutDelivery = ["1535", "1563", "1517"];
export const confirmedZero = ["1547", "1573"];

export const lsuNames: Readonly<Record<string, string>> = {
  "lsu-kristiansund": "Kristiansund",
  "lsu-molde": "Molde",
  "lsu-alesund": "Ålesund",
  "lsu-volda": "Volda",
};
