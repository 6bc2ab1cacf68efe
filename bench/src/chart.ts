import { timesTheTarget, type Comparison, type RowResult } from "./results";
import { inUnit, targetInWords } from "./table";

const WIDTH = 860;
const LINE = 26;
const TOP = 58;
const LEFT = 430;
const RIGHT = 110;
/** The axis: from a quarter of the target to sixteen times it, a doubling a step. */
const [FROM, TO] = [-2, 4];

/**
 * Every comparison on one axis, "how many times the target": right of the line is reached. An SVG of a hand's
 * length that is legible on light and on dark paper.
 */
export function drawChart(rows: RowResult[]): string {
  const lines = rows.flatMap(({ row, comparisons }) => comparisons.map((one) => ({ row, one })));
  const height = TOP + lines.length * LINE + 20;
  const reached = lines.filter(({ one }) => one.isReached).length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${reached} of ${lines.length} targets of the bench are reached">
<style>
  text { font: 13px ui-sans-serif, system-ui, sans-serif; fill: #17191c }
  .soft { fill: #5d6066 } .end { text-anchor: end } .middle { text-anchor: middle }
  .paper { fill: #f7f6f2 } .line { stroke: #e3e0d7 } .target { stroke: #17191c; stroke-dasharray: 3 3 }
  .yes { fill: #0d6b4f; stroke: #0d6b4f } .no { fill: #a5261c; stroke: #a5261c } .spread { stroke-width: 3; opacity: .45 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0eee8 } .soft { fill: #a3a6ab } .paper { fill: #101214 } .line { stroke: #2a2e32 }
    .target { stroke: #f0eee8 } .yes { fill: #54cda0; stroke: #54cda0 } .no { fill: #ff8d82; stroke: #ff8d82 }
  }
</style>
<rect class="paper" width="${WIDTH}" height="${height}" rx="14"/>
${axis(height)}
${lines.map(({ row, one }, index) => drawLine(row, one, TOP + index * LINE + LINE / 2)).join("\n")}
</svg>
`;
}

function axis(height: number): string {
  const steps = Array.from({ length: TO - FROM + 1 }, (_, index) => FROM + index);
  return steps
    .map((step) => {
      const x = place(2 ** step);
      const label = step < 0 ? `1/${2 ** -step}` : step === 0 ? "target" : `${2 ** step} ×`;
      return `<line class="${step === 0 ? "target" : "line"}" x1="${x}" x2="${x}" y1="${TOP - 12}" y2="${height - 14}"/><text class="soft middle" x="${x}" y="${TOP - 22}">${label}</text>`;
    })
    .join("\n");
}

function drawLine(row: number, one: Comparison, y: number): string {
  const times = (value: number) => place(timesTheTarget(value, one.target));
  const [from, to] = [times(one.min), times(one.max)].sort((a, b) => a - b);
  const verdict = one.isReached ? "yes" : "no";
  return [
    `<text class="soft" x="18" y="${y + 4}">${row}</text>`,
    `<text x="40" y="${y + 4}">${escape(one.what)}</text>`,
    `<line class="${verdict} spread" x1="${from}" x2="${to}" y1="${y}" y2="${y}"/>`,
    `<circle class="${verdict}" cx="${times(one.median)}" cy="${y}" r="5"><title>${escape(`to reach: ${targetInWords(one.target, one.unit)}`)}</title></circle>`,
    `<text class="end" x="${WIDTH - 18}" y="${y + 4}">${escape(inUnit(one.median, one.unit))}</text>`,
  ].join("");
}

/** Where a multiple of the target stands; what lies outside stands at the edge. */
function place(times: number): number {
  const step = Math.min(Math.max(Math.log2(times), FROM), TO);
  const share = Number.isNaN(step) ? 0 : (step - FROM) / (TO - FROM);
  return Math.round(LEFT + share * (WIDTH - LEFT - RIGHT));
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
