/** Light or dark: as the system has it, or as this browser's person has chosen. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Not a secret, and read by the server alone, so that a page comes in its colours and does not change into them. */
export const THEME_COOKIE = "alprina.theme";

/** What the browser draws around a page, in the colour of its paper. */
export const PAPER = { light: "#f7f6f2", dark: "#101214" };

/** Whatever is none of ours is the system's. */
export function readTheme(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
