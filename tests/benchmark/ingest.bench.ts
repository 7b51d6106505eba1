import {spawnSync} from "node:child_process";
import {closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {root} from "../../pipeline/project.ts";
import type {Benchmark} from "./benchmark.ts";

const ROWS = 1_000_000;
const GOAL = 4;
/** A fifth of the texts are like none before; the rest repeat one of these, as texts from templates do. */
const REPEATED = 5000;

const HEAD =
  "Saksnr;Kommune;Hendelsesdato;Registrert;Kategori;Alvorlighetsgrad;Retning;Status;Beskrivelse;Enhet;Strakstiltak;Datagrunnlag";
const kommunar = ["1506", "1508", "Molde", "Ålesund kommune", "HAREID", "1520", "Volda", "1577"];
const kategoriar = ["Epikrise", "Legemidler", "Utskriving", "Anna", "UTS"];
const words =
  "epikrisa kom ikkje fram til heimetenesta før pasienten var heime og medisinlista var ikkje oppdatert etter opphaldet slik at avdelinga måtte ringe fleire gonger for å få svar på kva som var avtalt om vidare oppfølging".split(
    " ",
  );

/** A delivery with line breaks and quotes in its texts, in UTF-8. */
function writeDelivery(file: string, rows: number): void {
  let state = 7;
  const below = (end: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % end;
  };
  const text = (): string => {
    const said = Array.from({length: 25 + below(20)}, () => words[below(words.length)]).join(" ");
    return below(7) === 0 ? `${said} – ny linje\r\nog ""sitat"" til slutt` : said;
  };
  const texts = Array.from({length: REPEATED}, text);
  const day = (month: number): string => `${String(1 + below(28)).padStart(2, "0")}.${month}.2025`;
  const descriptor = openSync(file, "w");
  writeSync(descriptor, `${HEAD}\r\n`);
  let lines = "";
  for (let row = 1; row <= rows; row += 1) {
    const told = below(5) === 0 ? text() : texts[below(REPEATED)];
    lines += `A-${row};${kommunar[below(8)]};${day(10)};${day(11)};${kategoriar[below(5)]};${1 + below(4)};Kommune til HF;Lukket;"${told}";Medisinsk avdeling;"Ringte avdelinga, fekk ny liste ${below(1000)}";SYNTETISK\r\n`;
    if (lines.length > 1 << 20 || row === rows) {
      writeSync(descriptor, lines);
      lines = "";
    }
  }
  closeSync(descriptor);
}

interface Measured {
  readonly seconds: number;
  /** Of all processors together; hardly changed by what else the machine does. */
  readonly processor: number;
  readonly megabytes: number;
}

/** A program in a process of its own: how long it took and the most memory it held. */
function measure(args: readonly string[], folder: string): Measured {
  const report = join(folder, "report.json");
  const watch = `import {writeFileSync} from "node:fs"; const start = performance.now(); process.on("exit", () => writeFileSync(${JSON.stringify(report)}, JSON.stringify({seconds: (performance.now() - start) / 1000, processor: (process.cpuUsage().user + process.cpuUsage().system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024})));`;
  const watching = `data:text/javascript,${encodeURIComponent(watch)}`;
  const {status, stderr} = spawnSync(process.execPath, ["--import", watching, ...args], {cwd: root});
  if (status !== 0) throw new Error(`measured program ended with ${status}: ${stderr.toString().slice(0, 400)}`);
  return JSON.parse(readFileSync(report, "utf8")) as Measured;
}

/** DuckDB's own reader into a table of text, with one thread as the pipeline has. */
function readCsvProgram(file: string): string {
  const columns = HEAD.split(";").map((name) => `'${name}': 'VARCHAR'`);
  const sql = `create table t as select * from read_csv('${file}', delim=';', quote='"', escape='"', header=true, auto_detect=false, columns={${columns.join(", ")}})`;
  return `import {DuckDBInstance} from "@duckdb/node-api"; const database = await (await DuckDBInstance.create(":memory:", {threads: "1"})).connect(); await database.run(${JSON.stringify(sql)});`;
}

export const benchmark: Benchmark = {
  title: `a delivery of ${ROWS} rows: the whole of «avvik ingest» against DuckDB's bare read_csv, and memory against a quarter of it`,
  run(print) {
    const folder = mkdtempSync(join(tmpdir(), "avvik-ingest-"));
    try {
      const ingest = (rows: number): Measured => {
        const file = join(folder, `SYNTETISK_${rows}.csv`);
        writeDelivery(file, rows);
        return measure(
          [
            "pipeline/avvik.mjs",
            "ingest",
            file,
            "--json",
            "--today",
            "2026-02-15",
            "--db",
            join(folder, `${rows}.duckdb`),
          ],
          folder,
        );
      };
      const quarter = ingest(ROWS / 4);
      const whole = ingest(ROWS);
      const file = join(folder, `SYNTETISK_${ROWS}.csv`);
      const floor = measure(["--input-type=module", "--eval", readCsvProgram(file)], folder);
      const told = ({seconds, processor, megabytes}: Measured): string =>
        `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor), ${megabytes.toFixed(0)} MB`;
      print(`file of ${(statSync(file).size / 1e6).toFixed(0)} MB, read_csv: ${told(floor)}`);
      const times = (of: "seconds" | "processor"): string => (whole[of] / floor[of]).toFixed(1);
      print(`ingest: ${told(whole)}: ${times("seconds")} (${times("processor")}) times read_csv (goal ${GOAL})`);
      print(
        `a quarter of the rows: ${told(quarter)}: the whole takes ${(whole.megabytes / quarter.megabytes).toFixed(2)} times its memory`,
      );
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  },
};
