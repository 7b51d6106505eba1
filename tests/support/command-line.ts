import {type ChildProcess, spawn} from "node:child_process";
import {root} from "../../pipeline/project.ts";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** `avvik …` in a process of its own, from the root of the repository. */
export function avvik(args: readonly string[], options: Options = {}): Promise<Ended> {
  return node(["pipeline/avvik.mjs", ...args], options);
}

/** Node with these arguments, until it ends. */
export function node(args: readonly string[], options: Options = {}): Promise<Ended> {
  return ended(start(args, options), options.input ?? "");
}

export function start(args: readonly string[], {env = {}}: Options = {}): ChildProcess {
  return spawn(process.execPath, [...args], {
    cwd: root,
    env: {...process.env, ...env},
    stdio: ["pipe", "pipe", "pipe"],
  });
}

export function ended(child: ChildProcess, input: string | Uint8Array = ""): Promise<Ended> {
  const texts = {stdout: "", stderr: ""};
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (chunk: string) => {
      texts[name] += chunk;
    });
  }
  child.stdin?.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({code, ...texts}));
  });
}

/** A stack trace, or the word of a program that gave up. */
export const STACK = /\n\s+at |node:internal|Error:|throw /;
