// What a page still has to do before its reader signs out, e.g. send what was typed last.

const duties = new Set<() => Promise<unknown>>();

/** Answers how to take it back, when the page is left. */
export function onLeaving(duty: () => Promise<unknown>): () => void {
  duties.add(duty);
  return () => duties.delete(duty);
}

export async function beforeLeaving(): Promise<void> {
  await Promise.allSettled([...duties].map((duty) => duty()));
}
