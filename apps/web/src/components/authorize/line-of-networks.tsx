import { useTranslations } from "#translations";
import type { LoginRequest } from "@/trpc/client";
import { LineBetween } from "./line-between";

/** What is known of the way between the two sides, as a line. */
export function LineOfNetworks({ sides }: { sides: LoginRequest["sides"] }) {
  const t = useTranslations("authorize.line");
  const br = () => <br className="max-sm:hidden" />;
  switch (sides.networks) {
    case "same":
      return (
        <LineBetween
          tone="near"
          label={t.rich(isOneComputer(sides) ? "sameComputer" : "sameNetwork", { br })}
        />
      );
    case "different":
      return (
        <LineBetween
          tone="far"
          label={t.rich(inTwoCountries(sides) ? "farApart" : "differentNetwork", { br })}
        />
      );
    case "unknown":
      return <LineBetween tone="plain" label={null} />;
  }
}

export function inTwoCountries({ terminal, browser }: LoginRequest["sides"]): boolean {
  return terminal.place !== null && browser.place !== null && terminal.place !== browser.place;
}

function isOneComputer({ terminal, browser }: LoginRequest["sides"]): boolean {
  return terminal.kind === "loopback" && browser.kind === "loopback";
}
