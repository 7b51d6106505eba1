import {defineConfig} from "vitest/config";

/** The tests that must notice a change in how persons are taken out. */
export default defineConfig({
  test: {include: ["tests/unit/deidentify/**/*.test.ts"], testTimeout: 20_000},
});
