import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {htmlBytes} from "../../../pipeline/report/writers/html.ts";
import {exampleReport, plain, sentences} from "./examples.ts";

describe.each(["nn", "nb"] as const)("the HTML in %s", (language) => {
  const source = exampleReport(language);
  const html = Buffer.from(htmlBytes(source)).toString("utf8");
  const {document} = parseHTML(html);
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)] as unknown as Element[];

  it("is one file that fetches nothing and runs nothing", () => {
    expect(all("script, link, iframe, object, embed, img, [src], [onclick]")).toEqual([]);
    expect(html.replace(/xmlns(:\w+)?="[^"]*"/g, "")).not.toMatch(/https?:|url\(/);
    expect(html).toContain("default-src 'none'");
  });

  it("says its language, its title and the run", () => {
    expect(document.documentElement.getAttribute("lang")).toBe(language);
    expect(document.title).toMatch(/^SYNTETISK · Samhandlingsavvik 2025/);
    expect(document.querySelector("footer")?.textContent).toContain("2025-M-07");
  });

  it("says on every sheet of paper that the numbers are invented, and where they come from", () => {
    const paper = /@page \{ @top-right \{ content: "([^"]*)"; \} @bottom-left \{ content: "([^"]*)"; \} \}/.exec(html);
    expect(paper?.[1]).toMatch(/^SYNTETISK/);
    expect(paper?.[2]).toContain("2025-M-07");
  });

  it("numbers proposals only where there are several", () => {
    const counts = source.blocks.flatMap((block) => (block.kind === "decision" ? [block.items.length] : []));
    expect(counts).toContain(1);
    expect(all(".vedtak").map((one) => one.querySelectorAll("li").length)).toEqual(
      counts.map((count) => (count === 1 ? 0 : count)),
    );
  });

  it("has headings that never skip a level, and contents that lead to them", () => {
    const levels = all("h1, h2, h3").map(({tagName}) => Number(tagName.slice(1)));
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const targets = all("nav a").map((link) => (link.getAttribute("href") ?? "").slice(1));
    expect(targets.length).toBeGreaterThan(15);
    for (const id of targets) expect(document.getElementById(id)?.tagName).toMatch(/^H[12]$/);
  });

  it("has a caption and header cells in every table", () => {
    const tables = all("table");
    expect(tables.length).toBe(source.blocks.filter(({kind}) => kind === "table").length);
    for (const table of tables) {
      expect(table.querySelector("caption")?.textContent?.length).toBeGreaterThan(10);
      expect(table.querySelectorAll("thead th[scope]").length).toBeGreaterThan(1);
      expect(table.querySelectorAll("tbody th[scope=row]").length).toBe(table.querySelectorAll("tbody tr").length);
    }
  });

  it("says in words what every drawing shows, and keeps its parts silent", () => {
    for (const svg of all("svg")) {
      expect(svg.getAttribute("aria-hidden")).toBe("true");
      expect(svg.parentElement?.getAttribute("aria-label")?.length).toBeGreaterThan(15);
    }
    expect(all("figure svg").length).toBe(source.blocks.filter(({kind}) => kind === "chart").length);
  });

  it("carries every sentence of the document", () => {
    const said = plain(
      `${document.body.textContent} ${all("[aria-label]")
        .map((one) => one.getAttribute("aria-label"))
        .join(" ")}`,
    );
    expect(
      sentences(source)
        .map(plain)
        .filter((text) => !said.includes(text)),
    ).toEqual([]);
  });

  it("lets no text of a register become markup", () => {
    const hostile = '<img src=x onerror="alert(1)">&amp;';
    const made = Buffer.from(
      htmlBytes({...source, title: hostile, blocks: [{kind: "paragraph", text: hostile, footnote: hostile}]}),
    ).toString("utf8");
    expect(made).not.toContain("<img");
    expect(parseHTML(made).document.querySelector("main p")?.textContent).toBe(`${hostile}1`);
  });
});
