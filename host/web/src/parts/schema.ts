// Schemas of parameters, as plugins write them: a few keywords, which the host has checked when
// the plugin came. What is typed is checked by the host again, never here.
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export interface Schema {
  type: "object" | "array" | "string" | "integer" | "number" | "boolean";
  title?: string;
  description?: string;
  default?: Json;
  enum?: Json[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** The schema of a plugin's parameters; undefined: it takes none. */
export function schemaOf(document: unknown): Schema | undefined {
  const found = document as Partial<Schema> | null | undefined;
  const takes = found?.type === "object" && Object.keys(found.properties ?? {}).length > 0;
  return takes ? (found as Schema) : undefined;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value with every default that it lacks, as the host fills them in; what has neither
    stays open. */
export function completed(schema: Schema, given?: Json): Json | undefined {
  const value = given ?? schema.default;
  if (schema.type === "array" && Array.isArray(value)) {
    const { items } = schema;
    return items ? value.map((one) => completed(items, one) ?? one) : value;
  }
  if (schema.type !== "object" || (value !== undefined && !isObject(value))) return value;
  if (value === undefined) return undefined;
  const filled = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const inner = completed(property, value[key]);
    return inner === undefined ? [] : [[key, inner] as const];
  });
  return { ...value, ...Object.fromEntries(filled) };
}

/** What a list begins its next line with. */
export function fresh(schema: Schema): Json {
  const first = schema.default ?? schema.enum?.[0];
  if (first !== undefined) return completed(schema, first) ?? first;
  switch (schema.type) {
    case "object":
      return completed(schema, {}) ?? {};
    case "array":
      return [];
    case "string":
      return "";
    case "boolean":
      return false;
    default:
      return schema.minimum ?? 0;
  }
}

/** Without a value the member goes. */
export function withMember(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  const { [key]: _, ...others } = object;
  return value === undefined ? others : { ...object, [key]: value };
}
