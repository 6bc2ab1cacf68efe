import type { Call, Document, Schema } from "@/lib/openapi/document";
import { firstBody } from "@/lib/openapi/document";
import { snippetsOf } from "@/lib/openapi/curl";
import { typeOf } from "@/lib/openapi/fields";
import { BodyFields } from "./body-fields";
import { Callers } from "./callers";
import { CodeBlock } from "./code-block";
import { FieldList } from "./field-list";
import { MethodLabel } from "./method-label";
import { Prose } from "./prose";
import { ReplyRefusals } from "./reply-refusals";
import { ReplySuccess } from "./reply-success";

/** Everything about one call. */
export function CallSection({ document, call }: { document: Document; call: Call }) {
  const { id, method, path, summary, description, callers, parameters, body, replies } = call;
  const [, media] = firstBody(body?.content) ?? [];
  const refusals = replies.filter(([status]) => status >= "400");
  return (
    <section
      id={id}
      aria-labelledby={`${id}-name`}
      lang="en"
      dir="ltr"
      className="scroll-mt-6 border-t pt-8 pb-12"
    >
      <h3 id={`${id}-name`} className="text-xl/7 font-semibold tracking-tight">
        <a href={`#${id}`} className="hover:underline hover:decoration-1 hover:underline-offset-4">
          {summary}
        </a>
      </h3>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3 rounded-md border bg-card px-4 py-2.5 text-body">
        <MethodLabel method={method} />
        <code className="min-w-0 font-mono break-all">{path}</code>
      </p>
      <Prose text={description} className="mt-4 max-w-170 text-base/7" />
      <p className="mt-2 text-sm/6 text-muted-foreground">
        <Callers callers={callers} />
      </p>
      <div className="mt-5 space-y-3">
        {snippetsOf(call, document.servers?.[0]?.url ?? "").map(({ title, text }) => (
          <CodeBlock key={title} language="bash" title={title || "Try it"} text={text} />
        ))}
      </div>
      {parameters.length > 0 && (
        <Part title={parameters.some(({ in: place }) => place === "path") ? "In the path" : "In the query"}>
          <FieldList
            in="request"
            fields={parameters.map(({ name, schema, required = false, description: text = "" }) => ({
              ...{ name, required, description: text, inner: [] },
              type: typeOf(document, (schema ?? {}) as Schema),
            }))}
          />
        </Part>
      )}
      {media?.schema && (
        <Part title="What to send" note={kindsOf(call)}>
          <BodyFields in="request" document={document} schema={media.schema as Schema} />
        </Part>
      )}
      <Part title="What comes back">
        {replies
          .filter(([status]) => status < "400")
          .map(([status, reply]) => (
            <ReplySuccess key={status} document={document} status={status} reply={reply} />
          ))}
      </Part>
      {refusals.length > 0 && (
        <Part title="When it is refused">
          <ReplyRefusals replies={refusals} />
        </Part>
      )}
    </section>
  );
}

function Part({ title, note, children }: { title: string; note?: string; children: React.ReactNode }) {
  return (
    <div className="mt-7">
      <h4 className="mb-2 text-sm/6 font-semibold">
        {title}
        {note && <span className="font-normal text-muted-foreground"> {note}</span>}
      </h4>
      {children}
    </div>
  );
}

function kindsOf({ body }: Call): string {
  const kinds = Object.keys(body?.content ?? {}).map((type) =>
    type === "application/json" ? "JSON" : "a form",
  );
  return `as ${kinds.join(" or as ")}${body?.required ? "" : "; all of it may be left out"}`;
}
