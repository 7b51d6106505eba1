import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {tableNames, tables} from "../../pipeline/contract/tables.ts";
import {tablesRead} from "../../pipeline/duckdb/models.ts";
import {type Database, type Schema, schemas} from "../../pipeline/duckdb/open.ts";
import {readRows} from "../../pipeline/duckdb/rows.ts";
import {root} from "../../pipeline/project.ts";
import {measured} from "../support/flow.ts";

const stages: readonly {readonly folder: string; readonly schema: Schema}[] = [
  {folder: "normalise", schema: "normalised"},
  {folder: "link", schema: "linked"},
  {folder: "measure", schema: "measured"},
];

interface SqlFile {
  readonly path: string;
  readonly name: string;
  readonly schema: Schema;
  readonly sql: string;
}

const files: readonly SqlFile[] = stages.flatMap(({folder, schema}) =>
  readdirSync(join(root, "pipeline", folder))
    .filter((name) => name.endsWith(".sql"))
    .map((name) => ({
      path: `${folder}/${name}`,
      name,
      schema,
      sql: readFileSync(join(root, "pipeline", folder, name), "utf8"),
    })),
);
const models = files.filter(({name}) => !/\.(check|macro)\.sql$/.test(name));
const checks = files.filter(({name}) => name.endsWith(".check.sql"));

/** The SQL without what stands in quotes and comments. */
const bare = (sql: string): string => sql.replace(/--[^\n]*/g, "").replace(/'(?:[^']|'')*'/g, "''");

/** No file was delivered, but every register and every layout was read: all tables are there, and empty. */
let database: Database;
beforeAll(async () => {
  ({database} = await measured({deliveries: {}}));
});

const columnsOf = (sql: string): Promise<{column_name: string; column_type: string}[]> =>
  readRows(database, `select column_name, column_type from (describe ${sql})`);

describe("the models", () => {
  it("are found: a test over no files proves nothing", () => {
    expect(models.length).toBeGreaterThan(20);
    expect(checks.length).toBeGreaterThan(3);
  });

  it.each(models)("$path binds without any data", async ({sql}) => {
    expect((await columnsOf(sql)).length).toBeGreaterThan(0);
  });

  it.each(models)("$path is one select that says its grain, in lower case, and ends in one order", ({sql}) => {
    expect(sql).toMatch(/^-- One row\b[^\n]+\.\n/);
    expect(sql.match(/^--/gm)).toHaveLength(1);
    expect(bare(sql)).not.toContain(";");
    expect(sql).toMatch(/\nfrom final order by [^\n]+\n$/);
    expect(bare(sql).match(/\b[A-Z]{2,}\b/g)).toBeNull();
  });

  it.each(models)("$path names a column only once and no column is left without a type", async ({sql}) => {
    const columns = await columnsOf(sql);
    expect(new Set(columns.map(({column_name}) => column_name)).size).toBe(columns.length);
    expect(columns.filter(({column_type}) => column_type === "INTEGER[]" || column_type === '"NULL"')).toEqual([]);
  });

  it.each(checks)(
    "$path promises something about a table of its own name, in a column «message»",
    async ({path, name, schema, sql}) => {
      expect(models.map((model) => model.path)).toContain(path.replace(".check.sql", ".sql"));
      expect((await columnsOf(sql)).map(({column_name}) => column_name)).toEqual(["message"]);
      expect(await tablesRead(database, sql)).toContain(`${schema}.${name.replace(".check.sql", "")}`);
    },
  );

  it.each([...models, ...checks])("$path reads only its own schema and those before it", async ({schema, sql}) => {
    const allowed = schemas.slice(0, schemas.indexOf(schema) + 1);
    const read = await tablesRead(database, sql);
    expect(read.filter((table) => !allowed.includes(table.split(".")[0] as Schema))).toEqual([]);
  });

  it.each(models)("$path reads tables that are there", async ({sql}) => {
    const made = await readRows<{name: string}>(
      database,
      "select table_schema || '.' || table_name as name from information_schema.tables",
    );
    const known = new Set(made.map(({name}) => name));
    expect((await tablesRead(database, sql)).filter((table) => !known.has(table))).toEqual([]);
  });

  it("sum no floating point numbers: the order of the rows would show in the last digits", async () => {
    for (const {path, sql} of models) {
      const summed = bare(sql).match(/\b(?:sum|avg|stddev\w*)\(([^)]*)\)/g) ?? [];
      expect({path, summed: summed.filter((call) => /double|rate|andel|\/|avg|stddev/.test(call))}).toEqual({
        path,
        summed: [],
      });
    }
  });
});

describe("the published tables", () => {
  it.each(tableNames)(
    "measured.%s has the columns of the contract, and `tilstand` where the contract has `status`",
    async (name) => {
      const declared = Object.entries(tables[name].columns as Readonly<Record<string, {type: string}>>);
      const expected = declared.map(([column, {type}]) =>
        column === "status" ? ["tilstand", "VARCHAR"] : [column, type],
      );
      const found = await columnsOf(`select * from measured.${name}`);
      expect(found.map(({column_name, column_type}) => [column_name, column_type])).toEqual(expected);
    },
  );

  it.each(tableNames)("measured.%s says the grain that the contract says, and its key is among its columns", (name) => {
    const {grain, key, columns} = tables[name];
    const first = models.find(({path}) => path === `measure/${name}.sql`)?.sql.split("\n")[0];
    expect(first?.startsWith("-- One row")).toBe(true);
    expect(grain).toMatch(/^One row per .+\.$/);
    expect(Object.keys(columns)).toEqual(expect.arrayContaining([...key]));
  });

  it("have a place in the flow and no other: measured has every one of them", () => {
    expect(tableNames.filter((name) => !models.some(({path}) => path === `measure/${name}.sql`))).toEqual([]);
  });
});

describe("publish and report", () => {
  const sources = ["publish", "report"].flatMap((folder) =>
    readdirSync(join(root, "pipeline", folder), {recursive: true, encoding: "utf8"}).map((name) => join(folder, name)),
  );

  it("hold no SQL and name no schema but disclosed", () => {
    expect(sources.length).toBeGreaterThan(3);
    expect(sources.filter((path) => path.endsWith(".sql"))).toEqual([]);
    for (const path of sources.filter((name) => /\.tsx?$/.test(name))) {
      const text = readFileSync(join(root, "pipeline", path), "utf8");
      const found = text.match(
        /\bselect\s[\s\S]{1,300}?\sfrom\s|\b(?:deidentified|normalised|linked|measured)\.[a-z_]+|["'`]register\.|duckdb/g,
      );
      expect({path, found}).toEqual({path, found: null});
    }
  });
});
