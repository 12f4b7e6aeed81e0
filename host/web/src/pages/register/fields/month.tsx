// A month, or only its year; a day that is known already stays.
import { useId } from "preact/hooks";

import { dateFormatter } from "../../../formats/formats";
import { sentences } from "../../../words/words";
import words from "./words.json";

const say = sentences(words);

const monthNames = () =>
  Array.from({ length: 12 }, (_, at) =>
    dateFormatter({ month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2000, at, 1))),
  );

/** "2024", "2024-03" or "2024-03-15" in its parts. */
export function partsOfDate(date: string): { year: string; month: string; day: string } {
  const [year = "", month = "", day = ""] = date.split("-");
  return { year, month, day };
}

/** The parts that are there; a month without a year waits for it ("-03"). */
export function dateOf(year: string, month: string, day = ""): string | undefined {
  if (month === "") return year === "" ? undefined : year;
  return day === "" ? `${year}-${month}` : `${year}-${month}-${day}`;
}

interface Props {
  value: string;
  change: (value: string | undefined) => void;
}

export function Month({ value, change }: Props) {
  const id = useId();
  const { year, month, day } = partsOfDate(value);
  return (
    <div class="register-row">
      <div>
        <label for={`${id}-month`}>{say("month")}</label>
        <select
          id={`${id}-month`}
          value={month}
          onChange={(event) => change(dateOf(year, event.currentTarget.value))}
        >
          <option value="">{say("no_month")}</option>
          {monthNames().map((name, at) => (
            <option key={name} value={String(at + 1).padStart(2, "0")}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for={`${id}-year`}>{say("year")}</label>
        <input
          id={`${id}-year`}
          inputMode="numeric"
          autocomplete="off"
          maxLength={4}
          value={year}
          onInput={(event) => change(dateOf(event.currentTarget.value.trim(), month, day))}
        />
      </div>
    </div>
  );
}
