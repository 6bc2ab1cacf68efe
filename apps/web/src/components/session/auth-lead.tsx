import { useTranslations } from "#translations";
import { userCodeInPath } from "@/lib/next-path";
import { formatUserCode, isWholeUserCode } from "@/lib/user-code";

/** Why somebody is asked to sign in. Who comes with a code is told that it is kept. */
export function AuthLead({ next, otherwise }: { next: string; otherwise: "leadSignIn" | "leadSignUp" }) {
  const t = useTranslations("session");
  const code = userCodeInPath(next);
  if (code !== null && isWholeUserCode(code)) {
    return t.rich("leadCode", {
      code: formatUserCode(code),
      b: (chunks) => (
        <span dir="ltr" translate="no" className="font-mono font-semibold whitespace-nowrap text-foreground">
          {chunks}
        </span>
      ),
    });
  }
  if (next.startsWith("/oauth/authorize")) return t("leadProgram");
  return t(next.startsWith("/authorize") ? "leadTerminal" : otherwise);
}
