import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/session/auth-card";
import { CodeForm } from "@/components/session/code-form";
import { translations } from "@/i18n/request";
import { Translated } from "@/i18n/translated";
import { safeNextPath, withNext } from "@/lib/next-path";
import { explainShutDoor } from "@/lib/sign-in";
import { firstFactorOf } from "@/server/sign-in/first-factor";
import { returnedForm } from "@/server/sign-in/returned-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("session"))("secondStep.tab") };
}

export default async function SecondStepPage({ searchParams }: PageProps<"/sign-in/second-step">) {
  const next = safeNextPath((await searchParams).next);
  const person = await firstFactorOf();
  // Whoever gave no password, or gave it too long ago, gives it first.
  if (!person) redirect(withNext("/sign-in", next));
  const back = withNext("/sign-in", next);
  const t = await translations("session");
  const returned = await returnedForm();
  return (
    <AuthCard
      title={t("secondStep.title")}
      lead={t("secondStep.lead")}
      footer={
        <>
          {t("secondStep.noPhone")}
          <span className="mt-3 block" />
          {t.rich("secondStep.as", {
            email: person.email,
            b: (email) => <span className="wrap-anywhere text-foreground">{email}</span>,
            // Not a Link: the sign-in page of somebody who has a proof is a new page.
            link: (words) => (
              <a href={back} className="link font-medium text-foreground">
                {words}
              </a>
            ),
          })}
        </>
      }
    >
      <Translated areas={["session"]}>
        <CodeForm next={next} former={returned && explainShutDoor(returned.door)} />
      </Translated>
    </AuthCard>
  );
}
