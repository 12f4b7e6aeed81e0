// Questions to the API that take a while or a second try.
import type { Answer } from "./client";

/** Throws what broke the pause off. */
const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });

/**
 * Asks again while the host is busy with another question (503) or has had too many (429): it
 * works on one long question at a time.
 */
export async function patiently<Data>(
  ask: (signal: AbortSignal) => Promise<Answer<Data>>,
  signal: AbortSignal,
  tries = 40,
): Promise<Answer<Data>> {
  for (let left = tries; ; left -= 1) {
    const answer = await ask(signal);
    const busy = answer.response.status === 503 || answer.response.status === 429;
    if (!busy || left <= 1) return answer;
    const seconds = Number(answer.response.headers.get("Retry-After"));
    await pause(seconds > 0 ? seconds * 1000 : 400, signal);
  }
}
