/// <reference types="vite/client" />

declare module "virtual:glossary" {
  interface Variant {
    when: { kind?: string; province?: string };
    id: string;
    en: string;
  }
  const words: Record<string, { id: string; en: string; variants?: Variant[] }>;
  export default words;
}
