import {replaceAll} from "../../pipeline/disk/replace.ts";
import {type EditionFolder, writeBeside} from "../../pipeline/publish/write-edition.ts";

/** A year's folder as a run leaves it, without a warehouse. */
export function writeEditions(folder: string, editions: readonly EditionFolder[]): void {
  replaceAll(`${folder}.byte`, [writeBeside(folder, editions)]);
}
