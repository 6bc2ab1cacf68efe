import { alternativesOf, toSend } from "@/lib/openapi/fields";
import type { Document, Schema } from "@/lib/openapi/document";
import { FieldList, type Place } from "./field-list";

interface BodyFieldsProps {
  in: Place;
  document: Document;
  schema: Schema;
}

/** What each field of a body means; of each body where there are several kinds. */
export function BodyFields({ in: place, document, schema }: BodyFieldsProps) {
  return alternativesOf(document, schema).map(({ title, fields }) => (
    <div key={title} className="mt-6 first:mt-0">
      {title && (
        <p className="pb-2 text-sm/6 text-muted-foreground">
          With <code className="font-mono text-fine break-all text-foreground">{title}</code>
        </p>
      )}
      <FieldList in={place} fields={place === "request" ? toSend(fields) : fields} />
    </div>
  ));
}
