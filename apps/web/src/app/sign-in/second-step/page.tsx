import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/session/auth-card";
import { CodeForm } from "@/components/session/code-form";
import { safeNextPath, withNext } from "@/lib/next-path";
import { explainShutDoor } from "@/lib/sign-in";
import { firstFactorOf } from "@/server/sign-in/first-factor";
import { returnedForm } from "@/server/sign-in/returned-form";

export const metadata: Metadata = { title: "Second step" };

export default async function SecondStepPage({ searchParams }: PageProps<"/sign-in/second-step">) {
  const next = safeNextPath((await searchParams).next);
  const person = await firstFactorOf();
  // Whoever gave no password, or gave it too long ago, gives it first.
  if (!person) redirect(withNext("/sign-in", next));
  const back = withNext("/sign-in", next);
  const returned = await returnedForm();
  return (
    <AuthCard
      title="One more step"
      lead="Your password was right. Type the six digits that your authenticator app shows."
      footer={
        <>
          No phone at hand? A backup code works here as well, once. Lost those too? Ask whoever runs this
          server.
          <span className="mt-3 block" />
          You are signing in as <span className="wrap-anywhere text-foreground">{person.email}</span>.{" "}
          {/* Not a Link: the sign-in page of somebody who has a proof is a new page. */}
          <a href={back} className="link font-medium text-foreground">
            Start over
          </a>
        </>
      }
    >
      <CodeForm next={next} former={returned && explainShutDoor(returned.door)} />
    </AuthCard>
  );
}
