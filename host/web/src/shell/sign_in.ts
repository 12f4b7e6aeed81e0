// Signing in, and remembering who is signed in.
import { api } from "../api/client";
import { type Problem, problemOf } from "../api/problem";
import { me, session } from "./session";

/** What the account may do, read again. */
export async function askWho(): Promise<void> {
  const { data } = await api.GET("/api/v1/me", {});
  me.value = data;
}

/** Asks the host whether the browser's session still runs, and what its account may do. */
export async function recallSession(): Promise<void> {
  try {
    const [running, who] = await Promise.all([api.GET("/api/v1/session", {}), api.GET("/api/v1/me", {})]);
    if (running.data) me.value = who.data;
    session.value = running.data ?? null;
  } catch {
    session.value = null; // nothing answers; the page that is opened says so
  }
}

export async function signIn(login: string, password: string): Promise<Problem | undefined> {
  try {
    const answer = await api.POST("/api/v1/session", { body: { login, password } });
    if (!answer.data) return problemOf(answer.error, answer.response);
    session.value = answer.data;
    await askWho();
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
}
