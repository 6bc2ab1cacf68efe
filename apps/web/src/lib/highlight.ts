import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import go from "highlight.js/lib/languages/go";
import ini from "highlight.js/lib/languages/ini";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import nginx from "highlight.js/lib/languages/nginx";
import plaintext from "highlight.js/lib/languages/plaintext";
import python from "highlight.js/lib/languages/python";
import typescript from "highlight.js/lib/languages/typescript";
import yaml from "highlight.js/lib/languages/yaml";

const languages = { bash, go, ini, javascript, json, nginx, plaintext, python, typescript, yaml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

export type Language = keyof typeof languages;

/** Code as HTML with classes for its colours. Everything in it is escaped. */
export function highlight(text: string, language: Language): string {
  return hljs.highlight(text, { language }).value;
}

/** The language by what a block of code or the end of a file's name calls it; what has no name is for a shell. */
export function languageOf(name: string): Language {
  return byName[name] ?? "plaintext";
}

const byName: Record<string, Language | undefined> = {
  ...{ "": "bash", sh: "bash", bash: "bash", console: "bash", go: "go", py: "python", python: "python" },
  ...{ js: "javascript", mjs: "javascript", ts: "typescript", json: "json", yaml: "yaml", yml: "yaml" },
  ...{ nginx: "nginx", conf: "nginx", toml: "ini", ini: "ini" },
};
