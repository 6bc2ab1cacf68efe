"use client";

import { useState } from "react";
import type { LoginRequest } from "@/trpc/client";
import type { BrowserSide } from "./browser-side";
import { EnterCode } from "./enter-code";
import { OutcomePage, type Outcome } from "./outcome-page";
import { Review } from "./review";

type Step =
  { name: "enter" } | { name: "review"; request: LoginRequest } | { name: "outcome"; outcome: Outcome };

interface AuthorizeFlowProps {
  /** A code that came with the address, or nothing. */
  userCode: string;
  cliName: string;
  browser: BrowserSide;
}

/** Enter the code, look at who asks, decide, see what came of it. */
export function AuthorizeFlow({ userCode, cliName, browser }: AuthorizeFlowProps) {
  const [step, setStep] = useState<Step>({ name: "enter" });
  const [code, setCode] = useState(userCode);
  const [returned, setReturned] = useState(false);

  const finish = (outcome: Outcome) => setStep({ name: "outcome", outcome });

  switch (step.name) {
    case "enter":
      return (
        <EnterCode
          code={code}
          cameWithAddress={userCode !== "" && code === userCode && !returned}
          returned={returned}
          cliName={cliName}
          onReviewed={(typed, answer) => {
            setCode(typed);
            if (answer.kind === "pending") setStep({ name: "review", request: answer.request });
            else if (answer.kind !== "malformed") finish({ kind: answer.kind, when: "before" });
          }}
        />
      );
    case "review":
      return (
        <Review code={code} request={step.request} cliName={cliName} browser={browser} onDecided={finish} />
      );
    case "outcome":
      return (
        <OutcomePage
          outcome={step.outcome}
          cliName={cliName}
          email={browser.viewer.email}
          onAgain={(keepCode) => {
            if (!keepCode) setCode("");
            setReturned(true);
            setStep({ name: "enter" });
          }}
        />
      );
  }
}
