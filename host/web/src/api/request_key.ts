// The mark by which the host knows a request that is sent a second time (Idempotency-Key).
// crypto.randomUUID is closed to pages on plain HTTP, as within an office's own network.
export const requestKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
