// Progress over periods, as planned and as it was: two lines, and the same figures as a table.
import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";

import { sentences } from "../words/words";
import words from "./progress_chart.json";
import "./progress_chart.css";

const say = sentences(words);

interface ProgressPoint {
  label: string;
  /** Percent; missing where it is not known. */
  planned?: number;
  real?: number;
}

const size = { width: 440, height: 210, left: 54, right: 16, top: 12, bottom: 28 };

const percents = (value: number | undefined) => (value === undefined ? say("unknown") : `${Math.round(value)} %`);

function Lines({ points }: { points: readonly ProgressPoint[] }) {
  const x = scalePoint<number>(
    points.map((_, index) => index),
    [size.left, size.width - size.right],
  ).padding(0.5);
  const y = scaleLinear([0, 100], [size.height - size.bottom, size.top]);
  const at = (index: number) => x(index) ?? 0;
  const path = (of: "planned" | "real") =>
    line<ProgressPoint>(
      (_, index) => at(index),
      (point) => y(point[of] ?? 0),
    ).defined((point) => point[of] !== undefined)([...points]) ?? undefined;
  return (
    <>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line class="grid" x1={size.left} x2={size.width - size.right} y1={y(tick)} y2={y(tick)} />
          <text x={size.left - 6} y={y(tick) + 4} text-anchor="end">
            {tick} %
          </text>
        </g>
      ))}
      {points.map((point, index) => (
        <text key={point.label} x={at(index)} y={size.height - 8} text-anchor="middle">
          {index + 1}
        </text>
      ))}
      <path class="planned" d={path("planned")} />
      <path class="real" d={path("real")} />
      {points.map(
        (point, index) =>
          point.planned !== undefined && (
            <circle key={point.label} class="planned" cx={at(index)} cy={y(point.planned)} r={4} />
          ),
      )}
      {points.map(
        (point, index) =>
          point.real !== undefined && (
            <circle key={point.label} class="real" cx={at(index)} cy={y(point.real)} r={4} />
          ),
      )}
    </>
  );
}

export function ProgressChart({ title, points }: { title: string; points: readonly ProgressPoint[] }) {
  return (
    <figure class="progress-chart">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={say("chart", { title })}>
        <Lines points={points} />
      </svg>
      <figcaption>
        <span class="planned">{say("planned")}</span> <span class="real">{say("real")}</span>
      </figcaption>
      <div class="wide" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("number")}</th>
              <th scope="col">{say("period")}</th>
              <th scope="col" class="number">
                {say("planned")}
              </th>
              <th scope="col" class="number">
                {say("real")}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point, index) => (
              <tr key={point.label}>
                <td>{index + 1}</td>
                <th scope="row">{point.label}</th>
                <td class="number">{percents(point.planned)}</td>
                <td class="number">{percents(point.real)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <small>{say("planned_what")}</small>
    </figure>
  );
}
