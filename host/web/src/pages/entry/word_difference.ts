// Where two texts part, word by word: what went of the one, what came in the other.

export interface Piece {
  text: string;
  /** Whether the other text has it, too. */
  same: boolean;
}

/** Beyond so many pairs of words the middle is told as replaced: nobody would follow it. */
const mostPairs = 250_000;

const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

/** For each word whether it belongs to a longest sequence that both have. */
function kept(before: string[], after: string[]): [boolean[], boolean[]] {
  const width = after.length + 1;
  // lengths[i][j]: of the longest common sequence of before[i..] and after[j..]
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; --i) {
    for (let j = after.length - 1; j >= 0; --j) {
      lengths[i * width + j] =
        before[i]?.trim() === after[j]?.trim()
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const first = before.map(() => false);
  const second = after.map(() => false);
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i]?.trim() === after[j]?.trim()) first[i++] = second[j++] = true;
    else if (at(i + 1, j) >= at(i, j + 1)) ++i;
    else ++j;
  }
  return [first, second];
}

/** Neighbours that share their fate as one piece. */
function pieces(words: string[], same: boolean[]): Piece[] {
  const all: Piece[] = [];
  words.forEach((text, index) => {
    const last = all.at(-1);
    if (last && last.same === same[index]) last.text += text;
    else all.push({ text, same: same[index] ?? false });
  });
  return all;
}

export function wordDifference(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const most = Math.min(old.length, now.length);
  const equal = (one: string | undefined, other: string | undefined) => one?.trim() === other?.trim();
  let front = 0;
  while (front < most && equal(old[front], now[front])) ++front;
  let back = 0;
  while (back < most - front && equal(old.at(-1 - back), now.at(-1 - back))) ++back;
  const oldMiddle = old.slice(front, old.length - back);
  const nowMiddle = now.slice(front, now.length - back);
  const [first, second] =
    oldMiddle.length * nowMiddle.length <= mostPairs
      ? kept(oldMiddle, nowMiddle)
      : [oldMiddle.map(() => false), nowMiddle.map(() => false)];
  const ends = (middle: boolean[]) => [
    ...Array<boolean>(front).fill(true),
    ...middle,
    ...Array<boolean>(back).fill(true),
  ];
  return { before: pieces(old, ends(first)), after: pieces(now, ends(second)) };
}
