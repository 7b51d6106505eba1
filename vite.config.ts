import {defineConfig, type Plugin} from "vite";
import {viteSingleFile} from "vite-plugin-singlefile";

const markers = ["<!--avvik:csp-->", "<!--avvik:data-->"];

/** The pipeline replaces each marker once; a template where that is not safe must not be built. */
function markersOnce(): Plugin {
  return {
    name: "avvik:markers-once",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = bundle["index.html"];
        const html = page?.type === "asset" ? String(page.source) : "";
        for (const marker of markers) {
          if (html.split(marker).length !== 2) throw new Error(`marker not found exactly once: ${marker}`);
        }
        const scripts = html.match(/<script\b/g)?.length ?? 0;
        if (scripts !== 1) throw new Error(`inline scripts: ${scripts}`);
      },
    },
  };
}

export default defineConfig({
  root: "dashboard",
  base: "./",
  logLevel: "warn",
  oxc: {jsx: {runtime: "automatic", importSource: "preact"}},
  plugins: [viteSingleFile({removeViteModuleLoader: true}), markersOnce()],
  build: {
    outDir: "../.build/dashboard",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    assetsInlineLimit: () => true,
  },
});
