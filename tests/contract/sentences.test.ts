import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import ts from "typescript";
import {describe, expect, it} from "vitest";
import {root} from "../../pipeline/project.ts";
import {foreignWords} from "../support/forms.ts";

const folders = ["dashboard", "pipeline"];

/** Every pair of files with the same words in the two forms. */
const pairs = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), {recursive: true, encoding: "utf8"}).map(
      (path) => `${folder}/${path.replaceAll("\\", "/")}`,
    ),
  )
  .filter((path) => /(?:^|\/|-)nn\.ts$/.test(path))
  .sort()
  .map((nn) => ({nn, nb: nn.replace(/nn\.ts$/, "nb.ts")}));

/** What may be said, by the name of the text: words as they stand, with what is filled in between ‹ and ›. */
type Patterns = ReadonlyMap<string, readonly string[]>;

function patternsIn(path: string): Patterns {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest, true);
  const found = new Map<string, string[]>();
  const visit = (node: ts.Node, key: string): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    const named =
      ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node) ? node.name.getText().replaceAll('"', "") : "";
    const own = [key, named].filter((part) => part !== "").join(".");
    const text = patternOf(node);
    if (text !== null && isSaid(node, text)) found.set(own, [...(found.get(own) ?? []), text]);
    if (ts.isPropertyAssignment(node)) visit(node.initializer, own);
    else ts.forEachChild(node, (child) => visit(child, own));
  };
  visit(source, "");
  return found;
}

function patternOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  const spans = node.templateSpans.map(
    ({expression, literal}) => `‹${expression.getText().replace(/\s+/g, " ")}›${literal.text}`,
  );
  return node.head.text + spans.join("");
}

/** Not what is compared with, looked up by, or only sets two parts beside each other. */
function isSaid(node: ts.Node, text: string): boolean {
  const {parent} = node;
  if (ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText())) return false;
  return /\p{L}/u.test(text.replace(/‹[^›]*›/g, "")) && !ts.isElementAccessExpression(parent);
}

const read = pairs.map(({nn, nb}) => ({nn, texts: {nn: patternsIn(nn), nb: patternsIn(nb)}}));

function listed(): string {
  const files = read.map(({nn, texts}) => {
    const keys = [...texts.nn.keys(), ...[...texts.nb.keys()].filter((key) => !texts.nn.has(key))];
    const lines = keys.map((key) => {
      const said = (["nn", "nb"] as const).flatMap((form) =>
        (texts[form].get(key) ?? []).map((text) => `    ${form}  ${text.replace(/\s+/g, " ")}`),
      );
      return [`${key}`, ...said].join("\n");
    });
    return [`## ${nn.replace(/-?nn\.ts$/, "")}`, "", ...lines].join("\n");
  });
  return [
    "# Alt programmet kan seie, på nynorsk og bokmål",
    "",
    "Til korrekturlesing. Lista er laga av ein test frå tekstfilene og skal ikkje rettast her. Det som står mellom ‹ og ›, blir fylt ut.",
    "",
    ...files,
    "",
  ].join("\n");
}

describe("everything the program can say", () => {
  it("is in a list that a person can proofread", async () => {
    expect(read.length).toBeGreaterThan(8);
    await expect(listed()).toMatchFileSnapshot(join(root, "tests", "golden", "setningar.md"));
  });

  it.each(["nn", "nb"] as const)("is in one form of the language in %s, in every branch", (form) => {
    const mixed = read.flatMap(({nn, texts}) =>
      [...texts[form]].flatMap(([key, all]) =>
        all.flatMap((text) => {
          const found = foreignWords(text.replace(/‹[^›]*›/g, " "), form);
          return found.length === 0 ? [] : [`${nn} ${key}: ${found.join(", ")}`];
        }),
      ),
    );
    expect(mixed).toEqual([]);
  });

  it("blames nobody and asks nobody only to take note", () => {
    const all = read.flatMap(({texts}) => [...texts.nn.values(), ...texts.nb.values()].flat());
    expect(all.length).toBeGreaterThan(800);
    const blaming = all.filter((text) =>
      /(?<!\p{L})(?:verst|skuld|skyld|syndar|synder)\p{L}*|til\s+(?:orientering|etterretning|vitande)/iu.test(text),
    );
    expect(blaming).toEqual([]);
  });
});
