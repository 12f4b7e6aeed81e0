// A file on its way to the host, with how much of it has arrived. The browser tells that of
// XMLHttpRequest only; everything else goes through api/client.ts.
import { tagOf } from "../../api/change";
import { type Problem, problemOf } from "../../api/problem";
import type { components } from "../../api/schema";
import { askToSignIn, session } from "../../shell/session";
import { language } from "../../words/language";

type SavedEntry = components["schemas"]["Innovation"];

export interface Upload {
  innovation: string;
  /** "/summary" */
  field: string;
  file: File;
  revision: number;
  /** The same for every try of this file. */
  key: string;
  /** 0 to 1. */
  progress: (share: number) => void;
}

type Uploaded =
  | { revision: number; files: NonNullable<SavedEntry["evidence"]> }
  | { problem: Problem };

interface Sent {
  status: number;
  text: string;
}

function send({ innovation, field, file, revision, key, progress }: Upload): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ field, file_name: file.name });
    request.open("POST", `/api/v1/innovations/${encodeURIComponent(innovation)}/evidence?${query.toString()}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("If-Match", tagOf(revision));
    request.setRequestHeader("Idempotency-Key", key);
    request.setRequestHeader("Accept-Language", language.value);
    if (session.value) request.setRequestHeader("X-CSRF-Token", session.value.csrf);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onload = () =>
      resolve({ status: request.status, text: request.responseText });
    request.onerror = () => resolve({ status: 0, text: "" });
    request.send(file);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Waits for a new sign-in over the page when the session has ended. */
export async function uploadEvidence(upload: Upload): Promise<Uploaded> {
  let sent = await send(upload);
  if (sent.status === 401 && session.value && (await askToSignIn())) sent = await send(upload);
  const body = read(sent.text);
  if (sent.status === 201) {
    const { revision, evidence } = body as SavedEntry;
    return { revision, files: evidence ?? [] };
  }
  return { problem: problemOf(body, sent.status === 0 ? undefined : new Response(null, { status: sent.status })) };
}
