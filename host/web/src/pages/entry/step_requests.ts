// The steps of an entry as requests, each made from the version that the reader saw.
import { type Answer, api } from "../../api/client";
import type { components } from "../../api/schema";
import type { Status } from "../../parts/innovation/value_words";

export interface At {
  path: { id: string };
  header: { "If-Match": string };
}

export type Reason = components["schemas"]["ReturnReasons"]["reasons"][number];

export const at = (id: string, etag: string): At => ({ path: { id }, header: { "If-Match": etag } });

export const submit = (params: At): Promise<Answer<unknown>> =>
  api.POST("/api/v1/innovations/{id}/submit", { params });
export const recall = (params: At): Promise<Answer<unknown>> =>
  api.POST("/api/v1/innovations/{id}/recall", { params });
export const approve = (params: At): Promise<Answer<unknown>> =>
  api.POST("/api/v1/innovations/{id}/approve", { params });
export const verify = (params: At): Promise<Answer<unknown>> =>
  api.POST("/api/v1/innovations/{id}/verify", { params });
export const archive = (params: At): Promise<Answer<unknown>> =>
  api.POST("/api/v1/innovations/{id}/archive", { params });
export const drop = (params: At): Promise<Answer<unknown>> =>
  api.DELETE("/api/v1/innovations/{id}/pending", { params });
export const returnWith =
  (reasons: Reason[]) =>
  (params: At): Promise<Answer<unknown>> =>
    api.POST("/api/v1/innovations/{id}/return", { params, body: { reasons } });
/** Out of the archive again. */
export const backTo =
  (status: Status) =>
  (params: At): Promise<Answer<unknown>> =>
    api.PATCH("/api/v1/innovations/{id}", { params, body: { status } });
export const merge =
  (gone: string) =>
  (params: At): Promise<Answer<unknown>> =>
    api.POST("/api/v1/innovations/{id}/merge", { params, body: { gone } });

/** Undoes the merge by which `gone` was archived. */
export async function part(gone: string): Promise<Answer<unknown>> {
  const now = await api.GET("/api/v1/innovations/{id}", { params: { path: { id: gone } } });
  const etag = now.response.headers.get("ETag");
  if (!now.data || !etag) return now;
  return api.POST("/api/v1/innovations/{id}/part", { params: at(gone, etag) });
}
