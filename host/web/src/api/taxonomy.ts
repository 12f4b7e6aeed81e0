// The six dimensions and 18 areas with their names. They do not change while a page is open, so
// they are asked for once.
import { signal } from "@preact/signals";

import { language } from "../words/language";
import { api } from "./client";
import type { components } from "./schema";

export type Taxonomy = components["schemas"]["Taxonomy"];
export type Dimension = Taxonomy["dimensions"][number];

const known = signal<Taxonomy | undefined>(undefined);
let asked: Promise<void> | undefined;

async function ask() {
  try {
    known.value = (await api.GET("/api/v1/taxonomy", {})).data;
  } catch {
    // Nothing answers: what the page is about says so itself.
  }
  if (!known.value) asked = undefined;
}

/** undefined until it has come. */
export function useTaxonomy(): Taxonomy | undefined {
  if (!known.value) asked ??= ask();
  return known.value;
}

/** A name in the reader's language. */
export const said = (name: { id: string; en: string }): string => name[language.value];

export function dimensionName(taxonomy: Taxonomy | undefined, key: string): string {
  const found = taxonomy?.dimensions.find((one) => one.key === key);
  return found ? said(found.name) : key;
}

/** The dimension in which an area lies. */
export function dimensionOf(taxonomy: Taxonomy | undefined, area: string): Dimension | undefined {
  return taxonomy?.dimensions.find((one) => one.areas.some(({ key }) => key === area));
}

export function areaName(taxonomy: Taxonomy | undefined, key: string): string {
  const found = dimensionOf(taxonomy, key)?.areas.find((one) => one.key === key);
  return found ? said(found.name) : key;
}
