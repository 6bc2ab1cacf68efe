import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** The frame of signing in and signing up. */
export function AuthCard(props: { title: string; lead: ReactNode; footer: ReactNode; children: ReactNode }) {
  return (
    <main className="mx-auto w-full max-w-112 px-6 pt-8 pb-16 sm:pt-16">
      <h1 className="text-question font-semibold tracking-tight sm:text-question-wide">{props.title}</h1>
      <p className="mt-2 text-muted-foreground">{props.lead}</p>
      <Card className="mt-7 p-5 sm:p-6">{props.children}</Card>
      {props.footer && <p className="mt-5 text-body text-muted-foreground">{props.footer}</p>}
    </main>
  );
}
