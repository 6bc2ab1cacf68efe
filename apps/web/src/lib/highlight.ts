import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import json from "highlight.js/lib/languages/json";

hljs.registerLanguage("bash", bash);
hljs.registerLanguage("json", json);

export type Language = "bash" | "json";

/** Code as HTML with classes for its colours. Everything in it is escaped. */
export function highlight(text: string, language: Language): string {
  return hljs.highlight(text, { language }).value;
}
