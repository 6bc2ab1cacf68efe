import type { ReactNode } from "react";
import { IntlProvider } from "./provider";
import { messagesIn, type Area, type Messages } from "./messages";
import { currentLanguage } from "./request";

/** What stands on every page, so that whatever is inside another `Translated` has it too. */
const EVERYWHERE: Area[] = ["site", "errors"];

interface TranslatedProps {
  areas?: Area[];
  /** For pages that are in English whatever their reader reads. */
  language?: "en";
  children: ReactNode;
}

/** Hands the parts inside that run in the browser the words that they need, and no others. */
export async function Translated({ areas = [], language: always, children }: TranslatedProps) {
  const language = always ?? (await currentLanguage());
  const messages = (await messagesIn(language, [...EVERYWHERE, ...areas])) as unknown as Messages;
  return (
    <IntlProvider locale={language} messages={messages} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
