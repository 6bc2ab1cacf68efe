import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

interface Step {
  title: string;
  text: string;
  action?: { href: "/sign-in" | "/sign-up" | "/authorize" | "/settings/devices"; name: string };
  extra?: ReactNode;
}

export function Steps({ title, steps }: { title: string; steps: Step[] }) {
  return (
    <section aria-labelledby="steps" className="mt-14 sm:mt-20">
      <h2 id="steps" className="text-xl/7 font-semibold tracking-tight">
        {title}
      </h2>
      <ol className="mt-5 grid border-t md:grid-cols-3 md:gap-x-10">
        {steps.map((step, index) => (
          <li key={step.title} className="flex flex-col items-start border-b py-6 md:border-b-0">
            <span aria-hidden className="font-mono text-sm text-muted-foreground">
              {index + 1}
            </span>
            <h3 className="mt-2 font-semibold">{step.title}</h3>
            <p className="mt-1 mb-4 text-body text-muted-foreground">{step.text}</p>
            {step.extra}
            {step.action && (
              <Link
                href={step.action.href}
                className="link inline-flex items-center gap-1.5 text-body font-medium"
              >
                {step.action.name}
                <ArrowRight className="size-4 rtl:-scale-x-100" aria-hidden />
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
