import type { LoginOptions } from "../login-options";

/** What a login says on its way, in plain lines: for whoever brings no words of their own. */
export function loginWords(
  name: string,
  server: string,
  say: (line: string) => void,
): Required<Pick<LoginOptions, "onPrompt" | "onProgress">> {
  let trouble = "";
  const sayOnce = (line: string) => {
    if (line !== trouble) say(line);
    trouble = line;
  };
  return {
    onPrompt(prompt) {
      switch (prompt.way) {
        case "loopback":
          say(`Approve ${name} in the browser that opens now, or open ${prompt.url}`);
          return;
        case "device":
          say(`Open ${prompt.url}`);
          say(`Approve only if the page shows this code: ${prompt.userCode}`);
          return;
        case "dashboard":
          say(`Now click Connect on ${prompt.url}`);
      }
    },
    onProgress(progress) {
      switch (progress.kind) {
        case "retrying":
          sayOnce("The server does not answer; still trying.");
          return;
        case "another-login":
          sayOnce(`Another ${name} login waits here; this one takes what it gets.`);
          return;
        case "not-retired":
          say(`The key of your last login could not be revoked.`);
          say(`Revoke "${progress.deviceName}" at ${server}/settings/devices.`);
          return;
        case "waiting":
          trouble = "";
          return;
        case "way":
        case "browser":
        case "slowed-down":
        case "kept":
      }
    },
  };
}
