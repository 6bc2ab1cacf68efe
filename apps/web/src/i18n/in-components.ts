/** What `#translations` is in the browser, and where pages are rendered as there: the messages of `Translated`. */
export { useLocale, useTranslations } from "use-intl/react";
