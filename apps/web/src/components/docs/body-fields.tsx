import { alternativesOf } from "@/lib/openapi/fields";
import type { Document, Schema } from "@/lib/openapi/document";
import { FieldList } from "./field-list";

/** What each field of a body means; of each body where there are several kinds. */
export function BodyFields({ document, schema }: { document: Document; schema: Schema }) {
  return alternativesOf(document, schema).map(({ title, fields }) => (
    <div key={title} className="mt-3 first:mt-0">
      {title && <p className="pb-2 font-mono text-[13px]/5 break-all">{title}</p>}
      <FieldList fields={fields} />
    </div>
  ));
}
