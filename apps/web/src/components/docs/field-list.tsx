import type { Field } from "@/lib/openapi/fields";
import { Prose } from "./prose";

/** The fields of a body, and what is inside of them. */
export function FieldList({ fields }: { fields: Field[] }) {
  return (
    <ul className="border-t">
      {fields.map((field) => (
        <FieldItem key={field.name} field={field} />
      ))}
    </ul>
  );
}

function FieldItem({ field: { name, type, required, description, inner } }: { field: Field }) {
  return (
    <li className="border-b py-2.5 last:border-b-0">
      <p className="flex flex-wrap items-baseline gap-x-2.5 text-sm/6">
        <code className="font-mono font-semibold break-all">{name}</code>
        <span className="min-w-0 text-[13px]/5 break-words text-muted-foreground">{type}</span>
        {required && <span className="text-[13px]/5 font-medium text-ok">required</span>}
      </p>
      {description && <Prose text={description} className="text-sm/6 text-muted-foreground" />}
      {inner.length > 0 && (
        <div className="mt-2 border-l-2 pl-4">
          <FieldList fields={inner} />
        </div>
      )}
    </li>
  );
}
