// The region whose catalogue the page is about: the first part of the address.
import { signal } from "@preact/signals";

export interface Region {
  code: string;
  name: string;
  kind: string;
  time_zone: string;
}

export const region = signal<Region | undefined>(undefined);
