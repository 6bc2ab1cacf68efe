/**
 * The device flow, in full:
 *
 *     cd packages/cli-auth && node --import tsx examples/device-login.ts http://localhost:3000
 */
import { login, RefusedError, whoAmI } from "@alprina/cli-auth/client";
import { collectDeviceFacts } from "@alprina/cli-auth/client/node";

const server = process.argv[2] ?? "http://localhost:3000";
const cancel = new AbortController();
process.once("SIGINT", () => cancel.abort(new Error("Cancelled.")));

try {
  const { apiKey, device } = await login({
    server,
    way: "device",
    signal: cancel.signal,
    clientVersion: "1.0",
    ...(await collectDeviceFacts()),
    onPrompt: ({ userCode, verificationUriComplete }) => {
      console.log(`Open ${verificationUriComplete}\nand compare the code: ${userCode}`);
    },
    onProgress: (progress) => {
      if ("pauseSeconds" in progress)
        console.log(`${progress.kind}, next look in ${progress.pauseSeconds} s`);
    },
  });
  const { user } = await whoAmI({ server, apiKey });
  console.log(`Signed in as ${user.email}. In settings this device is called "${device.name}".`);
} catch (error) {
  const denied = error instanceof RefusedError && error.code === "access_denied";
  console.error(denied ? "The person said no." : String(error));
  process.exitCode = 1;
}
