// One field of the form: its label, help and example, the inputs of its kind, what is wrong with
// it, what a verifier said of it, and its evidence.
import type { ComponentChildren } from "preact";

import type { Organisation } from "../../api/organisations";
import type { components } from "../../api/schema";
import { Field } from "../../parts/field";
import { me } from "../../shell/session";
import { language } from "../../words/language";
import { filled, sentences, titled } from "../../words/words";
import type { SuggestedArea } from "./area_suggestions";
import { Affairs } from "./fields/affairs";
import { Areas } from "./fields/areas";
import { Budgets } from "./fields/budgets";
import { Choices } from "./fields/choice";
import { Digital } from "./fields/digital";
import { Group } from "./fields/group";
import { Indicators } from "./fields/indicators";
import { Lines } from "./fields/lines";
import { Month } from "./fields/month";
import { WholeNumber } from "./fields/number";
import { Organisations, Owner } from "./fields/organisations";
import { Places } from "./fields/places";
import { type PlanItem, Plans } from "./fields/plans";
import { ReadinessSteps } from "./fields/readiness";
import { Line, Paragraph } from "./fields/text";
import type { ChoiceKey, FieldSpec } from "./schema";
import type { Typed } from "./typed";
import words from "./words.json";

const say = sentences(words);

type Dimension = components["schemas"]["Taxonomy"]["dimensions"][number];

/** What the region has to choose from. */
export interface Choosable {
  organisations: Organisation[];
  dimensions: Dimension[];
  planItems: PlanItem[];
}

interface Props {
  code: string;
  spec: FieldSpec;
  typed: Typed;
  choosable: Choosable;
  suggestions: SuggestedArea[];
  error?: string;
  change: (changed: Partial<Typed>) => void;
  /** Where files are handed in that prove one place within a field. */
  proof: (pointer: string, label: string) => ComponentChildren;
}

const labelOf = (spec: FieldSpec) => titled(filled(spec.label[language.value]));

function Help({ spec }: { spec: FieldSpec }) {
  return (
    <>
      {filled(spec.help[language.value])}
      {spec.example && (
        <>
          {" "}
          <em>
            {say("example")} {spec.example[language.value]}
          </em>
        </>
      )}
    </>
  );
}

function chosen(key: ChoiceKey, value: string): Partial<Typed> {
  switch (key) {
    case "entry_kind":
      return value === "idea" || value === "flagship" || value === "potential" || value === "existing"
        ? { entry_kind: value }
        : {};
    case "form":
      return value === "governance" || value === "public_service" || value === "other" ? { form: value } : {};
    case "stage":
      return value === "initiative" || value === "trial" || value === "applied" ? { stage: value } : {};
  }
}

/** Kinds with one input, which its label names. */
function Single({ spec, error, children }: Pick<Props, "spec" | "error"> & {
  children: Parameters<typeof Field>[0]["children"];
}) {
  return (
    <Field label={labelOf(spec)} help={<Help spec={spec} />} error={error} required={spec.required}>
      {(given) => children(given)}
    </Field>
  );
}

/** Kinds with several. */
function Several({ spec, error, children }: Pick<Props, "spec" | "error"> & { children: ComponentChildren }) {
  return (
    <Group
      label={labelOf(spec)}
      help={<Help spec={spec} />}
      error={error}
      required={spec.required && say("required")}
    >
      {children}
    </Group>
  );
}

export function FieldInput(props: Props) {
  const { code, spec, typed, choosable, change } = props;
  switch (spec.kind) {
    case "line":
    case "text": {
      const Text = spec.kind === "line" ? Line : Paragraph;
      return (
        <Single {...props}>
          {(given) => (
            <Text
              given={given}
              pointer={`/${spec.key}`}
              value={typed[spec.key] ?? ""}
              change={(value) => change({ [spec.key]: value })}
            />
          )}
        </Single>
      );
    }
    case "number":
      return (
        <Single {...props}>
          {(given) => (
            <WholeNumber
              given={given}
              value={typed[spec.key]}
              unit={filled(spec.unit[language.value])}
              change={(value) => change({ [spec.key]: value })}
            />
          )}
        </Single>
      );
    case "choice":
      return (
        <Several {...props}>
          <Choices
            name={spec.key}
            choices={spec.choices}
            value={typed[spec.key]}
            change={(value) => change(chosen(spec.key, value))}
          />
        </Several>
      );
    case "month":
      return (
        <Several {...props}>
          <Month value={typed[spec.key] ?? ""} change={(value) => change({ [spec.key]: value })} />
        </Several>
      );
    case "lines":
      return (
        <Several {...props}>
          <Lines
            what={filled(spec.line[language.value])}
            lines={typed[spec.key] ?? []}
            change={(lines) => change({ [spec.key]: lines })}
          />
        </Several>
      );
    case "owner":
      return (
        <Several {...props}>
          <Owner
            code={code}
            grants={me.value?.grants ?? []}
            organisations={choosable.organisations}
            value={typed.owner}
            change={(owner) => change({ owner })}
          />
        </Several>
      );
    case "organisations":
      return (
        <Several {...props}>
          <Organisations
            organisations={choosable.organisations.filter(({ id }) => id !== typed.owner)}
            value={typed.supporting_organisations ?? []}
            change={(supporting_organisations) => change({ supporting_organisations })}
          />
        </Several>
      );
    case "digital":
      return (
        <Several {...props}>
          <Digital
            digital={typed.digital}
            application={typed.application}
            change={(digital, application) => change({ digital, application })}
          />
        </Several>
      );
    case "areas":
      return (
        <Several {...props}>
          <Areas
            mappings={typed.mappings ?? []}
            dimensions={choosable.dimensions}
            suggestions={props.suggestions}
            change={(mappings) => change({ mappings })}
          />
        </Several>
      );
    case "affairs":
      return (
        <Several {...props}>
          <Affairs affairs={typed.affairs ?? []} change={(affairs) => change({ affairs })} />
        </Several>
      );
    case "plans":
      return (
        <Several {...props}>
          <Plans
            links={typed.plan_links ?? []}
            items={choosable.planItems}
            change={(plan_links) => change({ plan_links })}
          />
        </Several>
      );
    case "places":
      return (
        <Several {...props}>
          <Places
            places={typed.places ?? []}
            known={choosable.organisations.flatMap(({ kind, code: place, name }) =>
              (kind === "subdistrict" || kind === "village") && place ? [{ kind, code: place, name: name ?? place }] : [],
            )}
            change={(places) => change({ places })}
          />
        </Several>
      );
    case "budgets":
      return (
        <Several {...props}>
          <Budgets budgets={typed.budgets ?? []} change={(budgets) => change({ budgets })} />
        </Several>
      );
    case "readiness":
      return (
        <Several {...props}>
          <ReadinessSteps readiness={typed.readiness ?? {}} change={(readiness) => change({ readiness })} />
        </Several>
      );
    case "indicators":
      return (
        <Several {...props}>
          <Indicators
            indicators={typed.indicators ?? []}
            change={(indicators) => change({ indicators })}
            proof={props.proof}
          />
        </Several>
      );
  }
}

/** For links to the field: "Ringkasan". */
export const nameOf = (spec: FieldSpec) => labelOf(spec);
