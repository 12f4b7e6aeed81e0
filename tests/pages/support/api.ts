// The API as an account uses it, for what a test needs beside the page that it tries.
import type { Account, Host } from "./host";

export type Ask = (method: string, path: string, body?: unknown, etag?: string) => Promise<Answer>;

export interface Answer {
  status: number;
  etag: string;
  document: Record<string, unknown>;
}

/** Signs in, and answers by what the account then asks. */
export async function asking(host: Host, account: Account): Promise<Ask> {
  const answer = await fetch(`${host.url}/api/v1/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ login: account.login, password: account.password }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const cookie = (answer.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
  const { csrf } = (await answer.json()) as { csrf: string };
  return async (method, path, body, etag) => {
    const told = await fetch(`${host.url}/api/v1${path}`, {
      method,
      headers: {
        "Content-Type": "application/json",
        Cookie: cookie,
        "X-CSRF-Token": csrf,
        ...(etag ? { "If-Match": etag } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await told.text();
    if (!told.ok) throw new Error(`${method} ${path}: ${text}`);
    return {
      status: told.status,
      etag: told.headers.get("ETag") ?? "",
      document: text ? (JSON.parse(text) as Record<string, unknown>) : {},
    };
  };
}
