import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { signInAgain } from "@/lib/next-path";

interface TooOldProps {
  /** What it takes a fresh sign-in to do: "delete the account". */
  to: string;
  returnTo: string;
  className?: string;
  children?: ReactNode;
}

/** Said before anybody has filled in a form in vain: the server would refuse what it sends. */
export function TooOld({ to, returnTo, className, children }: TooOldProps) {
  return (
    <Callout className={className}>
      <strong className="font-semibold">You signed in a while ago,</strong> and somebody else may sit here by
      now.{" "}
      <a href={signInAgain(returnTo)} className="link font-semibold">
        Sign in again
      </a>{" "}
      to {to}, and you come back to this. {children}
    </Callout>
  );
}
