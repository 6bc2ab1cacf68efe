/*
 * Languages that nobody speaks, made of English: whatever has no accents on a page did not come from the messages,
 * what has no closing bracket is cut off, and what does not fit at 40 % more would not fit in German either.
 */

/** As icu-minify writes it: text, `#`, `[name]`, `[name, type, options]`, or `[tag, ...children]`. */
export type CompiledMessage = string | CompiledNode[];
type CompiledNode = string | number | [name: string, ...rest: unknown[]];

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
const FILLER = "ļöŕéɱ îþšûɱ ðöļöŕ šîţ åɱéţ ";
const LONGER = 0.4;

/** From right to left whatever the letters say, and no longer. */
const [OVERRIDE, END] = ["\u202e", "\u202c"];

const SELECT = 1;
const ORDINAL = 3;

/** A message in a language for tests. */
export function pseudoMessage(message: CompiledMessage, language: "en-XA" | "ar-XB"): CompiledMessage {
  if (message === "") return message;
  const write = (text: string) =>
    language === "ar-XB" ? `${OVERRIDE}${accented(text)}${END}` : accented(text);
  const nodes = typeof message === "string" ? [message] : message;
  const more = Math.ceil(lengthOf(nodes) * LONGER);
  const filler = FILLER.repeat(Math.ceil(more / FILLER.length))
    .slice(0, more)
    .trimEnd();
  const parts = ["⟦", ...nodes.map((node) => change(node, write)), `${more > 3 ? " " : ""}${filler}⟧`];
  return typeof message === "string" ? parts.join("") : parts;
}

function accented(text: string): string {
  return Array.from(text, (letter) => {
    const at = PLAIN.indexOf(letter);
    return at < 0 ? letter : (Array.from(ACCENTED)[at] ?? letter);
  }).join("");
}

type Write = (text: string) => string;

function change(node: CompiledNode, write: Write): CompiledNode {
  if (typeof node === "string") return write(node);
  if (typeof node === "number") return node;
  const [name, type, ...rest] = node;
  if (type === undefined) return node;
  if (typeof type !== "number" || type === 0)
    return [name, ...changeAll(node.slice(1) as CompiledNode[], write)];
  if (type < SELECT || type > ORDINAL) return node;
  const options = Object.entries(rest[0] as Record<string, CompiledNode | CompiledNode[]>);
  return [name, type, Object.fromEntries(options.map(([key, option]) => [key, branch(option, write)]))];
}

/** What stands behind one option: a text, or several nodes. */
function branch(option: CompiledNode | CompiledNode[], write: Write) {
  return Array.isArray(option) ? changeAll(option as CompiledNode[], write) : change(option, write);
}

function changeAll(nodes: CompiledNode[], write: Write): CompiledNode[] {
  return nodes.map((node) => change(node, write));
}

/** Of the text alone, the longest way through it. */
function lengthOf(nodes: CompiledNode[]): number {
  let length = 0;
  for (const node of nodes) change(node, (text) => ((length += text.length), text));
  return length;
}
