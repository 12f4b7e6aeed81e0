// The region whose catalogue the page is about: the first part of the address.
import { signal } from "@preact/signals";

import type { components } from "../api/schema";

export type Region = components["schemas"]["Region"];

export const region = signal<Region | undefined>(undefined);
