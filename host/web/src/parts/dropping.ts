// Files that are dropped on the page.
import { useEffect, useState } from "preact/hooks";

/** A file that falls beside its place must not make the browser leave the page for it. */
export function useCaughtBeside() {
  useEffect(() => {
    const stay = (event: DragEvent) => event.preventDefault();
    document.addEventListener("dragover", stay);
    document.addEventListener("drop", stay);
    return () => {
      document.removeEventListener("dragover", stay);
      document.removeEventListener("drop", stay);
    };
  }, []);
}

/** What the place listens to, and whether something is held over it. */
export function useDropping(take: (files: File[]) => void) {
  const [over, setOver] = useState(false);
  const listeners = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    },
  };
  return { over, listeners };
}
