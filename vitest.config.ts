import {defineConfig} from "vitest/config";

const fast = [
  "tests/unit/**/*.test.ts",
  "tests/unit/**/*.test.tsx",
  "tests/spec/**/*.test.ts",
  "tests/contract/**/*.test.ts",
];
/** Documents are written and read back whole; that takes longer than a commit should wait. */
const documents = "tests/unit/report/**/*.test.ts";
/** So does the whole flow, run many times over. */
const flows = ["tests/spec/tal.test.ts", "tests/spec/register-endring.test.ts", "tests/unit/publish/verify.test.ts"];
/** Hundreds of generated cases each; `npm run check` leaves them to `npm test`. */
const property = "tests/property/**/*.test.ts";
const county = ["tests/golden/**/*.test.ts", "tests/disclosure/**/*.test.ts", "tests/browser/**/*.test.ts"];

export default defineConfig({
  oxc: {jsx: {runtime: "automatic", importSource: "preact"}},
  test: {
    projects: [
      {
        test: {
          name: "fast",
          include: fast,
          exclude: [documents, ...flows],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
          // One core is left idle when nothing is said, which on two cores is half of them.
          maxWorkers: "100%",
          sequence: {groupOrder: 0},
        },
      },
      {
        test: {
          name: "property",
          include: [property],
          isolate: true,
          maxWorkers: "100%",
          sequence: {groupOrder: 0},
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "documents",
          include: [documents, ...flows],
          isolate: false,
          maxWorkers: "100%",
          sequence: {groupOrder: 1},
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "county",
          include: county,
          isolate: false,
          globalSetup: ["tests/support/county.ts"],
          setupFiles: ["tests/support/county-is-made.ts"],
          maxWorkers: "100%",
          sequence: {groupOrder: 1},
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
