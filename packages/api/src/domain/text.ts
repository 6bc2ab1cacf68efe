// Control characters, and the invisible ones that reorder or hide text (bidi marks, zero-width, fillers, variation
// selectors): a device name is shown to a person who decides by it, and printed in terminals.
const UNPRINTABLE = /[\p{C}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * What somebody said of themselves, made fit to show: one line, only visible characters, at most `maxLength` of
 * them. Null when nothing is left.
 */
export function cleanText(value: string | null | undefined, maxLength = 100): string | null {
  if (!value) return null;
  const visible = value.replace(/\s+/gu, " ").replace(UNPRINTABLE, "").replace(/ +/g, " ").trim();
  return Array.from(visible).slice(0, maxLength).join("").trim() || null;
}
