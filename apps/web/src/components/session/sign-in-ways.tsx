import type { ReactNode } from "react";
import type { SignInRefusal } from "@/lib/sign-in";
import { Divider } from "./divider";
import { ProviderButtons } from "./provider-buttons";

interface SignInWaysProps {
  providers: { id: string; name: string }[];
  next: string;
  /** Somebody is signed in already, and is to show that it is still them. */
  again?: boolean;
  /** Why the button of a provider brought nobody in, where no form below says so. */
  former?: SignInRefusal | null;
  /** The form with a password; absent where the operator wants none. */
  children?: ReactNode;
}

/** Every way in that the operator offers: other accounts first, then the form. */
export function SignInWays({ providers, next, again, former = null, children }: SignInWaysProps) {
  if (providers.length === 0) return children;
  return (
    <>
      <ProviderButtons providers={providers} next={next} again={again} alone={!children} former={former} />
      {children && (
        <>
          <Divider />
          {children}
        </>
      )}
    </>
  );
}
