// What the API says when it refuses (RFC 9457), and what stands in for it when nothing answers.
import { sentences } from "../words/words";
import words from "./words.json";

const say = sentences(words);

export interface Problem {
  status: number; // 0: nothing answered
  title: string;
  errors: { pointer: string; message: string }[];
}

interface ProblemBody {
  status?: number;
  title?: string;
  detail?: string;
  errors?: { pointer?: string; message?: string }[];
}

/** Of openapi-fetch's `error` (a document, text, or something thrown). */
export function problemOf(error: unknown, response?: Response): Problem {
  const body = (typeof error === "object" && error !== null ? error : {}) as ProblemBody;
  if (body.title === undefined && body.errors === undefined) {
    const status = response?.status ?? 0;
    return { status, title: say(status === 0 ? "unreachable" : "failed", { status }), errors: [] };
  }
  return {
    status: body.status ?? response?.status ?? 0,
    title: body.detail ?? body.title ?? "",
    errors: (body.errors ?? []).map((one) => ({
      pointer: one.pointer ?? "",
      message: one.message ?? "",
    })),
  };
}

/** The sentences of a problem, each once. */
export function told(problem: Problem): string[] {
  const messages = problem.errors.map((one) => one.message).filter((text) => text !== "");
  return messages.length > 0 ? [...new Set(messages)] : [problem.title];
}

/** What is said of one field, e.g. "/name". */
export function saidOf(problem: Problem | undefined, pointer: string): string | undefined {
  return problem?.errors.find((one) => one.pointer === pointer)?.message;
}

/** Somebody else has changed it since it was read: it is to be read again. */
export const isStale = (problem: Problem | undefined): boolean => problem?.status === 412;
