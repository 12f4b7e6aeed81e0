// A file as the body of a request, as the bytes that it is: the description of the API has no
// schema for such a body, so that its type is none.
export const fileBody = (file: Blob) => ({
  body: file as never,
  bodySerializer: (body: unknown) => body as Blob,
  headers: { "Content-Type": "application/octet-stream" },
});
