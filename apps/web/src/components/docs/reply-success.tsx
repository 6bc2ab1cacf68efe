import { Badge } from "@/components/ui/badge";
import { examplesOf, firstBody, type Document, type Reply, type Schema } from "@/lib/openapi/document";
import { alternativesOf } from "@/lib/openapi/fields";
import { BodyFields } from "./body-fields";
import { CodeBlock } from "./code-block";
import { Disclosure } from "./disclosure";
import { Prose } from "./prose";

/** A reply that did what was asked: how it looks, and what its fields mean. */
export function ReplySuccess({
  document,
  status,
  reply,
}: {
  document: Document;
  status: string;
  reply: Reply;
}) {
  const [type, media] = firstBody(reply.content) ?? [];
  const schema = media?.schema as Schema | undefined;
  const example = media && examplesOf(media)[0];
  const hasFields = schema && alternativesOf(document, schema).some(({ fields }) => fields.length > 0);
  return (
    <div className="mt-3">
      <div className="flex items-baseline gap-2.5">
        <Badge tone={status.startsWith("2") ? "ok" : "neutral"} className="font-mono">
          {status}
        </Badge>
        <Prose text={reply.description} className="text-body" />
      </div>
      {example && (
        <div className="mt-3">
          <CodeBlock
            language="json"
            title={`${status}, ${type}`}
            text={JSON.stringify(example.value, null, 2)}
          />
        </div>
      )}
      {example && hasFields && (
        <div className="mt-1">
          <Disclosure summary={<span className="text-sm/6 font-medium">What each field means</span>}>
            <BodyFields in="reply" document={document} schema={schema} />
          </Disclosure>
        </div>
      )}
    </div>
  );
}
