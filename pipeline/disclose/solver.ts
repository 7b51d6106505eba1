import loadHighs, {type Highs, type Model} from "highs";

export type {Highs, Model} from "highs";

let loading: Promise<Highs> | undefined;

/** HiGHS as WebAssembly, loaded once. */
export function solver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/** Nodes of the search, so that no clock decides what is found. */
const MOST_NODES = 2_000;

/** The model with every column a whole number; null when none is found. Afterwards the columns are as they were. */
export function solveWhole(model: Model, {constants}: Highs): Float64Array | null {
  const {numCols} = model.getDimensions();
  const all = {kind: "range" as const, from: 0, to: numCols - 1};
  const {continuous, integer} = constants.variableType;
  model.options.set({mip_max_nodes: MOST_NODES});
  model.changeColsIntegrality(all, new Int32Array(numCols).fill(integer));
  model.run();
  const isOptimal = model.getModelStatus() === constants.modelStatus.optimal;
  const found = isOptimal ? model.getSolution().colValue : null;
  model.changeColsIntegrality(all, new Int32Array(numCols).fill(continuous));
  return found;
}
