// Questions in quick succession, of which the last alone counts: a newer one breaks off the one
// before, and an answer that comes too late is told to nobody.
export function latest<Question, Answer>(
  ask: (question: Question, signal: AbortSignal) => Promise<Answer>,
  tell: (outcome: { answer: Answer } | { error: unknown }, question: Question) => void,
) {
  let breaker: AbortController | undefined;
  return {
    ask(question: Question): void {
      breaker?.abort();
      const own = new AbortController();
      breaker = own;
      const still = () => breaker === own;
      ask(question, own.signal).then(
        (answer) => still() && tell({ answer }, question),
        (error: unknown) => still() && tell({ error }, question),
      );
    },
    /** Whatever comes now is told to nobody. */
    end(): void {
      breaker?.abort();
      breaker = undefined;
    },
  };
}
