import {defineConfig} from "vitest/config";

const fast = [
  "tests/unit/**/*.test.ts",
  "tests/unit/**/*.test.tsx",
  "tests/spec/**/*.test.ts",
  "tests/property/**/*.test.ts",
  "tests/contract/**/*.test.ts",
];
const county = ["tests/golden/**/*.test.ts", "tests/disclosure/**/*.test.ts", "tests/browser/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {name: "fast", include: fast, testTimeout: 20_000},
        esbuild: {jsx: "automatic", jsxImportSource: "preact"},
      },
      {
        test: {
          name: "county",
          include: county,
          globalSetup: ["tests/support/county.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
        esbuild: {jsx: "automatic", jsxImportSource: "preact"},
      },
    ],
  },
});
