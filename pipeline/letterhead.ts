import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {DeliveryError} from "./contract/delivery-error.ts";
import {readTemplate, type Template} from "./report/template/read-template.ts";

/** The organisation's own Word template, and the fingerprint of the file it was read from. */
export interface Letterhead {
  readonly template: Template;
  readonly sha256: string;
}

const LEFT_ALONE = /^\.|^~\$|^README/i;

/** The one .docx in the folder of templates; null when there is none. What cannot be used is refused in Norwegian. */
export function readLetterhead(folder: string): Letterhead | null {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !LEFT_ALONE.test(name)) : [];
  const [name] = names;
  if (name === undefined) return null;
  if (names.length > 1)
    throw new DeliveryError([
      "I data/templates ligg det fleire filer. La éi .docx-fil liggje der, og flytt dei andre.",
    ]);
  if (!/\.docx$/i.test(name))
    throw new DeliveryError(["Malen i data/templates er ikkje ei .docx-fil. Opne han i Word og lagre han som .docx."]);
  const bytes = readFileSync(join(folder, name));
  return {template: readTemplate(bytes), sha256: createHash("sha256").update(bytes).digest("hex")};
}
