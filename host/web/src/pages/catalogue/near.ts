// Tells elements whether they are near the window. One watcher for all: there may be very many.

/** How far beyond the window is near. */
const margin = "2500px 0px";

type Told = (near: boolean, height: number) => void;

const told = new WeakMap<Element, Told>();
const watcher = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting, boundingClientRect } of seen) {
      told.get(target)?.(isIntersecting, boundingClientRect.height);
    }
  },
  { rootMargin: margin },
);

/** Answers how to end it. */
export function whenNear(element: Element, tell: Told): () => void {
  told.set(element, tell);
  watcher.observe(element);
  return () => watcher.unobserve(element);
}
