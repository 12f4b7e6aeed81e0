// The form's side of the API: the working copy, the entry, and what was read when it opened.
import { basedOn } from "../../api/change";
import { api } from "../../api/client";
import { type Problem, problemOf, told } from "../../api/problem";
import type { components } from "../../api/schema";
import type { KeptCopy, PutAnswer, Server } from "./autosave";
import type { Catalogue, Changed, EntryDocument, Saved } from "./saving";
import { fieldKeys, type Typed, typedOf } from "./typed";

export type Innovation = components["schemas"]["Innovation"];
export type Review = components["schemas"]["Review"];
type NewInnovation = components["schemas"]["NewInnovation"];


const isRecord = (found: unknown): found is Record<string, unknown> =>
  typeof found === "object" && found !== null && !Array.isArray(found);

/** What lies in a working copy, or on the device: the fields that the form knows. */
export function typedFrom(found: unknown): Typed | undefined {
  if (!isRecord(found)) return undefined;
  const known: string[] = [...fieldKeys, "_from"];
  return Object.fromEntries(Object.entries(found).filter(([key]) => known.includes(key))) as Typed;
}

/** The host takes any object as a working copy; the description cannot say so in types. */
const asTyped = (document: Typed) => document as components["schemas"]["Typed"];

const unsure = [0, 408, 429, 500, 502, 503, 504];

async function readWorkingCopy(id: string): Promise<{ document: Typed; etag: string } | Problem | null> {
  const { data, error, response } = await api.GET("/api/v1/innovations/{id}/draft", {
    params: { path: { id } },
  });
  const document = typedFrom(data?.document ?? (data && {}));
  if (document) return { document, etag: response.headers.get("ETag") ?? "" };
  return response.status === 404 ? null : problemOf(error, response);
}

export function workingCopyOf(id: string): Server<Typed> {
  return {
    async put(document, etag): Promise<PutAnswer<Typed>> {
      try {
        const { error, response } = await api.PUT("/api/v1/innovations/{id}/draft", {
          params: { path: { id }, header: etag === null ? {} : { "If-Match": etag } },
          body: asTyped(document),
        });
        if (response.ok) return { is: "kept", etag: response.headers.get("ETag") ?? "" };
        return await whyNot(id, error, response);
      } catch {
        return { is: "unreachable" };
      }
    },
  };
}

async function whyNot(id: string, error: unknown, response: Response): Promise<PutAnswer<Typed>> {
  if (response.status === 412) {
    const current = isRecord(error) && isRecord(error.current) ? error.current.document : undefined;
    const document = typedFrom(current);
    return {
      is: "changed",
      theirs: document ? { document, etag: response.headers.get("ETag") ?? "" } : null,
    };
  }
  // 428: another device has begun a copy meanwhile; 404: that of a new entry is gone.
  if (response.status === 428 || response.status === 404) {
    const theirs = await readWorkingCopy(id);
    if (theirs === null || "document" in theirs) return { is: "changed", theirs };
    return { is: "unreachable" };
  }
  if (unsure.includes(response.status)) {
    const seconds = Number(response.headers.get("Retry-After"));
    return { is: "unreachable", retryAfterSeconds: Number.isFinite(seconds) ? seconds : undefined };
  }
  return { is: "refused", sentences: told(problemOf(error, response)) };
}

/** The id that a new entry's working copy has. `key`: the same one makes the same copy. */
export async function beginWorkingCopy(code: string, document: Typed, key: string): Promise<string | Problem> {
  try {
    const { data, error, response } = await api.POST("/api/v1/regions/{code}/drafts", {
      params: { path: { code }, header: { "Idempotency-Key": key } },
      body: asTyped(document),
    });
    return data?.innovation ?? problemOf(error, response);
  } catch (error) {
    return problemOf(error);
  }
}

export interface Opened {
  id: string;
  /** What the server has: the working copy, or what it would be begun from. */
  copy: KeptCopy<Typed>;
  /** The version of the entry that is worked on; none: a new entry. */
  entry?: Innovation;
  review?: Review;
}

async function readEntry(id: string): Promise<{ entry: Innovation; review: Review } | Problem | null> {
  const params = { path: { id } };
  const found = await api.GET("/api/v1/innovations/{id}", { params });
  if (found.response.status === 404) return null;
  if (!found.data) return problemOf(found.error, found.response);
  const review = await api.GET("/api/v1/innovations/{id}/review", { params });
  if (!review.data) return problemOf(review.error, review.response);
  if (!review.data.pending) return { entry: found.data, review: review.data };
  const pending = await api.GET("/api/v1/innovations/{id}/pending", { params });
  if (!pending.data) return problemOf(pending.error, pending.response);
  return { entry: pending.data, review: review.data };
}

export async function openForm(id: string): Promise<Opened | Problem> {
  try {
    const [copy, found] = await Promise.all([readWorkingCopy(id), readEntry(id)]);
    if (copy && "status" in copy) return copy;
    if (found && "status" in found) return found;
    if (copy) return { id, copy, ...found };
    if (found) return { id, copy: { document: typedOf(found.entry), etag: null }, ...found };
    return await noSuchEntry(id);
  } catch (error) {
    return problemOf(error);
  }
}

async function noSuchEntry(id: string): Promise<Problem> {
  const { error, response } = await api.GET("/api/v1/innovations/{id}", { params: { path: { id } } });
  return problemOf(error, response);
}

function savedOf(data: { id: string; revision: number } | undefined, error: unknown, response: Response): Saved {
  if (data) return { is: "saved", id: data.id, revision: data.revision };
  const current = isRecord(error) && isRecord(error.current) ? error.current : undefined;
  if (response.status === 412 && current) {
    const theirs = typedFrom({ ...current, _from: current.revision });
    if (theirs) return { is: "changed", theirs, changed: changedOf(error) };
  }
  return { is: "problem", problem: problemOf(error, response) };
}

const changedOf = (error: unknown): Changed | undefined =>
  isRecord(error) && isRecord(error.changed)
    ? Object.fromEntries(
        Object.entries(error.changed).flatMap(([key, one]) =>
          isRecord(one) ? [[key, { before: one.before, after: one.after }]] : [],
        ),
      )
    : undefined;

/** Made although the answer was lost for good: the newest draft of that name and owner. */
async function madeBefore(code: string, document: EntryDocument): Promise<Saved | undefined> {
  const { data } = await api.GET("/api/v1/regions/{code}/innovations", {
    params: { path: { code }, query: { sort: "changed", limit: 20 } },
  });
  const found = data?.innovations.find(
    (one) => one.status === "draft" && one.name === document.name && one.owner === document.owner,
  );
  return found && { is: "saved", id: found.id, revision: found.revision };
}

/** `pending`: the entry is verified already, changes go into its newer version. */
export function catalogueOf(code: string, pending: boolean): Catalogue {
  return {
    async create(document, key) {
      try {
        const { data, error, response } = await api.POST("/api/v1/regions/{code}/innovations", {
          params: { path: { code }, header: { "Idempotency-Key": key } },
          body: document as NewInnovation,
        });
        if (response.status === 409) {
          const before = await madeBefore(code, document);
          if (before) return before;
        }
        return savedOf(data, error, response);
      } catch (error) {
        return { is: "problem", problem: problemOf(error) };
      }
    },
    async change(id, revision, document) {
      const request = {
        params: { path: { id }, header: basedOn(revision) },
        body: document,
      };
      try {
        if (!pending) {
          const { data, error, response } = await api.PATCH("/api/v1/innovations/{id}", request);
          return savedOf(data, error, response);
        }
        const { data, error, response } = await api.PATCH("/api/v1/innovations/{id}/pending", request);
        if (response.status === 412) return await changedPending(id);
        return savedOf(data && { id: data.innovation, revision: data.revision }, error, response);
      } catch (error) {
        return { is: "problem", problem: problemOf(error) };
      }
    },
    async dropWorkingCopy(id) {
      try {
        await api.DELETE("/api/v1/innovations/{id}/draft", { params: { path: { id } } });
      } catch {
        // it stays among the person's working copies; opened again it shows what was saved
      }
    },
  };
}

async function changedPending(id: string): Promise<Saved> {
  const found = await readEntry(id);
  if (found && "entry" in found) return { is: "changed", theirs: typedOf(found.entry), changed: undefined };
  return { is: "problem", problem: found ?? problemOf(undefined) };
}
