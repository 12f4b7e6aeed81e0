// What is measured, from which value to which, and what was measured so far.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

import { sentences, titled } from "../../../words/words";
import { type Indicator, isEmpty } from "../typed";
import { Month } from "./month";
import { Repeated } from "./repeated";
import words from "./words.json";

const say = sentences(words);

type TextMember = "definition" | "unit" | "baseline" | "target" | "source" | "frequency";
const labels: Record<TextMember, Parameters<typeof say>[0]> = {
  definition: "definition",
  unit: "unit",
  baseline: "baseline",
  target: "target",
  source: "data_source",
  frequency: "frequency",
};

interface Props {
  indicator: Indicator;
  change: (indicator: Indicator) => void;
}

function Member({ indicator, change, member }: Props & { member: TextMember }) {
  const id = useId();
  return (
    <div>
      <label for={id}>{say(labels[member])}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        maxLength={500}
        inputMode={member === "baseline" || member === "target" ? "decimal" : undefined}
        value={indicator[member] ?? ""}
        onInput={(event) => change({ ...indicator, [member]: event.currentTarget.value })}
      />
    </div>
  );
}

function Measured({ indicator, change }: Props) {
  const id = useId();
  return (
    <Repeated
      what={say("measured")}
      items={indicator.measured ?? []}
      empty={{ date: "" }}
      change={(measured) => change({ ...indicator, measured })}
      row={(one, put) => (
        <>
          <Month value={one.date ?? ""} change={(date) => put({ ...one, date: date ?? "" })} />
          <label for={`${id}-value`}>{say("measured_value")}</label>
          <input
            id={`${id}-value`}
            inputMode="decimal"
            autocomplete="off"
            maxLength={60}
            value={one.value ?? ""}
            onInput={(event) => put({ ...one, value: event.currentTarget.value })}
          />
        </>
      )}
    />
  );
}

function IndicatorCard({ indicator, change }: Props) {
  const verified = indicator.verified ?? [];
  return (
    <>
      <Member indicator={indicator} change={change} member="definition" />
      <div class="register-row">
        <Member indicator={indicator} change={change} member="unit" />
        <Member indicator={indicator} change={change} member="baseline" />
        <Member indicator={indicator} change={change} member="target" />
      </div>
      <div class="register-row">
        <Member indicator={indicator} change={change} member="source" />
        <Member indicator={indicator} change={change} member="frequency" />
      </div>
      <Measured indicator={indicator} change={change} />
      {verified.length > 0 && (
        <p>{say("verified_values", { values: verified.map((one) => `${one.date}: ${one.value ?? ""}`).join("; ") })}</p>
      )}
    </>
  );
}

interface AllProps {
  indicators: Indicator[];
  change: (indicators: Indicator[]) => void;
  proof: (pointer: string, label: string) => ComponentChildren;
}

export function Indicators({ indicators, change, proof }: AllProps) {
  // Empty ones are left out when the entry is saved.
  const place = (at: number) => indicators.slice(0, at).filter((one) => !isEmpty(one)).length;
  return (
    <Repeated
      what={titled(say("indicator"))}
      items={indicators}
      empty={{}}
      change={change}
      row={(indicator, put, at) => (
        <>
          <IndicatorCard indicator={indicator} change={put} />
          {!isEmpty(indicator) && proof(`/indicators/${place(at)}`, indicator.definition ?? "")}
        </>
      )}
    />
  );
}
