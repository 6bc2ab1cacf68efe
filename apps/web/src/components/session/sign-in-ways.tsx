import type { ReactNode } from "react";
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
          <div className="my-5 flex items-center gap-3 text-sm text-muted-foreground">
            <span className="h-px flex-1 bg-border" />
            or
            <span className="h-px flex-1 bg-border" />
          </div>
          {children}
        </>
      )}
    </>
  );
}
