// The scan of a signature as the bytes that it is: the typed client sends JSON alone.
import { askToSignIn, session } from "../../shell/session";
import { language } from "../../words/language";

const put = (address: string, file: Blob) =>
  fetch(address, {
    method: "PUT",
    body: file,
    credentials: "same-origin",
    headers: {
      "Accept-Language": language.value,
      "Content-Type": "application/octet-stream",
      ...(session.value && { "X-CSRF-Token": session.value.csrf }),
    },
  });

export async function putScan(code: string, signature: string, file: File) {
  const query = new URLSearchParams({ file_name: file.name });
  const address = `/api/v1/regions/${code}/signatures/${signature}/scan?${query}`;
  let response = await put(address, file);
  if (response.status === 401 && session.value && (await askToSignIn())) response = await put(address, file);
  const answer: unknown = await response.json().catch(() => undefined);
  return response.ok ? { data: answer, response } : { error: answer, response };
}
