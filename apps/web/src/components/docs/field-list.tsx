import type { Field } from "@/lib/openapi/fields";
import { Prose } from "./prose";

/** A request says which fields it needs; a reply, which ones do not always come. */
export type Place = "request" | "reply";

/** The fields of a body, and what is inside of them. */
export function FieldList({ in: place, fields }: { in: Place; fields: Field[] }) {
  return (
    <ul className="border-t">
      {fields.map((field) => (
        <FieldItem key={field.name} in={place} field={field} />
      ))}
    </ul>
  );
}

function FieldItem({ in: place, field }: { in: Place; field: Field }) {
  const { name, type, required, description, inner } = field;
  const isReply = place === "reply";
  return (
    <li className="border-b py-2.5 last:border-b-0">
      <p className="flex flex-wrap items-baseline gap-x-2.5 text-sm/6">
        <code className="font-mono font-semibold break-all">{name}</code>
        <span className="min-w-0 text-fine break-words text-muted-foreground">{type}</span>
        {required && !isReply && <span className="text-fine font-medium text-ok">required</span>}
        {!required && isReply && <span className="text-fine text-muted-foreground">not always there</span>}
      </p>
      {description && <Prose text={description} className="text-sm/6 text-muted-foreground" />}
      {inner.length > 0 && (
        <div className="mt-2 border-s-2 ps-4">
          <FieldList in={place} fields={inner} />
        </div>
      )}
    </li>
  );
}
