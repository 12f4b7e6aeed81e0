// What the API tells of plugins, and what the pages make of it.
import type { components } from "../../api/schema";
import { isObject, type Json, type JsonObject } from "../../parts/schema";

type Schemas = components["schemas"];

export type Plugin = Schemas["Plugin"];
export type Check = Schemas["PluginCheck"];
export type RegionPlugin = Schemas["RegionPlugin"];
export type RegionPluginSummary = Schemas["RegionPluginList"]["plugins"][number];
export type PluginKey = Schemas["PluginKeyList"]["keys"][number];

/** The versions of one plugin, the newest last. */
export interface Versions {
  id: string;
  versions: Plugin[];
}

/** Of the plugins of a host, which the API gives by id, then version. */
export function byId(plugins: Plugin[]): Versions[] {
  const found = new Map<string, Plugin[]>();
  for (const one of plugins) found.set(one.id, [...(found.get(one.id) ?? []), one]);
  return [...found].map(([id, versions]) => ({ id, versions }));
}

export const newest = ({ versions }: { versions: Plugin[] }): Plugin | undefined => versions.at(-1);

const deeds = ["rule", "importer", "exporter"] as const;
export type Offer = (typeof deeds)[number];

/** What it can do, of what these pages know: "pilah.rule/1" is a rule. */
export const offersOf = (plugin: Plugin): Offer[] =>
  deeds.filter((deed) => plugin.offers.some((one) => one.startsWith(`pilah.${deed}/`)));

export const isRule = (plugin: Plugin) => offersOf(plugin).includes("rule");

/** The contact as an address that a browser may open; undefined: it is shown as text. */
export function addressOf(contact: string): string | undefined {
  if (/^https:\/\/[^\s]+$/.test(contact)) return contact;
  return /^[^\s@:/]+@[^\s@:/]+$/.test(contact) ? `mailto:${contact}` : undefined;
}

/** The key that a sentence of the API names. */
export const keyIn = (sentence: string): string | undefined => /\b[0-9a-f]{64}\b/.exec(sentence)?.[0];

/** A key is told apart by its first digits; the whole is a click away. */
export const shortKey = (key: string) => `${key.slice(0, 8)}…${key.slice(-4)}`;

/** What a region is left with when a key is no longer trusted. */
export const signedBy = (plugins: Plugin[], key: string): Plugin[] => plugins.filter((one) => one.key === key);

const rulesOf = (scenario: JsonObject | null): JsonObject[] =>
  Array.isArray(scenario?.rules) ? scenario.rules.filter(isObject) : [];

/** Where in the scenario's rules the plugin stands; -1: nowhere. */
const placeOf = (scenario: JsonObject | null, id: string) =>
  rulesOf(scenario).findIndex((one) => one.plugin === id);

/** The parameters that the scenario gives the plugin. */
export function parametersIn(scenario: JsonObject | null, id: string): JsonObject {
  const given = rulesOf(scenario)[placeOf(scenario, id)]?.parameters;
  return isObject(given) ? given : {};
}

export interface Asked {
  scenario: JsonObject;
  /** The pointer of the plugin's parameters in it. */
  pointer: string;
}

/** The scenario that came with the plugin, else one of it alone, in the region and with these
    parameters. */
export function asked(shipped: JsonObject | null, id: string, code: string, parameters: JsonObject): Asked {
  const at = placeOf(shipped, id);
  const own: JsonObject = { plugin: id, parameters };
  const rules: Json[] =
    at < 0 ? [...rulesOf(shipped), own] : rulesOf(shipped).map((one, place) => (place === at ? { ...one, parameters } : one));
  return {
    scenario: { ...shipped, region: code, rules },
    pointer: `/rules/${at < 0 ? rules.length - 1 : at}/parameters`,
  };
}

/** A document that the API describes as open: its types leave out what is in it. */
export function openDocument(document: unknown): JsonObject | null {
  return isObject(document as Json) ? (document as JsonObject) : null;
}
