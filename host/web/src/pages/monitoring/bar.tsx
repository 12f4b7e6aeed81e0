// A share of the whole as a bar; the figures beside it say the same.
import { scaleLinear } from "d3-scale";

const x = scaleLinear([0, 100], [0, 100]).clamp(true);

interface Props {
  /** Percent. */
  part?: number;
  /** Up to where it could be. */
  possible?: number;
  planned?: number;
}

export function Bar({ part = 0, possible = part, planned }: Props) {
  return (
    <svg class="monitoring-bar" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
      <rect class="all" x={0} y={3} width={100} height={8} />
      {possible > part && <rect class="possible" x={x(part)} y={3} width={x(possible) - x(part)} height={8} />}
      <rect class="part" x={0} y={3} width={x(part)} height={8} />
      {planned !== undefined && <line class="planned" x1={x(planned)} x2={x(planned)} y1={0} y2={14} />}
    </svg>
  );
}
