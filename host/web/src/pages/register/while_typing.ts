// What the host knows of what is being typed: asked whenever the person pauses.
import { useEffect, useState } from "preact/hooks";

const pauseMilliseconds = 600;

interface Question<Answer> {
  /** What it depends on: asked again when one of these is another. */
  given: readonly unknown[];
  /** Whether there is enough to ask with. */
  enough: boolean;
  ask: () => Promise<Answer | undefined>;
  nothing: Answer;
}

/** Only helps: when nothing answers, the last answer stays. */
export function useWhileTyping<Answer>({ given, enough, ask, nothing }: Question<Answer>): Answer {
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    if (!enough) {
      setFound(nothing);
      return undefined;
    }
    let current = true;
    const waiting = setTimeout(() => {
      ask()
        .then((answer) => current && answer && setFound(answer))
        .catch(() => undefined);
    }, pauseMilliseconds);
    return () => {
      current = false;
      clearTimeout(waiting);
    };
  }, [...given, enough]);
  return found;
}
