import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const src = join(import.meta.dirname, "../../src");

/** In English, and marked as such: the reference, the guides, and the page that shows what pages are made of. */
const ENGLISH = [/^components\/docs\/(?!.*contents)/, /^(app|components)\/design\//];

/** Elements whose text is a terminal's or a machine's. */
const NOT_PROSE = new Set(["TerminalWindow", "code", "pre", "Cmd", "style", "script"]);

/** Attributes, and properties of our own parts, that people read or hear. */
const READ_OUT =
  /^(aria-(label|description|roledescription|valuetext)|title|placeholder|alt|label|lead|hint|description|confirm|summary|output|risk)$/;

/** The pattern of a code is no word. */
const hasWords = (text: string) => /\p{L}{2}/u.test(text.replace("XXXX-XXXX", ""));

/** Every text in a file that people would read in English, whatever they have chosen. */
function untranslated(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, words: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1}: ${words.trim()}`);
  };

  /** Texts that an expression comes to: through conditions, not into calls. */
  function texts(node: ts.Expression): void {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (hasWords(node.text)) note(node, node.text);
    } else if (ts.isTemplateExpression(node)) {
      const words = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("");
      if (hasWords(words)) note(node, words);
    } else if (ts.isParenthesizedExpression(node)) texts(node.expression);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(texts);
    else if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken) texts(node.right);
      if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken) {
        [node.left, node.right].forEach(texts);
      }
    }
  }

  function visit(node: ts.Node): void {
    if (ts.isJsxElement(node) && /\blang="en"/.test(node.openingElement.attributes.getText())) return;
    if (ts.isJsxElement(node) && NOT_PROSE.has(node.openingElement.tagName.getText())) {
      visit(node.openingElement);
      return;
    }
    if (ts.isJsxText(node) && hasWords(node.text)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      texts(node.expression);
    if (ts.isJsxAttribute(node) && READ_OUT.test(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) texts(node.initializer);
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression) {
        texts(node.initializer.expression);
      }
    }
    if (ts.isCallExpression(node) && /^toast\./.test(node.expression.getText()))
      node.arguments.forEach(texts);
    ts.forEachChild(node, visit);
  }
  visit(source);
  return found;
}

it("finds what is not translated", () => {
  const page = `
    const Page = () => <main aria-label="All of it">
      Some words{isOpen ? "open" : t("closed")} <b title={\`not \${this}\`}>{count} · 8</b>
      <code>alprina login</code>{toast.success("Done")}<p lang="en">An English text</p>
    </main>;`;
  expect(untranslated("page.tsx", page).map((one) => one.split(": ")[1])).toEqual([
    "All of it",
    "Some words",
    "open",
    "not",
    "Done",
  ]);
});

it("no component says anything that is not in the messages", () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && /^(app|components|pages)\//.test(file))
    .map((file) => relative(src, join(src, file)))
    .filter((file) => !ENGLISH.some((english) => english.test(file)));
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((file) => untranslated(file, readFileSync(join(src, file), "utf8")))).toEqual([]);
});
