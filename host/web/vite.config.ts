import preact from "@preact/preset-vite";
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";

const registryData = fileURLToPath(new URL("../../registry-data", import.meta.url));

/**
 * `virtual:glossary`: the words of registry-data/glossary.json as the pages need them, key ->
 * {id, en, variants}; meanings and synonyms stay behind.
 */
function glossary(): Plugin {
  const file = join(registryData, "glossary.json");
  return {
    name: "glossary",
    resolveId: (id) => (id === "virtual:glossary" ? "\0glossary" : undefined),
    load(id) {
      if (id !== "\0glossary") return undefined;
      this.addWatchFile(file);
      const words = JSON.parse(readFileSync(file, "utf8")).words as Record<string, unknown>[];
      const slim = Object.fromEntries(
        words.map(({ key, id, en, variants }) => [key, { id, en, variants }]),
      );
      return `export default ${JSON.stringify(slim)}`;
    },
  };
}

// PILAH_HOST: where `npm run dev` finds the API.
const host = process.env.PILAH_HOST ?? "http://127.0.0.1:8013";

export default defineConfig({
  plugins: [preact({ reactAliasesEnabled: false }), glossary()],
  // Dated data as it lies in the project: import affairs from "registry-data/affairs.json".
  resolve: { alias: { "registry-data": registryData } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // the content security policy allows no data: scripts or styles
    modulePreload: { polyfill: false },
    // What nearly every page needs comes beside the first script, not in small files after it.
    rollupOptions: {
      output: { manualChunks: (id) => (/\/src\/(api|formats)\//.test(id) ? "common" : undefined) },
    },
  },
  // The host refuses changes that come from another origin than its own.
  server: {
    fs: { allow: [".", registryData] },
    proxy: { "/api": { target: host, changeOrigin: true, headers: { Origin: host } } },
  },
});
