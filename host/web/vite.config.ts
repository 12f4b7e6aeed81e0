import preact from "@preact/preset-vite";
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

/**
 * `virtual:glossary`: the words of registry-data/glossary.json as the pages need them, key ->
 * {id, en, variants}; meanings and synonyms stay behind.
 */
function glossary(): Plugin {
  const file = fileURLToPath(new URL("../../registry-data/glossary.json", import.meta.url));
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
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // the content security policy allows no data: scripts or styles
    modulePreload: { polyfill: false },
  },
  // The host refuses changes that come from another origin than its own.
  server: {
    proxy: { "/api": { target: host, changeOrigin: true, headers: { Origin: host } } },
    fs: { allow: [".", "../../registry-data"] },
  },
});
