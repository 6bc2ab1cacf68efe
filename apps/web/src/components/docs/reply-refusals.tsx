import { Badge } from "@/components/ui/badge";
import { examplesOf, firstBody, type Reply } from "@/lib/openapi/document";
import { PlainCode } from "./code-block";
import { Disclosure } from "./disclosure";
import { Prose } from "./prose";

/** Every way to be refused: status, word and when, and the whole body for whoever opens it. */
export function ReplyRefusals({ replies }: { replies: [status: string, reply: Reply][] }) {
  const refusals = replies.flatMap(([status, { content, headers }]) => {
    const [, media] = firstBody(content) ?? [];
    const told = Object.keys(headers ?? {}).filter((name) => !/^(Cache-Control|X-Request-Id)$/.test(name));
    return (media ? examplesOf(media) : []).map((example) => ({ ...example, status, told }));
  });
  return (
    <ul className="divide-y border-y">
      {refusals.map(({ status, name, title, value, told }) => (
        <li key={status + name}>
          <Disclosure
            summary={
              <span className="grid items-baseline gap-x-3 text-sm/6 sm:grid-cols-[2.75rem_12.5rem_1fr]">
                <span className="flex flex-wrap items-baseline gap-x-3 sm:contents">
                  <Badge tone={status < "500" ? "warn" : "danger"} className="justify-self-start font-mono">
                    {status}
                  </Badge>
                  <code className="font-mono text-fine/6 font-medium break-all">{wordOf(value)}</code>
                </span>
                <Prose text={title} className="text-muted-foreground" />
              </span>
            }
          >
            {told.length > 0 && (
              <p className="pb-2 text-sm/6 text-muted-foreground">
                With the header <code className="font-mono text-fine">{told.join(", ")}</code>.
              </p>
            )}
            <PlainCode
              language="json"
              title={`${status}, application/json`}
              text={JSON.stringify(value, null, 2)}
            />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

const wordOf = (body: unknown) => (body as { error?: string }).error ?? "";
