import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { cast } from "./cast";
import type { Outcome, StartLogin } from "./device-logins";
import { run } from "@alprina/contract-tests/support/program";

export const clientFile = (name: string): string => join(import.meta.dirname, "../clients", name);

/** Set to leave the Python clients out, where Debian's packages are not to be had. */
export const isWithoutPython = Boolean(process.env.CONFORMANCE_WITHOUT_PYTHON);

/**
 * A Python that has Authlib and requests-oauthlib: Debian's, unless another comes first in PATH and has them.
 * @throws with what to install.
 */
export function pythonWithLibraries(): string {
  const found = ["/usr/bin/python3", "python3"].find(
    (python) =>
      spawnSync(python, ["-c", "import authlib, requests_oauthlib"], { stdio: "ignore" }).status === 0,
  );
  if (found) return found;
  throw new Error(
    "These tests need Authlib and requests-oauthlib: apt-get install python3-authlib python3-requests-oauthlib. " +
      "To leave them out, set CONFORMANCE_WITHOUT_PYTHON=1.",
  );
}

/** How a program of `clients/` starts a device login. */
export const startsBy =
  (command: () => string, name: string): StartLogin =>
  async (host) => {
    const program = run(command(), [clientFile(name), host.url, cast.own.id]);
    const { device_code, user_code } = (await program.lineWith("user_code")) as Record<string, string>;
    return {
      clientId: cast.own.id,
      deviceCode: device_code ?? "",
      userCode: user_code ?? "",
      heard: () => program.lines.flatMap(({ heard }) => (typeof heard === "string" ? [heard] : [])),
      outcome: program.ended.then((lines) => lines.at(-1) as Outcome),
    };
  };
