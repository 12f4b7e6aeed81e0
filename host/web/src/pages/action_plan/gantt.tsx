// The steps of a plan as bars over months. The table beside it says the same in words.
import { scaleLinear } from "d3-scale";

import { month, monthNumber, monthText, shortMonth, today } from "../../formats/months";
import { sentences } from "../../words/words";
import "./gantt.css";
import { stateWords } from "./state_words";
import { namedMonths, type Span, spanOf, stateOf, type Step } from "./steps";
import words from "./words.json";

const say = sentences(words);

const width = 720;
const row = 46;
const head = 24;

function Bar({ step, number, span, x }: { step: Step; number: number; span: Span; x: (month: number) => number }) {
  const state = stateOf(step, today());
  const from = monthNumber(step.from);
  const to = monthNumber(step.to);
  const top = head + number * row;
  const begins = from <= span.last;
  const end = x(Math.min(to, span.last) + 1);
  const words =
    to > span.last ? say(begins ? "goes_on" : "begins", { month: month(begins ? step.to : step.from) }) : "";
  return (
    <g class={state.kind}>
      <title>{`${step.name ?? ""}: ${stateWords(state)}`}</title>
      <text x={4} y={top + 16}>
        {number + 1}. {step.name} {words && `(${words})`}
      </text>
      {begins && <rect x={x(from)} y={top + 22} width={Math.max(6, end - x(from))} height={16} rx={3} />}
      {begins && to > span.last && (
        <path d={`M${width - 12} ${top + 23}l8 7l-8 7`} class="goes-on" />
      )}
      {state.kind === "late" && (
        <text class="mark" x={end + 5} y={top + 35}>
          !
        </text>
      )}
      {state.kind === "done" && (
        <text class="mark" x={Math.min(end + 5, width - 14)} y={top + 35}>
          ✓
        </text>
      )}
    </g>
  );
}

export function Gantt({ title, steps }: { title: string; steps: readonly Step[] }) {
  const span = spanOf(steps);
  if (!span) return null;
  const x = scaleLinear([span.first, span.last + 1], [4, width - 20]);
  const height = head + steps.length * row + 4;
  const now = monthNumber(today());
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={say("picture", { title })}>
      <svg class="gantt" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say("picture_what", { title })}>
        {namedMonths(span).map((at) => (
          <g key={at}>
            <line class="grid" x1={x(at)} x2={x(at)} y1={head - 6} y2={height} />
            <text class="month" x={x(at) + 3} y={14}>
              {shortMonth(monthText(at))}
            </text>
          </g>
        ))}
        {now >= span.first && now <= span.last && (
          <line class="today" x1={x(now + 0.5)} x2={x(now + 0.5)} y1={head - 6} y2={height} />
        )}
        {steps.map((step, number) => (
          <Bar key={number} step={step} number={number} span={span} x={x} />
        ))}
      </svg>
    </div>
  );
}
