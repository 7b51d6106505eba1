import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {pathToFileURL} from "node:url";

const {findOrInstallLibreOffice} = createRequire(import.meta.url)("./libreoffice.cjs") as {
  findOrInstallLibreOffice: () => string | null;
};

/** The pages of each document when LibreOffice has opened it and laid it out, by the path it was given as. */
export function pagesInOffice(paths: readonly string[]): ReadonlyMap<string, number> {
  const office = findOrInstallLibreOffice();
  if (office === null) throw new Error("no LibreOffice: set SOFFICE_PATH");
  const scratch = mkdtempSync(join(tmpdir(), "avvik-office-"));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(scratch, "profile")).href}`;
    const out = join(scratch, "pdf");
    const made = spawnSync(office, [profile, "--headless", "--convert-to", "pdf", "--outdir", out, ...paths], {
      encoding: "utf8",
    });
    if (made.status !== 0) throw new Error(`LibreOffice: ${made.stderr}`);
    return new Map(paths.map((path) => [path, pagesOf(join(out, `${basename(path).replace(/\.\w+$/, "")}.pdf`))]));
  } finally {
    rmSync(scratch, {recursive: true, force: true});
  }
}

function pagesOf(pdf: string): number {
  return [...readFileSync(pdf, "latin1").matchAll(/\/Type\s*\/Page(?!s)\b/g)].length;
}
