import { resolve, type Document, type Schema } from "./document";

/** A field of a body, as a reader wants it. */
export interface Field {
  name: string;
  type: string;
  required: boolean;
  description: string;
  /** What is inside of it, when it is an object or a list of them. */
  inner: Field[];
}

/** The bodies that a schema allows: one, or each of its alternatives, with a title where there are several. */
export function alternativesOf(document: Document, schema: Schema): { title: string; fields: Field[] }[] {
  const whole = resolve(document, schema);
  const alternatives = whole.oneOf ?? whole.anyOf;
  if (!alternatives) return [{ title: "", fields: fieldsOf(document, whole) }];
  return alternatives.map((one) => {
    const part = resolve<Schema>(document, one);
    const constant = Object.entries(part.properties ?? {}).find(
      ([, inner]) => "const" in resolve<Schema>(document, inner),
    );
    const value: unknown = constant && resolve<Schema>(document, constant[1]).const;
    const fields = fieldsOf(document, part);
    return { title: constant ? `${constant[0]} = ${String(value)}` : "", fields };
  });
}

export function fieldsOf(document: Document, schema: Schema): Field[] {
  const whole = resolve(document, schema);
  if (whole.type === "array" && whole.items) return fieldsOf(document, whole.items as Schema);
  const required = whole.required ?? [];
  return Object.entries(whole.properties ?? {}).map(([name, part]) => {
    const inner = resolve<Schema>(document, part);
    return {
      name,
      type: typeOf(document, inner),
      required: required.includes(name),
      description: inner.description ?? "",
      inner: fieldsOf(document, inner),
    };
  });
}

/** What says which body this is, then what must be sent; else the order of the schema. */
export function toSend(fields: Field[]): Field[] {
  const rank = ({ type, required }: Field) => (!required ? 2 : type.startsWith('"') ? 0 : 1);
  return fields.toSorted((one, other) => rank(one) - rank(other));
}

/** `string, up to 200 characters`, `"active" or "revoked"`, `list of string`, `string or null`. */
export function typeOf(document: Document, schema: Schema): string {
  const whole = resolve(document, schema);
  if ("const" in whole) return JSON.stringify(whole.const);
  if (whole.enum) return whole.enum.map((one) => JSON.stringify(one)).join(" or ");
  const alternatives = whole.anyOf ?? whole.oneOf;
  if (alternatives) {
    const names = alternatives.map((one) => typeOf(document, one as Schema));
    return [...new Set(names)].join(" or ").replace(/(, up to [\d,]+ characters) or null$/, " or null$1");
  }
  if (whole.type === "array") return `list of ${typeOf(document, (whole.items ?? {}) as Schema)}`;
  const type = Array.isArray(whole.type) ? whole.type.join(" or ") : (whole.type ?? "anything");
  return whole.maxLength ? `${type}, up to ${whole.maxLength.toLocaleString("en")} characters` : type;
}
