import {readFileSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {uptime} from "node:os";
import {DeliveryError} from "../contract/delivery-error.ts";

/** How long a process may take between making the lock and writing itself into it. */
const UNWRITTEN_MS = 500;
/** Clocks of the machine and of the disk are not one clock. */
const CLOCK_MS = 5_000;

/**
 * Takes the lock and gives back what releases it. Throws a DeliveryError when another run holds it. A lock left by a
 * process that is gone is taken over, also when a newer process has got its number.
 */
export function lock(path: string): () => void {
  const own = holder(process.pid);
  if (!created(path, own)) takeOver(path, own);
  if (textOf(path) !== own) throw busy();
  return () => {
    if (textOf(path) === own) rmSync(path, {force: true});
  };
}

/** The process and when it began, so that a number used again is another holder. */
function holder(pid: number): string {
  return `${pid} ${startOf(pid)}`;
}

/** Clock ticks since the machine started, where the system tells; elsewhere nothing. */
function startOf(pid: number): string {
  const stat = textOf(`/proc/${pid}/stat`) ?? "";
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function created(path: string, own: string): boolean {
  try {
    writeFileSync(path, own, {flag: "wx"});
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moves the dead lock aside before taking its place: of two runs that find it, only one gets to move it. */
function takeOver(path: string, own: string): void {
  const found = textOnceWritten(path);
  if (found !== null && isHeld(path, found)) throw busy();
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (textOf(aside) !== found) {
      renameSync(aside, path);
      throw busy();
    }
    rmSync(aside, {force: true});
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
  }
  if (!created(path, own)) throw busy();
}

/** A lock without a name in it is being written this moment, or its writer was killed before it came to that. */
function textOnceWritten(path: string): string | null {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < UNWRITTEN_MS && textOf(path) === ""; waited += 20) Atomics.wait(clock, 0, 0, 20);
  return textOf(path);
}

function isHeld(path: string, found: string): boolean {
  const pid = Number(found.split(" ")[0]);
  const written = statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0;
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (written < Date.now() - uptime() * 1000 - CLOCK_MS) return false;
  return isAlive(pid) && (holder(pid) === found || startOf(pid) === "" || !found.includes(" "));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function busy(): DeliveryError {
  return new DeliveryError(["Ei anna køyring held på. Vent til ho er ferdig, og prøv igjen."]);
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
