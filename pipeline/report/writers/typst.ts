import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import init, {type TypstCompiler, TypstCompilerBuilder} from "@myriaddreamin/typst-ts-web-compiler";
import {fontFiles} from "./fonts.ts";

const {resolve} = createRequire(import.meta.url);
const main = "/main.typ";
const full = 1;

export interface TypstFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Typeset {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** Typesets a source with the files it reads. Only these files exist for it: no disk, no network, no fonts of the machine. */
export async function typeset(source: string, files: readonly TypstFile[]): Promise<Typeset> {
  loaded ??= load();
  const compiler = await loaded;
  compiler.reset_shadow();
  compiler.add_source(main, source);
  for (const {path, bytes} of files) compiler.map_shadow(path, bytes);
  const {result, diagnostics} = compiler.compile(main, undefined, "pdf", full) as Compiled;
  if (!(result instanceof Uint8Array)) throw new Error(`typst: ${JSON.stringify(diagnostics)}`);
  const [pages] = JSON.parse(compiler.query(main, undefined, "<pages>", "value")) as number[];
  return {pdf: withoutDefault(result), pages: pages ?? 0};
}

const defaultFlag = "/Suspects false";

/** Poppler calls `/Suspects false` an error, and it says only what holds when nothing is said. Blanks keep every offset. */
function withoutDefault(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf);
  const start = bytes.indexOf(defaultFlag);
  return start === -1 ? bytes : bytes.fill(" ", start, start + defaultFlag.length);
}

interface Compiled {
  readonly result?: unknown;
  readonly diagnostics?: unknown;
}

/** The compiler is loaded once: it is 28 MB. */
let loaded: Promise<TypstCompiler> | undefined;

async function load(): Promise<TypstCompiler> {
  await init({module_or_path: readFileSync(resolve("@myriaddreamin/typst-ts-web-compiler/wasm"))});
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const file of fontFiles) await builder.add_raw_font(readFileSync(file));
  return builder.build();
}
