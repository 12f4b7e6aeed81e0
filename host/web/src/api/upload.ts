// A file that is sent to the API, with how much of it is there: fetch() does not tell that.
//
//   const upload = useUpload<Answer>();
//   const answer = await upload.send("/api/v1/...", file);
//   upload.share: of the file, 0 to 1; upload.refusal: why not
//
// Where several are on their way, each is sent by sendFile().
import { useRef, useState } from "preact/hooks";

import { askToSignIn, session } from "../shell/session";
import { language } from "../words/language";
import { type Problem, problemOf } from "./problem";

interface Refusal {
  problem: Problem;
  /** The whole problem document: it may tell more. */
  document: unknown;
}

type Sent<Data> = { answer: Data } | { refusal: Refusal };

function documentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Sending {
  address: string;
  file: Blob;
  headers?: Record<string, string>;
  /** Of the file, 0 to 1. */
  report: (share: number) => void;
  signal?: AbortSignal;
}

function post({ address, file, headers = {}, report, signal }: Sending) {
  return new Promise<XMLHttpRequest>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Accept-Language", language.value);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    if (session.value) request.setRequestHeader("X-CSRF-Token", session.value.csrf);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => report(event.total > 0 ? event.loaded / event.total : 0);
    request.upload.onload = () => report(1);
    request.onload = () => resolve(request);
    request.onerror = () => reject(new Error("nothing answered"));
    request.onabort = () => reject(new Error("ended by hand"));
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/** Waits for a new sign-in over the page when the session has ended. */
export async function sendFile<Data>(sending: Sending): Promise<Sent<Data>> {
  try {
    let request = await post(sending);
    if (request.status === 401 && session.value && (await askToSignIn())) request = await post(sending);
    const document = documentOf(request.responseText);
    // The shape is the API's own promise (schema.d.ts): the type is checked nowhere else.
    if (request.status === 200 || request.status === 201) return { answer: document as Data };
    return { refusal: { problem: problemOf(document, new Response(null, { status: request.status })), document } };
  } catch (error) {
    return { refusal: { problem: problemOf(error), document: undefined } };
  }
}

export interface Upload<Data> {
  busy: boolean;
  share: number;
  refusal?: Refusal;
  send: (address: string, file: Blob) => Promise<Data | undefined>;
  stop: () => void;
  forget: () => void;
}

export function useUpload<Data>(): Upload<Data> {
  const [busy, setBusy] = useState(false);
  const [share, setShare] = useState(0);
  const [refusal, setRefusal] = useState<Refusal>();
  const breaker = useRef(new AbortController());

  const send = async (address: string, file: Blob) => {
    breaker.current.abort();
    const own = new AbortController();
    breaker.current = own;
    setBusy(true);
    setShare(0);
    setRefusal(undefined);
    const result = await sendFile<Data>({ address, file, report: setShare, signal: own.signal });
    if (own.signal.aborted) return undefined; // another one is under way, or nobody waits
    setBusy(false);
    if ("answer" in result) return result.answer;
    setRefusal(result.refusal);
    return undefined;
  };
  const stop = () => {
    breaker.current.abort();
    setBusy(false);
  };
  return { busy, share, refusal, send, stop, forget: () => setRefusal(undefined) };
}
