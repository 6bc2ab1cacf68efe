import type { Progress } from "@alprina/cli-auth/client";

import type { Context } from "../context";

/** Says what happens on the way to a key, where it is more than waiting. */
export function sayProgress(
  { terminal, output, server }: Context,
  progress: Progress,
  isWatched: boolean,
): void {
  switch (progress.kind) {
    case "browser":
      if (progress.because !== undefined) {
        const why = isWatched ? progress.because : "nobody is at this terminal";
        terminal.say(`Not opening a browser (${why}): any device with one will do.`);
      } else if (progress.opened) {
        terminal.say("Your browser should open now. If it does not, open the address yourself.");
      } else {
        terminal.say("No browser could be opened: open the address yourself, on any device.");
      }
      return;
    case "not-retired":
      output.warn(
        `The key of your last login could not be revoked. Revoke "${progress.deviceName}" at ${server}/settings/devices.`,
      );
      return;
    case "way":
    case "waiting":
    case "slowed-down":
    case "retrying":
    case "another-login":
    case "kept":
  }
}
