// An integer that may be left empty. What is typed counts once it is an integer within its
// ends; meanwhile it stays as it was typed.
import { useLayoutEffect, useState } from "preact/hooks";

import type { FieldInput } from "../field";

interface Props extends Partial<FieldInput> {
  value: number | undefined;
  change: (value: number | undefined) => void;
  min?: number;
  max?: number;
  /** Without: an empty input counts for nothing. */
  optional?: boolean;
  "aria-label"?: string;
}

export function IntegerInput({ value, change, min = 0, max, optional, ...rest }: Props) {
  const [typed, setTyped] = useState(value === undefined ? "" : String(value));
  useLayoutEffect(() => {
    setTyped((before) => {
      const same = before === "" ? value === undefined : Number(before) === value;
      return same ? before : value === undefined ? "" : String(value);
    });
  }, [value]);
  const take = (text: string) => {
    setTyped(text);
    if (text === "") {
      if (optional) change(undefined);
      return;
    }
    const number = Number(text);
    if (Number.isInteger(number) && number >= min && (max === undefined || number <= max)) {
      change(number);
    }
  };
  return (
    <input
      {...rest}
      type="number"
      inputMode="numeric"
      step={1}
      min={min}
      max={max}
      value={typed}
      onInput={(event) => take(event.currentTarget.value)}
      onBlur={() => setTyped(value === undefined ? "" : String(value))}
    />
  );
}
