import { useTranslations } from "#translations";
import { Callout } from "@/components/ui/callout";
import { signInAgain } from "@/lib/next-path";

interface TooOldProps {
  /** What it takes a fresh sign-in to do. */
  to: "approve" | "connect" | "addDevice" | "changePassword" | "deleteAccount" | "addPasskey" | "changeThis";
  returnTo: string;
  className?: string;
}

/** Said before anybody has filled in a form in vain: the server would refuse what it sends. */
export function TooOld({ to, returnTo, className }: TooOldProps) {
  const t = useTranslations("site");
  return (
    <Callout className={className}>
      {t.rich(`tooOld.${to}`, {
        b: (words) => <strong className="font-semibold">{words}</strong>,
        link: (words) => (
          <a href={signInAgain(returnTo)} className="link font-semibold">
            {words}
          </a>
        ),
      })}
    </Callout>
  );
}
