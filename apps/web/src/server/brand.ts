import { createHash } from "node:crypto";
import type { Brand } from "../env-brand";
import { accentColours } from "./brand-colours";
import type { Picture } from "./picture";

/** Where a page finds the operator's look. Each address says which version it is, and may be kept for ever. */
export interface BrandLinks {
  /** The operator's own mark; null where ours is drawn. */
  mark: string | null;
  icon: string;
  iconType: string;
  /** Null where the colours are ours. */
  style: string | null;
}

export function brandLinks({ accent, mark }: Brand): BrandLinks {
  const markAt = mark ? `/brand/mark?v=${versionOf(mark)}` : null;
  return {
    mark: markAt,
    icon: markAt ?? `/brand/icon.svg?v=${accent ? accent.slice(1) : "1"}`,
    iconType: mark?.type ?? "image/svg+xml",
    style: accent ? `/brand/style.css?v=${accent.slice(1)}` : null,
  };
}

/** The tokens of globals.css that an accent changes. */
export function brandStyle(accent: string): string {
  const lines = Object.entries(accentColours(accent)).map(
    ([name, { light, dark }]: [string, { light: string; dark: string }]) =>
      `  --${name}: light-dark(${light}, ${dark});`,
  );
  // Above `:root` in globals.css, whichever the browser reads first.
  return `:root:root {\n${lines.join("\n")}\n}\n`;
}

/** Our mark as a favicon: a prompt, whose cursor has the accent's colour. */
export function brandIcon(accent: string | undefined): string {
  const cursor = accent ? accentColours(accent)["mark-cursor"] : { light: "#54cda0", dark: "#12996f" };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <style>
    .tile { fill: #17191c } .prompt { stroke: #f7f6f2 } .cursor { stroke: ${cursor.light} }
    @media (prefers-color-scheme: dark) { .tile { fill: #f0eee8 } .prompt { stroke: #101214 } .cursor { stroke: ${cursor.dark} } }
  </style>
  <rect class="tile" width="32" height="32" rx="8"/>
  <path class="prompt" d="m8 10 6 6-6 6" stroke-width="3.2" fill="none" stroke-linecap="round" stroke-linejoin="round"/>
  <path class="cursor" d="M17 22.2h7.5" stroke-width="3.2" stroke-linecap="round"/>
</svg>
`;
}

const versions = new WeakMap<Picture, string>();

function versionOf(mark: Picture): string {
  const version = versions.get(mark) ?? createHash("sha256").update(mark.bytes).digest("hex").slice(0, 12);
  versions.set(mark, version);
  return version;
}
