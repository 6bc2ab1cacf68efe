import { Home } from "@alprina/contract-tests/support/example-program";
import type { Person } from "@alprina/contract-tests/support/people";
import { noteSecret } from "@alprina/contract-tests/support/secrets-seen";
import { expect } from "vitest";

export interface CommandLine {
  /** What its terminal shows. */
  userCode: Promise<string>;
  /** It has ended well, and the key that it keeps is this person's. */
  expectSignedIn(person: Person): Promise<void>;
}

const alprina = {
  ...{ name: "alprina", folder: "." },
  ...{ command: process.execPath, args: ["apps/cli/dist/alprina.js"] },
};

/** `alprina login`, the built command as a process, in a home of its own. */
export function startCommandLine(server: string): CommandLine {
  const home = new Home(alprina, { ALPRINA_SERVER: server, ALPRINA_KEYCHAIN: "off" });
  let show: (userCode: string) => void;
  const shown = new Promise<string>((resolve) => (show = resolve));
  const ended = home.run(["login"], /\b[A-Z]{4}-[A-Z]{4}\b(?=\s)/, async (value) => {
    noteSecret({ kind: "user_code", value });
    show(value);
  });
  const endedEarly = ended.then(({ output }) => Promise.reject(new Error(`It showed no code:\n${output}`)));
  const userCode = Promise.race([shown, endedEarly]);
  return {
    userCode,
    async expectSignedIn({ email }) {
      const { code, output } = await ended;
      expect(output).toContain(email);
      expect(code).toBe(0);
      expect((await home.run(["whoami"])).output).toContain(email);
      home.remove();
    },
  };
}
