import type { Source } from "@alprina/api";
import { useLocale, useTranslations } from "#translations";
import { showAddress } from "@/lib/addresses";
import { placeIn } from "@/lib/places";
import type { Fact } from "./facts";

/** Where a side is, in words: most people cannot read that off an address. */
export function useSourceFacts() {
  const t = useTranslations("authorize.facts");
  const language = useLocale();

  function placeOf({ kind, place }: Source, serverIsLocal: boolean): string {
    switch (kind) {
      case "public":
        return place === null ? t("unknown") : placeIn(language, place);
      case "private":
        return t("privateNetwork");
      case "loopback":
        return t(serverIsLocal ? "thisComputer" : "serversComputer");
      case "unknown":
        return t("unknown");
    }
  }

  return (source: Source, at: { serverIsLocal: boolean }): Fact[] => {
    const { ipAddress, network } = source;
    return [
      { name: t("place"), value: placeOf(source, at.serverIsLocal) },
      ...(network ? [{ name: t("network"), value: network }] : []),
      { name: t("address"), value: showAddress(ipAddress) ?? t("unknown") },
    ];
  };
}
