// The best score that each budget buys, as a picture and, for whoever does not see it and for
// paper, as a table.
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";

import { number, rupiah, rupiahShort } from "../../formats/formats";
import { namesOf, type Robustness } from "../../parts/choice/answers";
import shared from "../../parts/choice/words.json";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences({ ...shared, ...words });

type Point = Robustness["budget"]["points"][number] & { cost: number };

const width = 640;
const height = 300;
const margin = { top: 16, right: 16, bottom: 44, left: 88 };

/** With a little room at both ends, so that a single point has a place, too. */
function widened([least, most]: [number, number] | [undefined, undefined]): [number, number] {
  const low = least ?? 0;
  const high = most ?? 1;
  const room = (high - low) * 0.06 || Math.max(1, Math.abs(high) * 0.05);
  return [low - room, high + room];
}

export function BudgetCurve({ budget }: { budget: Robustness["budget"] }) {
  const points = budget.points
    .filter((one): one is Point => typeof one.cost === "number")
    .sort((one, other) => one.cost - other.cost);
  if (points.length === 0) return null;
  const x = scaleLinear(widened(extent(points, (one) => one.cost)), [margin.left, width - margin.right]);
  const y = scaleLinear(widened(extent(points, (one) => one.score)), [height - margin.bottom, margin.top]);
  const path = line<Point>((one) => x(one.cost), (one) => y(one.score)).curve(curveStepAfter)(points);
  return (
    <figure class="choose-curve">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say("curve_label", { sets: points.length })}>
        {x.ticks(5).map((tick) => (
          <g key={tick} transform={`translate(${x(tick)},0)`}>
            <line class="grid" y1={margin.top} y2={height - margin.bottom} />
            <text y={height - margin.bottom + 18} text-anchor="middle">
              {rupiahShort(tick)}
            </text>
          </g>
        ))}
        {y.ticks(5).map((tick) => (
          <g key={tick} transform={`translate(0,${y(tick)})`}>
            <line class="grid" x1={margin.left} x2={width - margin.right} />
            <text x={margin.left - 8} dy="0.32em" text-anchor="end">
              {number(tick)}
            </text>
          </g>
        ))}
        <text class="axis" x={width - margin.right} y={height - 6} text-anchor="end">
          {say("curve_cost")}
        </text>
        <text class="axis" x={4} y={margin.top - 4}>
          {say("curve_score")}
        </text>
        <path class="steps" d={path ?? ""} />
        {points.map((one) => (
          <circle key={one.cost} class={one.chosen ? "here" : ""} cx={x(one.cost)} cy={y(one.score)} r={one.chosen ? 7 : 4}>
            <title>{`${rupiah(one.cost)}: ${number(one.score)}`}</title>
          </circle>
        ))}
      </svg>
      <figcaption>{say("curve_caption")}</figcaption>
      <div class="wide" tabIndex={0} role="region" aria-label={say("curve_table")}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                {say("curve_cost")}
              </th>
              <th scope="col" class="number">
                {say("score")}
              </th>
              <th scope="col">{say("comes")}</th>
              <th scope="col">{say("goes")}</th>
            </tr>
          </thead>
          <tbody>
            {[...points].reverse().map((one) => (
              <tr key={one.cost} class={one.chosen ? "choose-here" : ""}>
                <td class="number">{rupiah(one.cost)}</td>
                <td class="number">{number(one.score)}</td>
                {one.chosen ? (
                  <td colSpan={2}>
                    <b>{say("this_set")}</b>
                  </td>
                ) : (
                  <>
                    <td>{namesOf(one.enter)}</td>
                    <td>{namesOf(one.leave)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
