// The steps of an entry as requests, each made from the version that the reader saw.
import { api } from "../../api/client";
import type { components } from "../../api/schema";
import type { Status } from "../../parts/innovation/value_words";

export interface At {
  path: { id: string };
  header: { "If-Match": string };
}

export interface Answered {
  data?: unknown;
  error?: unknown;
  response: Response;
}

export type Reason = components["schemas"]["ReturnReasons"]["reasons"][number];

export const at = (id: string, etag: string): At => ({ path: { id }, header: { "If-Match": etag } });

export const submit = (params: At): Promise<Answered> =>
  api.POST("/api/v1/innovations/{id}/submit", { params });
export const recall = (params: At): Promise<Answered> =>
  api.POST("/api/v1/innovations/{id}/recall", { params });
export const approve = (params: At): Promise<Answered> =>
  api.POST("/api/v1/innovations/{id}/approve", { params });
export const verify = (params: At): Promise<Answered> =>
  api.POST("/api/v1/innovations/{id}/verify", { params });
export const archive = (params: At): Promise<Answered> =>
  api.POST("/api/v1/innovations/{id}/archive", { params });
export const drop = (params: At): Promise<Answered> =>
  api.DELETE("/api/v1/innovations/{id}/pending", { params });
export const returnWith =
  (reasons: Reason[]) =>
  (params: At): Promise<Answered> =>
    api.POST("/api/v1/innovations/{id}/return", { params, body: { reasons } });
/** Out of the archive again. */
export const backTo =
  (status: Status) =>
  (params: At): Promise<Answered> =>
    api.PATCH("/api/v1/innovations/{id}", { params, body: { status } });
export const merge =
  (gone: string) =>
  (params: At): Promise<Answered> =>
    api.POST("/api/v1/innovations/{id}/merge", { params, body: { gone } });

/** Undoes the merge by which `gone` was archived. */
export async function part(gone: string): Promise<Answered> {
  const now = await api.GET("/api/v1/innovations/{id}", { params: { path: { id: gone } } });
  const etag = now.response.headers.get("ETag");
  if (!now.data || !etag) return now;
  return api.POST("/api/v1/innovations/{id}/part", { params: at(gone, etag) });
}
