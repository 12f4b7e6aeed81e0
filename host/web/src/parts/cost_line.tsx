// A sum of money by year and source of funds, to be typed.
import { useId } from "preact/hooks";

import { sentences, titled } from "../words/words";
import "./cost_line.css";
import words from "./costs.json";
import { type CostRow, sources, sourceWord } from "./costs";
import { RupiahField } from "./rupiah_field";

const say = sentences(words);

interface Props {
  row: CostRow;
  change: (to: Partial<CostRow>) => void;
}

export function CostLine({ row, change }: Props) {
  const id = useId();
  return (
    <div class="cost-line">
      <div>
        <label for={`${id}-year`}>{say("year")}</label>
        <input
          id={`${id}-year`}
          inputMode="numeric"
          autocomplete="off"
          maxLength={4}
          value={row.year}
          onInput={(event) => change({ year: event.currentTarget.value })}
        />
      </div>
      <div>
        <label for={`${id}-source`}>{say("source")}</label>
        <select
          id={`${id}-source`}
          value={row.source}
          onChange={(event) => change({ source: sources.find((one) => one === event.currentTarget.value) ?? "" })}
        >
          <option value="">{say("no_source")}</option>
          {sources.map((source) => (
            <option key={source} value={source}>
              {titled(sourceWord(source))}
            </option>
          ))}
        </select>
      </div>
      <RupiahField label={say("amount")} value={row.amount} change={(amount) => change({ amount })} />
    </div>
  );
}
