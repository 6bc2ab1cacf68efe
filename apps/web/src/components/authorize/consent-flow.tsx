"use client";

import { useState } from "react";
import { UnusableLink, type UnusableWhy } from "./unusable-link";
import { Consent, type ConsentProps } from "./consent";
import { Leaving } from "./leaving";
import { useAnswered } from "./use-answered";
import { AnsweredBefore } from "./answered-before";

type Decision = "approve" | "deny";
type Step =
  | { name: "consent" | "back" }
  | { name: "leaving"; decision: Decision }
  | { name: "unusable"; why: UnusableWhy };

/** Look at who asks, decide, and go back to it. A page that was answered is not asked again. */
export function ConsentFlow(props: Omit<ConsentProps, "onAnswer">) {
  const { consent, path, returnsTo } = props;
  const [step, setStep] = useState<Step>({ name: "consent" });
  const [answered, remember] = useAnswered(path);

  switch (step.name) {
    case "consent":
    case "back":
      if (answered) return <AnsweredBefore decision={answered} client={consent.client} />;
      return (
        <Consent
          {...props}
          onAnswer={(decision, answer) => {
            if (answer.kind === "unusable") return setStep({ name: "unusable", why: answer.why });
            remember(decision);
            setStep({ name: "leaving", decision });
            window.location.assign(answer.redirectTo);
          }}
        />
      );
    case "leaving":
      return (
        <Leaving
          decision={step.decision}
          client={consent.client}
          returnsTo={returnsTo}
          onBack={() => setStep({ name: "back" })}
        />
      );
    case "unusable":
      return <UnusableLink why={step.why} />;
  }
}
