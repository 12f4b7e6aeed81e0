// A score that lies in a range: from what is certain to what is possible.
import { number } from "../../formats/formats";

interface Range {
  /** Millionths of the whole. */
  low: number;
  high: number;
}

/** "1,30" or "1,30 – 2,85", on a scale of so many points. */
export function scoreText({ low, high }: Range, scale: number): string {
  const points = (millionths: number) => number((millionths / 1e6) * scale, 2);
  return points(low) === points(high) ? points(low) : `${points(low)} – ${points(high)}`;
}

/** What a bar shows of it, in percent. */
export const percentsOf = ({ low, high }: Range): { part: number; possible: number } => ({
  part: low / 1e4,
  possible: high / 1e4,
});
