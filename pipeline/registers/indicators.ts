import type {Indicator, IndicatorSource, IndicatorValue} from "../contract/samhandling.ts";
import type {Database} from "../duckdb/open.ts";
import {readRows} from "../duckdb/rows.ts";
import {currentRows} from "./current-rows.ts";

type IndicatorRow = Omit<Indicator, "values" | "sources">;
type SourceRow = IndicatorSource & {readonly indikator: string};
type ValueRow = Omit<IndicatorValue, "source"> & Omit<IndicatorSource, "aar"> & {readonly indikator: string};

/** Indicators that have values on the day of the run, in the order of their codes, with the sources of each year. */
export async function readIndicators(database: Database): Promise<Indicator[]> {
  const indicators = await readRows<IndicatorRow>(
    database,
    `select kode, nn, nb, eining, coalesce(nemnar = 'ja', false) as "isNemnar"
     from (${currentRows("indikator", "kode")}) as indikator
     where kode in (select indikator from register.samhandlingsdata)
     order by kode`,
  );
  const values = await readRows<ValueRow>(
    database,
    `select indikator, aar, kommunenr as kommune, sjukehus, verdi, kjelde, henta from register.samhandlingsdata
     order by indikator, aar, kommunenr, sjukehus nulls first`,
  );
  const sources = await readRows<SourceRow>(
    database,
    "select distinct indikator, aar, kjelde, henta from register.samhandlingsdata order by all",
  );
  return indicators.map((indicator) => {
    const own = sources.filter(({indikator}) => indikator === indicator.kode);
    const placeOf = ({aar, kjelde, henta}: ValueRow) =>
      own.findIndex((one) => one.aar === aar && one.kjelde === kjelde && one.henta === henta);
    return {
      ...indicator,
      sources: own.map(({aar, kjelde, henta}) => ({aar, kjelde, henta})),
      values: values
        .filter(({indikator}) => indikator === indicator.kode)
        .map((row) => {
          const {aar, kommune, sjukehus, verdi} = row;
          return {aar, kommune, sjukehus, verdi, source: placeOf(row)};
        }),
    };
  });
}
