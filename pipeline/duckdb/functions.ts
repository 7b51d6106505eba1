import {DOUBLE, DuckDBScalarFunction, VARCHAR} from "@duckdb/node-api";
import type {Database} from "./open.ts";

/** Makes a pure function of numbers callable from SQL; a null argument or a null answer is SQL's null. */
export function registerNumberFunction(
  database: Database,
  name: string,
  arity: number,
  compute: (...values: number[]) => number | null,
): void {
  register(database, {name, parameters: Array(arity).fill(DOUBLE), returns: DOUBLE}, (values) =>
    compute(...(values as number[])),
  );
}

/** As `registerNumberFunction`, for a function that answers with a word. */
export function registerTextFunction(
  database: Database,
  name: string,
  arity: number,
  compute: (...values: number[]) => string | null,
): void {
  register(database, {name, parameters: Array(arity).fill(DOUBLE), returns: VARCHAR}, (values) =>
    compute(...(values as number[])),
  );
}

interface Signature {
  readonly name: string;
  readonly parameters: (typeof DOUBLE)[];
  readonly returns: typeof DOUBLE | typeof VARCHAR;
}

function register(database: Database, signature: Signature, compute: (values: unknown[]) => unknown): void {
  database.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: signature.name,
      parameterTypes: signature.parameters,
      returnType: signature.returns,
      mainFunction: (_info, input, output) => {
        for (let row = 0; row < input.rowCount; row += 1) {
          const values = signature.parameters.map((_, column) => input.getColumnVector(column).getItem(row));
          output.setItem(row, values.includes(null) ? null : (compute(values) as never));
        }
        output.flush();
      },
    }),
  );
}
