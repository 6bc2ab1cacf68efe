type Parameters = Record<string, string | string[] | undefined>;

/** One parameter of a page's address, without spaces around it; undefined for none, and for an empty one. */
export function parameter(parameters: Parameters, name: string): string | undefined {
  return [parameters[name]].flat()[0]?.trim().slice(0, 200) || undefined;
}

/** The same where only these words mean anything. */
export function chosen<Word extends string>(
  parameters: Parameters,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const word = parameter(parameters, name);
  return words.find((one) => one === word);
}
