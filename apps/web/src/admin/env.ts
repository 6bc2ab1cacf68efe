/** What the operator's terminal and npm say: the only reader of it. What the server reads stands in src/env.ts. */
export interface TerminalEnv {
  noColor: boolean;
  forceColor: boolean;
  /** Where the command was typed, which npm leaves for the folder of the checkout. */
  typedIn: string;
}

export function readTerminalEnv(source: Record<string, string | undefined> = process.env): TerminalEnv {
  return {
    noColor: Boolean(source.NO_COLOR) || source.TERM === "dumb",
    forceColor: Boolean(source.FORCE_COLOR) && source.FORCE_COLOR !== "0",
    typedIn: source.INIT_CWD || process.cwd(),
  };
}
