import {defineConfig} from "vitest/config";

/**
 * The tests that must notice a change in how persons are taken out. Those that build a whole flow for each change are
 * left to `npm test`: with them a round would take a night.
 */
export default defineConfig({
  test: {include: ["tests/unit/deidentify/**/*.test.ts"], exclude: ["**/{store,review}.test.ts"], testTimeout: 20_000},
});
