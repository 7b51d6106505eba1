import {closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {DeliveryError} from "../contract/delivery-error.ts";

/** Something new that is complete and lies beside what it shall replace: a file or a folder. */
export interface Replacement {
  readonly fresh: string;
  readonly target: string;
}

const old = (target: string): string => `${target}.gammal`;

/**
 * Puts every replacement in place, or none. The journal says what is to change place, and is there only while it
 * happens: a process that is killed meanwhile has left both the new and the old, and `finishReplacement` ends the work.
 * Throws a DeliveryError when something is held open by another program; then nothing has changed place.
 */
export function replaceAll(journal: string, replacements: readonly Replacement[]): void {
  for (const {target} of replacements) rmSync(old(target), {recursive: true, force: true});
  writeDurably(`${journal}.ny`, JSON.stringify(replacements));
  renameSync(`${journal}.ny`, journal);
  try {
    for (const replacement of replacements) replaceOne(replacement);
  } catch (error) {
    for (const replacement of [...replacements].reverse()) putBack(replacement);
    rmSync(journal, {force: true});
    throw heldOpen(error);
  }
  rmSync(journal, {force: true});
  for (const {target} of replacements) rmSync(old(target), {recursive: true, force: true});
}

/** Ends a change of place that a killed process left in the middle. Does nothing when there is none. */
export function finishReplacement(journal: string): void {
  rmSync(`${journal}.ny`, {force: true});
  if (!existsSync(journal)) return;
  const replacements = JSON.parse(readFileSync(journal, "utf8")) as readonly Replacement[];
  for (const replacement of replacements) replaceOne(replacement);
  rmSync(journal, {force: true});
  for (const {target} of replacements) rmSync(old(target), {recursive: true, force: true});
}

function replaceOne({fresh, target}: Replacement): void {
  if (!existsSync(fresh)) {
    if (!existsSync(target) && existsSync(old(target))) renameSync(old(target), target);
    return;
  }
  if (existsSync(target)) renameSync(target, old(target));
  renameSync(fresh, target);
}

function putBack({fresh, target}: Replacement): void {
  if (!existsSync(old(target))) return;
  if (existsSync(target)) renameSync(target, fresh);
  renameSync(old(target), target);
}

function writeDurably(file: string, text: string): void {
  writeFileSync(file, text);
  const descriptor = openSync(file, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function heldOpen(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!["EBUSY", "EPERM", "EACCES", "ENOTEMPTY"].includes(code)) return error;
  return new DeliveryError([
    "Resultata let seg ikkje byte ut, truleg fordi ei av filene er open i eit anna program. Lukk henne og køyr på nytt. Dei førre resultata står urørte.",
  ]);
}
