import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { createTranslator } from "use-intl/core";
import { chooseLanguage } from "./choose-language";
import { messagesIn, type Area, type Messages } from "./messages";

/** In which language the page is that is being rendered. */
export const currentLanguage = cache(async () => {
  const asked = await headers();
  return chooseLanguage({ cookie: asked.get("cookie"), acceptLanguage: asked.get("accept-language") });
});

/** The words of one area, for a page; what stands on it takes them, or a part of them, with `useTranslations`. */
export const translations = cache(async <Name extends Area>(namespace: Name) => {
  const locale = await currentLanguage();
  const [area] = namespace.split(".") as [Area];
  const messages = (await messagesIn(locale, [area])) as unknown as Messages;
  return createTranslator<Messages, Name>({
    locale,
    messages,
    namespace: namespace as never,
    timeZone: "UTC",
  });
});
