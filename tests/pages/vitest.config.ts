import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["*.test.ts"],
    setupFiles: ["support/what_was_seen.ts"],
    // One browser and one host at a time: the machine has two cores, other tests run beside.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
