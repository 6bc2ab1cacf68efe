import { useTranslations } from "#translations";
import { chaptersOf, type Document } from "@/lib/openapi/document";
import { CallSection } from "./call-section";
import { Contents } from "./contents";
import { Prose } from "./prose";
import { SignInWays } from "./sign-in-ways";

/** The whole reference, made of the document alone. */
export function ApiReference({ document }: { document: Document }) {
  const t = useTranslations("docs");
  const chapters = chaptersOf(document);
  return (
    <div className="page-width grid-cols-[14.5rem_minmax(0,1fr)] gap-x-12 pb-20 lg:grid">
      <Contents chapters={chapters} />
      <main className="min-w-0 pt-8">
        <h1 className="text-title font-semibold tracking-[-0.03em] sm:text-title-wide">{t("reference")}</h1>
        <Prose text={document.info.description ?? ""} className="mt-4 max-w-170 text-base/7" />
        <dl className="mt-6 grid gap-x-10 gap-y-4 text-sm/6 sm:grid-cols-2">
          <Fact name={t("server")}>
            <code className="font-mono text-fine break-all">{document.servers?.[0]?.url}</code>
          </Fact>
          <Fact name={t("asOpenApi", { version: document.openapi })}>
            <a href="/openapi.json" translate="no" className="link font-mono text-fine">
              /openapi.json
            </a>
          </Fact>
        </dl>
        <SignInWays document={document} />
        {chapters.map(({ name, description, calls }) => (
          <section key={name} aria-labelledby={name} className="mt-14">
            <h2 id={name} lang="en" className="scroll-mt-6 text-2xl/8 font-semibold tracking-[-0.02em]">
              {name}
            </h2>
            <Prose text={description} className="mt-2 mb-8 max-w-170 text-base/7 text-muted-foreground" />
            {calls.map((call) => (
              <CallSection key={call.id} document={document} call={call} />
            ))}
          </section>
        ))}
      </main>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="border-t pt-3">
      <dt className="font-semibold">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
