import { use } from "react";
import type { useTranslations as InComponents } from "use-intl/react";
import { currentLanguage, translations } from "./request";

/*
 * What `#translations` is where a component is rendered by the server alone: the same two hooks, which read the
 * request and send no messages to the browser.
 */

export const useTranslations = ((area: Parameters<typeof translations>[0]) =>
  use(translations(area))) as unknown as typeof InComponents;

export const useLocale = () => use(currentLanguage());
