import { listSigningKeys, rotateSigningKey } from "@alprina/api";
import { AdminError } from "../explain";
import type { Session } from "../session";
import type { Terminal } from "../terminal";

/** Makes a new signing key; running servers sign with it at once. */
export async function rotate(
  terminal: Terminal,
  { deps }: Session,
  { json }: { json?: boolean },
): Promise<void> {
  const current = (await listSigningKeys(deps)).find(({ status }) => status === "current");
  if (current && !current.isReadable) {
    // A key sealed under ours would be as useless to the servers as theirs is to us.
    throw new AdminError(
      "The current key was sealed under another AUTH_SECRET. Run this with the AUTH_SECRET of the server. " +
        "If that was changed, there is nothing to rotate: the server replaces the key by itself.",
    );
  }
  const rotated = await rotateSigningKey(deps);
  terminal.success("Rotated. ID tokens are signed with the new key from now on.");
  if (json) return terminal.json(rotated);
  terminal.sayFacts([
    ["New", rotated.current],
    ["Former", [rotated.former, "(published for 24 hours more)"]],
  ]);
}
