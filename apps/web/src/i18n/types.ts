import type { Language } from "@/lib/language";
import type { Messages as English } from "./messages";

/** Has the compiler know every sentence by its name, and what is filled into it. */
declare module "use-intl/core" {
  interface AppConfig {
    Locale: Language;
    Messages: English;
  }
}
