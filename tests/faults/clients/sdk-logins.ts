/**
 * So many logins at once by our SDK, in one process: `node --import tsx sdk-logins.ts SERVER COUNT`. What happens to
 * them is said in lines of JSON; it ends well when all of them did.
 */
import { login } from "@alprina/cli-auth/client";

const [server = "", count = "1"] = process.argv.slice(2);
/** Logins that are being started: a server should be asked by many, and not flooded by one. */
const STARTS_AT_ONCE = 20;

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
let left = Number(count);

async function startNext(): Promise<void> {
  if (left-- <= 0) return;
  let isStarted = false;
  const goOn = () => {
    if (!isStarted) void startNext();
    isStarted = true;
  };
  try {
    const { apiKey, user } = await login({
      server,
      way: "device",
      browser: false,
      onPrompt: ({ userCode }) => {
        say({ user_code: userCode });
        goOn();
      },
      onProgress: (progress) => {
        if (progress.kind === "retrying") say({ retried: progress.error.message });
      },
    });
    say({ api_key: apiKey, user_id: user.id });
  } catch (error) {
    process.exitCode = 1;
    say({ failed: String(error) });
    goOn();
  }
}
for (let started = 0; started < STARTS_AT_ONCE; started++) void startNext();
