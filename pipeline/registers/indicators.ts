import type {Indicator, IndicatorValue} from "../contract/samhandling.ts";
import type {Database} from "../duckdb/open.ts";
import {readRows} from "../duckdb/rows.ts";
import {currentRows} from "./current-rows.ts";

type IndicatorRow = Omit<Indicator, "values">;
type ValueRow = IndicatorValue & {readonly indikator: string};

/** Indicators that have values on the day of the run, in the order of their codes, with the newest source of each. */
export async function readIndicators(database: Database): Promise<Indicator[]> {
  const indicators = await readRows<IndicatorRow>(
    database,
    `select kode, nn, nb, eining, coalesce(nemnar = 'ja', false) as "isNemnar", newest.kjelde, newest.henta
     from (${currentRows("indikator", "kode")}) as indikator
     join (select indikator, arg_max(kjelde, henta) as kjelde, max(henta) as henta from register.samhandlingsdata group by indikator) as newest
       on newest.indikator = kode
     order by kode`,
  );
  const values = await readRows<ValueRow>(
    database,
    `select indikator, aar, kommunenr as kommune, sjukehus, verdi from register.samhandlingsdata
     order by indikator, aar, kommunenr, sjukehus nulls first`,
  );
  return indicators.map((indicator) => ({
    ...indicator,
    values: values.flatMap(({indikator, ...value}) => (indikator === indicator.kode ? [value] : [])),
  }));
}
