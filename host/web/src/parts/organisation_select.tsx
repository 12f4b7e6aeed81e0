// Chooses one of the region's organisations, by kind and name.
import { useMemo } from "preact/hooks";

import { api } from "../api/client";
import { type Resource, useResource } from "../api/resource";
import type { components } from "../api/schema";
import { sentences } from "../words/words";
import type { FieldInput } from "./field";
import words from "./organisation_select.json";

const say = sentences(words);

export type Organisation = components["schemas"]["Organisation"];

const kinds = ["opd", "subdistrict", "village", "community", "business", "academia", "media"] as const;

export function useOrganisations(code: string): Resource<{ organisations: Organisation[] }> {
  return useResource(
    (signal) => api.GET("/api/v1/regions/{code}/organisations", { params: { path: { code } }, signal }),
    [code],
  );
}

interface Props {
  organisations: readonly Organisation[];
  /** Its id; empty: none. */
  value: string;
  choose: (id: string) => void;
  /** What the empty choice says. */
  none: string;
  given?: Partial<FieldInput>;
  label?: string;
}

export function OrganisationSelect({ organisations, value, choose, none, given, label }: Props) {
  const groups = useMemo(
    () =>
      kinds
        .map((kind) => ({ kind, members: organisations.filter((one) => one.kind === kind) }))
        .filter(({ members }) => members.length > 0),
    [organisations],
  );
  return (
    <select {...given} aria-label={label} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">{none}</option>
      {groups.map(({ kind, members }) => (
        <optgroup key={kind} label={say(kind)}>
          {members.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name ?? one.code}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
