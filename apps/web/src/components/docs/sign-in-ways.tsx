import type { OpenApi } from "@alprina/cli-auth/server";
import type { Document } from "@/lib/openapi/document";
import { Prose } from "./prose";

const titles: Record<string, string> = {
  apiKey: "API key",
  session: "Session token",
  sessionCookie: "Browser session",
  clientBasic: "Registered client",
};

/** How a call says who makes it. */
export function SignInWays({ document }: { document: Document }) {
  const ways = Object.entries(document.components?.securitySchemes ?? {}) as [
    string,
    OpenApi.SecuritySchemeObject,
  ][];
  return (
    <section aria-labelledby="auth" lang="en" dir="ltr" className="mt-12">
      <h2 id="auth" className="text-2xl/8 font-semibold tracking-[-0.02em]">
        Saying who calls
      </h2>
      <dl className="mt-4 grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {ways.map(([name, way]) => (
          <div key={name} id={`auth-${name}`} className="scroll-mt-6 border-t pt-3">
            <dt className="flex flex-wrap items-baseline gap-x-2.5 font-semibold">
              {titles[name] ?? name}
              <code className="font-mono text-fine font-normal text-muted-foreground">{headOf(way)}</code>
            </dt>
            <dd>
              <Prose text={way.description ?? ""} className="mt-1 text-sm/6 text-muted-foreground" />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function headOf({ scheme, name }: OpenApi.SecuritySchemeObject): string {
  if (name) return `Cookie: ${name}`;
  return `Authorization: ${scheme === "basic" ? "Basic" : "Bearer"}`;
}
