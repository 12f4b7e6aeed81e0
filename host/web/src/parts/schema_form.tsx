// A form made from a schema of parameters: one field for each, with what the schema says of it.
//
//   <SchemaForm schema={schema} value={parameters} change={setParameters}
//               said={(pointer) => saidOf(problem, `/rules/0/parameters${pointer}`)} />
import { useEffect, useState } from "preact/hooks";

import { number } from "../formats/formats";
import { sentences } from "../words/words";
import { Field, type FieldInput } from "./field";
import { fresh, isObject, type Json, type JsonObject, type Schema, withMember } from "./schema";
import "./schema_form.css";
import words from "./schema_form.json";

const say = sentences(words);

type Said = (pointer: string) => string | undefined;

interface FormProps {
  /** Of type "object". */
  schema: Schema;
  value: JsonObject;
  change: (value: JsonObject) => void;
  /** What is wrong at that place of the value, as a sentence. */
  said?: Said;
}

export function SchemaForm({ schema, value, change, said = () => undefined }: FormProps) {
  return <Members schema={schema} value={value} change={change} said={said} pointer="" />;
}

interface MembersProps extends FormProps {
  said: Said;
  pointer: string;
}

function Members({ schema, value, change, said, pointer }: MembersProps) {
  return (
    <div class="schema-form-members">
      {Object.entries(schema.properties ?? {}).map(([key, property]) => (
        <Part
          key={key}
          schema={property}
          label={property.title ?? key}
          required={schema.required?.includes(key)}
          value={value[key]}
          change={(next) => change(withMember(value, key, next))}
          said={said}
          pointer={`${pointer}/${key}`}
        />
      ))}
    </div>
  );
}

interface PartProps {
  schema: Schema;
  label: string;
  required?: boolean;
  value: Json | undefined;
  change: (value: Json | undefined) => void;
  said: Said;
  pointer: string;
}

function Part(props: PartProps) {
  const { schema, label, required, value, change, said, pointer } = props;
  if (schema.type === "object") return <ObjectPart {...props} />;
  if (schema.type === "array") return <ListPart {...props} />;
  if (schema.type === "boolean" && !schema.enum) return <YesOrNo {...props} />;
  return (
    <Field label={label} help={helpOf(schema)} error={said(pointer)} required={required}>
      {(given) =>
        schema.enum ? (
          <Choice given={given} words={schema.enum} value={value} change={change} />
        ) : schema.type === "string" ? (
          <input
            {...given}
            maxLength={schema.maxLength}
            value={typeof value === "string" ? value : ""}
            onInput={(event) => change(event.currentTarget.value || undefined)}
          />
        ) : (
          <NumberInput given={given} schema={schema} value={value} change={change} />
        )
      }
    </Field>
  );
}

/** "Longest time, in months. 6 to 36; default: 24." */
function helpOf(schema: Schema): string {
  const facts = [endsOf(schema), schema.default !== undefined && say("default", { value: shown(schema.default) })];
  const description = schema.description?.replace(/\.$/, "");
  return [description, facts.filter(Boolean).join("; ")].filter(Boolean).join(". ");
}

function endsOf({ minimum: min, maximum: max }: Schema): string | undefined {
  if (min !== undefined && max !== undefined) return say("between", { min: number(min, 3), max: number(max, 3) });
  if (min !== undefined) return say("at_least", { min: number(min, 3) });
  return max === undefined ? undefined : say("at_most", { max: number(max, 3) });
}

function shown(value: Json): string {
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (typeof value === "number") return number(value, 3);
  return typeof value === "string" ? value : JSON.stringify(value);
}

function YesOrNo({ schema, label, value, change, said, pointer }: PartProps) {
  return (
    <Field label={label} help={helpOf(schema)} error={said(pointer)}>
      {(given) => (
        <input
          {...given}
          type="checkbox"
          role="switch"
          checked={value === true}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      )}
    </Field>
  );
}

interface InputProps {
  given: FieldInput;
  value: Json | undefined;
  change: (value: Json | undefined) => void;
}

function Choice({ given, words: choices, value, change }: InputProps & { words: Json[] }) {
  const at = choices.findIndex((one) => JSON.stringify(one) === JSON.stringify(value));
  return (
    <select
      {...given}
      value={String(at)}
      onChange={(event) => change(choices[Number(event.currentTarget.value)])}
    >
      {(at < 0 || !given.required) && <option value="-1">{say("open")}</option>}
      {choices.map((one, place) => (
        <option key={place} value={String(place)}>
          {shown(one)}
        </option>
      ))}
    </select>
  );
}

/** What is typed stays as it is typed; it counts as far as it is a number. */
function NumberInput({ given, schema, value, change }: InputProps & { schema: Schema }) {
  const [typed, setTyped] = useState(textOf(value));
  useEffect(() => {
    setTyped((before) => (numberOf(before) === value ? before : textOf(value)));
  }, [value]);
  return (
    <input
      {...given}
      type="number"
      inputMode={schema.type === "integer" ? "numeric" : "decimal"}
      step={schema.type === "integer" ? 1 : "any"}
      min={schema.minimum}
      max={schema.maximum}
      value={typed}
      onInput={(event) => {
        setTyped(event.currentTarget.value);
        change(numberOf(event.currentTarget.value));
      }}
    />
  );
}

const textOf = (value: Json | undefined) => (typeof value === "number" ? String(value) : "");
const numberOf = (text: string) => (text === "" ? undefined : Number(text));

function ObjectPart({ schema, label, value, change, said, pointer }: PartProps) {
  return (
    <fieldset class="schema-form-box">
      <legend>{label}</legend>
      <Told schema={schema} error={said(pointer)} />
      {isObject(value) ? (
        <Members schema={schema} value={value} change={change} said={said} pointer={pointer} />
      ) : (
        <button type="button" class="secondary" onClick={() => change(fresh(schema))}>
          {say("fill", { list: label })}
        </button>
      )}
    </fieldset>
  );
}

function ListPart({ schema, label, value, change, said, pointer }: PartProps) {
  const items = schema.items;
  if (!items) return null;
  const lines = Array.isArray(value) ? value : [];
  const put = (place: number, line: Json | undefined) =>
    change(lines.map((one, at) => (at === place ? (line ?? fresh(items)) : one)));
  return (
    <fieldset class="schema-form-box">
      <legend>{label}</legend>
      <Told schema={schema} error={said(pointer)} />
      {lines.map((line, place) => {
        const name = say("line", { list: label, number: place + 1 });
        return (
          <div class={items.type === "object" ? "schema-form-whole" : "schema-form-line"} key={place}>
            <Part
              schema={items}
              label={name}
              value={line}
              change={(next) => put(place, next)}
              said={said}
              pointer={`${pointer}/${place}`}
            />
            <button
              type="button"
              class="quiet"
              disabled={lines.length <= (schema.minItems ?? 0)}
              onClick={() => change(lines.filter((_, at) => at !== place))}
            >
              {say("remove", { line: name })}
            </button>
          </div>
        );
      })}
      <p>
        <button
          type="button"
          class="secondary"
          disabled={lines.length >= (schema.maxItems ?? Infinity)}
          onClick={() => change([...lines, fresh(items)])}
        >
          {say("add", { list: label })}
        </button>
      </p>
    </fieldset>
  );
}

/** What the schema says of the whole, and what is wrong with it. */
function Told({ schema, error }: { schema: Schema; error?: string }) {
  return (
    <>
      {schema.description && <p>{schema.description}</p>}
      {error && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
