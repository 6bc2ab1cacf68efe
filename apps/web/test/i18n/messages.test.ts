import compile from "icu-minify/compile";
import { describe, expect, it } from "vitest";
import de from "../../messages/de";
import en from "../../messages/en";
import es from "../../messages/es";
import fr from "../../messages/fr";
import ja from "../../messages/ja";
import zh from "../../messages/zh";
import { offeredLanguages } from "@/lib/language";

const translations: Record<string, object> = { de, es, fr, ja, zh };
const english = flat(en);

/** Every sentence by the path to it. */
function flat(tree: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "string"
        ? [[path + key, value] as const]
        : [...flat(value as object, `${path}${key}.`)],
    ),
  );
}

/** What is filled into a sentence: values, and the parts that are marked in it. */
function filledIn(message: string): string[] {
  const found = new Set<string>();
  function look(node: unknown): void {
    if (!Array.isArray(node)) return;
    const [name, type, ...rest] = node as [string, ...unknown[]];
    const isTag = type !== undefined && (typeof type !== "number" || type === 0);
    found.add(isTag ? `<${name}>` : `${name}${type === 2 ? ", in numbers" : ""}`);
    if (isTag) [type, ...rest].forEach(look);
    else if (typeof rest[0] === "object") Object.values(rest[0] ?? {}).forEach(lookAll);
  }
  function lookAll(nodes: unknown): void {
    if (Array.isArray(nodes)) nodes.forEach(look);
  }
  lookAll(compile(message));
  return [...found].sort();
}

it("are there in every language that is offered", () => {
  expect(offeredLanguages).toEqual(["en", ...Object.keys(translations)]);
});

describe.each(Object.entries(translations))("in %s", (_, tree) => {
  const messages = flat(tree);

  it("say everything that the English ones do, and nothing else", () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, message] of messages) expect(message.trim(), key).not.toBe("");
  });

  it("fill in the same values and mark the same parts", () => {
    for (const [key, message] of messages) {
      expect({ [key]: filledIn(message) }).toEqual({
        [key]: filledIn(english.get(key) ?? "").map(sameKind(message)),
      });
    }
  });

  it("are translated: a sentence of English is in none of them", () => {
    for (const [key, message] of english) {
      const isSentence = message.split(" ").length > 4;
      if (isSentence) expect({ [key]: messages.get(key) }).not.toEqual({ [key]: message });
    }
  });
});

/** A language may need the forms of a number where English has one, and one form where English has two. */
function sameKind(message: string): (name: string) => string {
  const here = new Set(filledIn(message));
  return (name) => {
    const plain = name.replace(", in numbers", "");
    return here.has(name)
      ? name
      : here.has(plain)
        ? plain
        : here.has(`${plain}, in numbers`)
          ? `${plain}, in numbers`
          : name;
  };
}
