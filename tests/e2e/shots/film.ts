import type { Cell, Frame } from "./screen";

const LETTER = 8.4;
const LINE = 22;
const PAD = 22;
const BAR = 38;
/** How long the end stands before it begins again. */
const END_MS = 6_000;

/** The frames as one SVG that plays by itself, over and over; its end alone for those who want less motion. */
export function filmOf(frames: Frame[], { columns, label }: { columns: number; label: string }): string {
  const used = Math.max(...frames.map(({ lines }) => lines.findLastIndex((line) => line.length > 0))) + 1;
  const [width, height] = [Math.ceil(columns * LETTER) + 2 * PAD, used * LINE + 2 * PAD + BAR];
  const whole = (frames.at(-1)?.atMs ?? 0) + END_MS;
  const share = (ms: number) => `${((100 * ms) / whole).toFixed(2)}%`;
  const rules = frames.map(({ atMs }, index) => {
    const next = frames[index + 1];
    const off = next ? `${share(next.atMs)} { visibility: hidden }` : "";
    const before = atMs > 0 ? "0% { visibility: hidden }" : "";
    return `@keyframes f${index} { ${before} ${share(atMs)} { visibility: visible } ${off} }
    .f${index} { animation: f${index} ${whole / 1000}s step-end infinite }`;
  });
  const screens = frames.map(({ lines }, index) => {
    const rows = lines
      .map((line, row) => (line.length > 0 ? textOf(line, PAD, BAR + PAD + row * LINE + 15) : ""))
      .filter(Boolean);
    return `<g class="f f${index}">${rows.join("")}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(label)}">
  <style>
    text { font: 14px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #f0eee8; white-space: pre }
    .bold { font-weight: 600 } .dim { fill: #9da0a5 } .green { fill: #54cda0 } .cyan { fill: #7cc4e8 } .red { fill: #ff8d82 }
    .f { visibility: hidden }
    ${rules.join("\n    ")}
    @media (prefers-reduced-motion: reduce) { .f { animation: none } .f${frames.length - 1} { visibility: visible } }
  </style>
  <rect width="${width}" height="${height}" rx="14" fill="#17191c"/>
  <path d="M0 ${BAR}.5H${width}" stroke="#2e3236"/>
  ${[0, 1, 2].map((light) => `<circle cx="${PAD + light * 16}" cy="${BAR / 2}" r="5" fill="#2e3236"/>`).join("")}
  ${screens.join("\n  ")}
</svg>
`;
}

/** Neighbours that look alike are one piece, placed by its column: so it fits whatever font there is. */
function textOf(line: Cell[], x: number, y: number): string {
  const pieces: { at: number; text: string; look: Cell["look"] }[] = [];
  line.forEach(({ letter, look }, at) => {
    const last = pieces.at(-1);
    if (last?.look === look) last.text += letter;
    else pieces.push({ at, text: letter, look });
  });
  return pieces
    .filter(({ text }) => text.trim() !== "")
    .map(({ at, text, look }) => {
      const gap = text.length - text.trimStart().length;
      const words = text.trim();
      const place = `x="${(x + (at + gap) * LETTER).toFixed(1)}" y="${y}" textLength="${(words.length * LETTER).toFixed(1)}"`;
      return `<text ${place}${look && ` class="${look}"`}>${escape(words)}</text>`;
    })
    .join("");
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
