import type { ReactNode } from "react";
import { Divider } from "./divider";
import { ProviderButtons } from "./provider-buttons";

interface SignInWaysProps {
  providers: { id: string; name: string }[];
  next: string;
  /** Somebody is signed in already, and is to show that it is still them. */
  again?: boolean;
  /** The form with a password; absent where the operator wants none. */
  children?: ReactNode;
}

/** Every way in that the operator offers: other accounts first, then the form. */
export function SignInWays({ providers, next, again, children }: SignInWaysProps) {
  if (providers.length === 0) return children;
  return (
    <>
      <ProviderButtons providers={providers} next={next} again={again} alone={!children} />
      {children && (
        <>
          <Divider />
          {children}
        </>
      )}
    </>
  );
}
