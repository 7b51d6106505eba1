import type {Manifest} from "../contract/manifest.ts";
import {type Row, type Table, type TableName, type Tables, tableNames, tables} from "../contract/tables.ts";
import type {Edition} from "./edition.ts";
import {countColumns} from "./small.ts";
import {placeOf, solvedIn} from "./solved.ts";
import {readTables} from "./tables.ts";

interface Read {
  readonly name: string;
  readonly year: number;
  readonly threshold: number;
  readonly tables: Tables;
}

type AnyRow = Readonly<Record<string, unknown>>;

export interface DatedEdition extends Edition {
  readonly manifest: Pick<Manifest, "year" | "threshold">;
}

/** What a reader who holds several editions can find: those of one year, and those of the year before. */
export function togetherFaults(now: readonly DatedEdition[], before: readonly DatedEdition[]): string[] {
  const [own, earlier] = [now.flatMap(read), before.flatMap(read)];
  const pairs = own.flatMap((edition) =>
    earlier.filter(({name}) => name === edition.name).map((old) => [edition, old] as const),
  );
  return [
    ...nestedFaults(own),
    ...pairs.flatMap(([edition, old]) => revisedFaults(edition, old)),
    ...[...pairs, ...(own.length + earlier.length > 1 ? [[...own, ...earlier]] : [])].flatMap(jointlySolved),
  ];
}

function read({name, manifest: {year, threshold}, files}: DatedEdition): Read[] {
  const tables = readTables(files);
  return tables === null ? [] : [{name, year, threshold, tables}];
}

/** The public edition must hide all that the committees' hides, and show the same numbers where both do. */
function nestedFaults(editions: readonly Read[]): string[] {
  const [moete, open] = ["moete", "open"].map((name) => editions.find((edition) => edition.name === name));
  if (moete === undefined || open === undefined) return [];
  return withStatus.flatMap((name) => {
    const inner = byKey(name, moete.tables);
    const shown = rowsOf(name, open.tables).filter(isPublished);
    const more = shown.filter((row) => !isPublished(inner.get(keyOf(name, row))));
    const other = shown.filter((row) => {
      const same = inner.get(keyOf(name, row));
      return isPublished(same) && JSON.stringify(same) !== JSON.stringify(row);
    });
    return [
      ...(more.length > 0 ? [`${name}: den opne utgåva viser ${more.length} tal som møteutgåva skjuler.`] : []),
      ...(other.length > 0 ? [`${name}: utgåvene har ulike tal i ${other.length} rader.`] : []),
    ];
  });
}

/** A number that has moved by less than the threshold since last year tells of single reports that came late. */
function revisedFaults(now: Read, old: Read): string[] {
  return withStatus.flatMap((name) => {
    const before = byKey(name, old.tables);
    const moved = rowsOf(name, now.tables).filter((row) => {
      const same = before.get(keyOf(name, row));
      return countColumns(name).some((column) => {
        const difference = Math.abs(Number(row[column]) - Number(same?.[column]));
        return isPublished(row) && isPublished(same) && difference > 0 && difference < now.threshold;
      });
    });
    return moved.length === 0
      ? []
      : [`${now.name}: ${moved.length} tal i ${name} er endra med mindre enn grensa sidan utgåva for ${old.year}.`];
  });
}

function jointlySolved(editions: readonly Read[]): string[] {
  const threshold = Math.min(...editions.map((edition) => edition.threshold));
  const known = merged(editions);
  const names = editions.map(({name, year}) => `${name} ${year}`).join(", ");
  const joint = solvedIn(known, threshold);
  if (joint === null) return [contradiction(names)];
  const alone = new Set(editions.flatMap((edition) => solvedIn(edition.tables, edition.threshold) ?? []));
  const solved = joint.filter((cell) => !alone.has(cell));
  return solved.map((cell) => `Eit skjult tal kan reknast ut av fleire utgåver saman (${names}): ${placeOf(cell)}.`);
}

/** An audit that could not be done is a fault of its own: silence would look like a pass. */
function contradiction(names: string): string {
  return `Utgåvene seier imot kvarandre (${names}): eitt og same tal har ulike verdiar i dei. Då let det seg ikkje prøve om eit skjult tal kan reknast ut av dei saman. Legg tilbake den eldre utgåva slik ho blei gitt ut, og lag den nyaste på nytt.`;
}

/**
 * The tables as one reader of several editions knows them: a number stands where any of them shows it. A year that was
 * revised between two editions is taken from the newer alone: the two do not add up.
 */
function merged([newest, ...others]: readonly Read[]): Tables {
  if (newest === undefined) throw new Error("no edition to merge");
  return Object.fromEntries(
    tableNames.map((name) => {
      const rows = rowsOf(name, newest.tables);
      const more = others.flatMap((other) => {
        const revised = revisedYears(newest.tables, other.tables);
        return rowsOf(name, other.tables).filter((row) => isPublished(row) && !revised.has(row.aar));
      });
      const shown = new Map(more.map((row) => [keyOf(name, row), row]));
      const kept = rows.map((row) => (isPublished(row) ? row : (shown.get(keyOf(name, row)) ?? row)));
      return [name, kept];
    }),
  ) as unknown as Tables;
}

function revisedYears(now: Tables, before: Tables): Set<unknown> {
  return new Set(
    withStatus.flatMap((name) => {
      const old = byKey(name, before);
      return rowsOf(name, now)
        .filter((row) => {
          const same = old.get(keyOf(name, row));
          return isPublished(row) && isPublished(same) && JSON.stringify(row) !== JSON.stringify(same);
        })
        .map(({aar}) => aar);
    }),
  );
}

const withStatus = tableNames.filter((name) => "status" in tables[name].columns);

function rowsOf(name: TableName, all: Tables): readonly AnyRow[] {
  return all[name] as readonly Row<TableName>[] as readonly unknown[] as readonly AnyRow[];
}

function isPublished(row: AnyRow | undefined): boolean {
  return row?.status === "published";
}

function keyOf(name: TableName, row: AnyRow): string {
  return (tables[name] as Table).key.map((column) => row[column]).join("|");
}

function byKey(name: TableName, all: Tables): Map<string, AnyRow> {
  return new Map(rowsOf(name, all).map((row) => [keyOf(name, row), row]));
}
