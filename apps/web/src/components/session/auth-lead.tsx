import { userCodeInPath } from "@/lib/next-path";
import { formatUserCode, isWholeUserCode } from "@/lib/user-code";

/** Why somebody is asked to sign in. Who comes with a code is told that it is kept. */
export function AuthLead({ next, otherwise }: { next: string; otherwise: string }) {
  const code = userCodeInPath(next);
  if (code !== null && isWholeUserCode(code)) {
    return (
      <>
        Then you answer your terminal. Its code is kept:{" "}
        <span className="font-mono font-semibold whitespace-nowrap text-foreground">
          {formatUserCode(code)}
        </span>
      </>
    );
  }
  if (next.startsWith("/oauth/authorize")) return "Then you answer the program that sent you here.";
  return next.startsWith("/authorize") ? "Then you answer your terminal." : otherwise;
}
