// The API, typed by its own description (schema.d.ts, made by scripts/types.mjs).
//
//   const { data, error } = await api.GET("/api/v1/regions/{code}", { params: { path: { code } } });
//
// Every request names the reader's language, every change the session's mark. When the session
// has ended meanwhile, the request waits for a new sign-in over the page and is sent again, so
// that nothing typed is lost.
import createClient, { type Middleware } from "openapi-fetch";

import { askToSignIn, session } from "../shell/session";
import { language } from "../words/language";
import type { paths } from "./schema";

/** What a request comes to: the data, or the error that a problem is made of. */
export interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

export const api = createClient<paths, "application/json">({ baseUrl: "", credentials: "same-origin" });

const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);
/** Where 401 says that a password is wrong, not that the session has ended. */
const doors = ["/api/v1/session", "/api/v1/links/redeem", "/api/v1/me/password"];

const kept = new WeakMap<Request, Request>();

const manners: Middleware = {
  onRequest({ request, schemaPath }) {
    request.headers.set("Accept-Language", language.value);
    if (unsafe.has(request.method) && session.value) {
      request.headers.set("X-CSRF-Token", session.value.csrf);
    }
    if (!doors.includes(schemaPath)) kept.set(request, request.clone());
    return request;
  },
  async onResponse({ request, response }) {
    const again = kept.get(request);
    if (response.status !== 401 || !again || !session.value) return response;
    if (!(await askToSignIn())) return response;
    const repeated = new Request(again);
    if (unsafe.has(repeated.method) && session.value) {
      repeated.headers.set("X-CSRF-Token", session.value.csrf);
    }
    return fetch(repeated);
  },
};
api.use(manners);
