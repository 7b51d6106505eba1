import {join} from "node:path";
import {reasons} from "../../pipeline/contract/reasons.ts";
import {recordBlocks} from "../../pipeline/ingest/blocks.ts";
import {bytesSource} from "../../pipeline/ingest/byte-source.ts";
import {csvRecords} from "../../pipeline/ingest/csv.ts";
import {type Coding, decode, inspect, widthIn} from "../../pipeline/ingest/encoding.ts";
import {readLayouts} from "../../pipeline/ingest/read-files.ts";
import {Refusal} from "../../pipeline/ingest/refusal.ts";
import {root} from "../../pipeline/project.ts";
import {brokenCsv} from "../deliveries/broken-csv.ts";
import {brokenXlsx} from "../deliveries/broken-xlsx.ts";
import {ingest, ingestCoded} from "../support/ingest.ts";
import {below, mutated, mutatedZip, pick, type Random, randomFrom} from "./mutate.ts";

const LARGEST_SEED = 200_000;
const LARGEST_IN_PIECES = 20_000;
const LONGEST_SECONDS = 15;
const layouts = readLayouts(join(root, "data", "layouts"));

const seeds = [...brokenCsv, ...brokenXlsx]
  .map(({name, make}) => ({name, bytes: make("F")}))
  .filter(({bytes}) => bytes.length <= LARGEST_SEED);

/** What became of one mutated file. `fault` is what must never happen. */
export interface Fuzzed {
  readonly outcome: string;
  readonly seconds: number;
  readonly fault: string | null;
  readonly bytes: Uint8Array;
}

/** Mutates one file of the corpus by this seed, reads it, and looks for a crash, a hang, and a row lost or counted twice. */
export async function fuzzOnce(seed: number): Promise<Fuzzed> {
  const random = randomFrom(seed);
  const {name, bytes: before} = pick(random, seeds);
  const bytes = before[0] === 0x50 && before[1] === 0x4b ? mutatedZip(before, random) : mutated(before, random);
  const start = performance.now();
  let outcome = "crash";
  let fault: string | null;
  try {
    const file = await ingest({name, bytes}, layouts);
    outcome = file.outcome === "refused" ? file.kind : "taken";
    fault = file.outcome === "refused" ? refusalFault(file.kind) : rowFault(file, bytes);
    fault ??= blockFault(bytes, random);
    fault ??= await codedFault(file, {name, bytes});
  } catch (error) {
    fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const seconds = (performance.now() - start) / 1000;
  if (seconds > LONGEST_SECONDS) fault ??= `${seconds.toFixed(1)} seconds`;
  return {outcome, seconds, fault, bytes};
}

const refusalFault = (kind: string): string | null => (kind in reasons ? null : `no such reason: ${kind}`);

type Taken = Extract<Awaited<ReturnType<typeof ingest>>, {outcome: "taken"}>;

/** What is read by numbers of values is what is read row by row: the same values in the same order, and the same places. */
async function codedFault(plain: Awaited<ReturnType<typeof ingest>>, file: {name: string; bytes: Uint8Array}) {
  const told = (read: Awaited<ReturnType<typeof ingest>>): string =>
    JSON.stringify(read, (_, value) => (value instanceof Map ? [...value] : value));
  return told(plain) === told(await ingestCoded(file, layouts)) ? null : `coded rows differ in ${file.name}`;
}

/** Every record below the header is in exactly one place, and of a delimited file none is missing. */
function rowFault({rows, aside, name}: Taken, bytes: Uint8Array): string | null {
  const found = [...rows.map(({row}) => row), ...aside.map(({reason}) => reason.row)].sort((a, b) => a - b);
  const twice = found.find((row, index) => row === found[index - 1]);
  if (twice !== undefined) return `row ${twice} twice in ${name}`;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return null;
  const lost = found.find((row, index) => index > 0 && row !== (found[index - 1] ?? 0) + 1);
  return lost === undefined ? null : `rows lost before ${lost} in ${name}`;
}

/** However small the pieces, the records are those of the whole text, with the same places. */
function blockFault(bytes: Uint8Array, random: Random): string | null {
  const source = bytesSource(bytes);
  const {coding} = inspect(source);
  if ("kind" in coding || bytes.length > LARGEST_IN_PIECES) return null;
  const delimiter = pick(random, [";", ",", "\t", "|"]);
  const sizes = {
    chunk: 2 + 2 * below(random, 40),
    full: 1 + below(random, 90),
    records: 1 + below(random, 4),
    longest: 1 << 20,
  };
  const whole = [...recordsOf(bytes.subarray(coding.mark), {row: 1, line: 1, byte: coding.mark}, {coding, delimiter})];
  if (whole.some(({kind}) => kind === "unclosed_quote")) return null;
  try {
    const pieces = [...recordBlocks(source, coding, delimiter, sizes)].flatMap((block) => [
      ...recordsOf(block.bytes, block, {coding, delimiter}),
    ]);
    return JSON.stringify(pieces) === JSON.stringify(whole)
      ? null
      : `blocks differ from the whole: ${JSON.stringify({sizes, delimiter})}`;
  } catch (error) {
    if (error instanceof Refusal) return `refused in blocks: ${error.fault.kind}`;
    throw error;
  }
}

function recordsOf(
  bytes: Uint8Array,
  {row, line, byte}: {readonly row: number; readonly line: number; readonly byte: number},
  {coding, delimiter}: {readonly coding: Coding; readonly delimiter: string},
) {
  return csvRecords(decode(bytes, coding.encoding), delimiter, {row, line, byte, widthOf: widthIn(coding.encoding)});
}
