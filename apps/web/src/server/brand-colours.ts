import Color from "colorjs.io";

/** Each colour with its light and its dark face, as `#rrggbb`. */
interface Face {
  light: string;
  dark: string;
}

/** What an accent becomes. The names are those of the tokens in globals.css. */
export interface AccentColours {
  primary: Face;
  "primary-hover": Face;
  "primary-foreground": Face;
  ring: Face;
  "mark-cursor": Face;
}

// What they are read against: the paper that is further away from them, and the tile of the mark.
const PAPER = { light: "#f7f6f2", dark: "#1d2024" };
const WHITE = "#ffffff";
const INK = "#07130e";

/** WCAG 2.2: 1.4.3 for words, 1.4.11 for what marks a place. */
const READABLE = 4.5;
const VISIBLE = 3;

const STEP = 0.01;
const HOVER = 0.05;
/** A colour may be this much darker (OKLCH lightness) for white words, which most brands are drawn with. */
const FOR_WHITE = 0.1;

/**
 * The colours of an operator's accent: on a button words can be read whatever it is, and a focus ring can be seen on
 * paper and in the dark. Where the accent is legible as it is, it stays as it is.
 */
export function accentColours(accent: string): AccentColours {
  const own = new Color(accent);
  const forWhite = moved(own, -1, (color) => contrast(color, WHITE) >= READABLE);
  const isWhite = lightness(own) - lightness(forWhite) <= FOR_WHITE + STEP / 2;
  const day = isWhite ? forWhite : moved(own, +1, (color) => contrast(color, INK) >= READABLE);
  const night = moved(
    own,
    +1,
    (color) => contrast(color, PAPER.dark) >= READABLE && contrast(color, INK) >= READABLE,
  );
  const ring = moved(own, -1, (color) => contrast(color, PAPER.light) >= VISIBLE);
  return {
    primary: { light: hex(day), dark: hex(night) },
    "primary-hover": { light: hex(lighter(day, isWhite ? -HOVER : HOVER)), dark: hex(lighter(night, HOVER)) },
    "primary-foreground": { light: isWhite ? WHITE : INK, dark: INK },
    ring: { light: hex(ring), dark: hex(night) },
    // The tile is dark by day.
    "mark-cursor": { light: hex(night), dark: hex(ring) },
  };
}

/** The first colour, darker or lighter step by step, that is good; black or white are good at the latest. */
function moved(from: Color, direction: 1 | -1, isGood: (color: Color) => boolean): Color {
  let color = from;
  for (let by = STEP; !isGood(color) && by < 1; by += STEP) color = lighter(from, direction * by);
  return color;
}

function lighter(color: Color, by: number): Color {
  const moved = color.to("oklch");
  moved.l = Math.min(1, Math.max(0, lightness(color) + by));
  return moved.to("srgb").toGamut({ space: "srgb" });
}

const lightness = (color: Color): number => color.to("oklch").l ?? 0;
const contrast = (color: Color, other: string): number => color.contrast(other, "WCAG21");
const hex = (color: Color): string => color.to("srgb").toString({ format: "hex", collapse: false });
