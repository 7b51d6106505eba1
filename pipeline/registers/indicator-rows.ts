type RegisterRow = Readonly<Record<string, string | number | boolean | null>>;

interface Registers {
  readonly samhandlingsdata: readonly RegisterRow[];
  readonly indikator: readonly RegisterRow[];
  readonly kommune: readonly RegisterRow[];
}

/** What is wrong with published values that only shows when they are held against each other and against other registers. */
export function indicatorRowFaults({samhandlingsdata, indikator, kommune}: Registers): string[] {
  const units = new Map(indikator.map(({kode, eining}) => [kode, eining]));
  const numbers = new Set(kommune.map(({kommunenr}) => kommunenr));
  const seen = new Set<string>();
  return samhandlingsdata.flatMap((row, index) => {
    const key = [row.indikator, row.aar, row.kommunenr, row.sjukehus].join("|");
    const isTwice = seen.has(key);
    seen.add(key);
    return [
      ...(isTwice ? ["eit anna tal for det same står lenger oppe. La eitt stå."] : []),
      ...(numbers.has(row.kommunenr ?? null)
        ? []
        : ["kommunenr står ikkje i kommune.csv. Før kommunen inn der, eller rett nummeret."]),
      ...valueFaults(row, units),
    ].map((fault) => `Registeret samhandlingsdata.csv, rad ${index + 2}: ${fault}`);
  });
}

function valueFaults({indikator, verdi}: RegisterRow, units: ReadonlyMap<unknown, unknown>): string[] {
  const unit = units.get(indikator);
  if (unit === undefined) return ["indikatoren står ikkje i indikator.csv. Før han inn der, eller rett koden."];
  const value = Number(verdi ?? 0);
  if (unit === "tal" && !Number.isInteger(value)) return ["verdi skal vere eit heilt tal, for indikatoren er eit tal."];
  return unit === "prosent" && value > 100 ? ["verdi kan ikkje vere over 100 prosent."] : [];
}
