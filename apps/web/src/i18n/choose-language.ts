import Negotiator from "negotiator";
import { cookieIn } from "@/lib/cookies";
import { LANGUAGE_COOKIE, offeredLanguages, readLanguage, readOfferedLanguage } from "@/lib/language";
import type { Language } from "@/lib/language";

interface Asked {
  cookie: string | null | undefined;
  acceptLanguage: string | null | undefined;
}

/** What somebody reads: what they chose here, else the first that their browser asks for and we have, else English. */
export function chooseLanguage({ cookie, acceptLanguage }: Asked): Language {
  const chosen = readLanguage(cookieIn(cookie, LANGUAGE_COOKIE));
  if (chosen) return chosen;
  const headers = { "accept-language": acceptLanguage ?? "" };
  const [first] = new Negotiator({ headers }).languages([...offeredLanguages]);
  return readOfferedLanguage(first) ?? "en";
}
