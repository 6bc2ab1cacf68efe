import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { spawn } from "@lydell/node-pty";
import { approve, review } from "../support/authorize";
import { checkout, cliScript } from "../support/build";
import { expect, test } from "../support/test";
import { filmOf } from "./film";
import { watchScreen } from "./screen";

const COLUMNS = 76;
const ROWS = 20;
const NAME = "macbook-air";
const TYPED = `alprina login --device-name ${NAME}`;
/** What the machine of the film has and this one may not: a browser, and room. */
const QUIETLY = ["--way", "device", "--no-qr", "--no-copy"];
const KEY_MS = 45;
/** What stands in the picture for the address and the code of this run; each is as long, so nothing moves. */
const SHOWN = "https://login.example";
const CODE = "WDJB-MJHT";

test("a login at a real terminal, as a film for the README", async ({ signedIn: page, server, person }) => {
  const home = mkdtempSync(join(tmpdir(), "alprina-film-"));
  const screen = watchScreen(COLUMNS, ROWS);
  const prompt = "\u001b[32m$\u001b[0m ";
  await screen.write(prompt, 0);
  for (let key = 0; key < TYPED.length; key++) await screen.write(TYPED[key] ?? "", 600 + key * KEY_MS);
  const typedMs = 600 + TYPED.length * KEY_MS + 400;
  await screen.write("\r\n", typedMs);

  const began = Date.now();
  let said = "";
  let writing = Promise.resolve();
  const child = spawn(process.execPath, [cliScript, "login", "--device-name", NAME, ...QUIETLY], {
    cols: COLUMNS,
    rows: ROWS,
    cwd: home,
    env: {
      ...{ PATH: process.env.PATH, HOME: home, TERM: "xterm-256color", DISPLAY: ":0", BROWSER: "true" },
      ...{
        ALPRINA_CONFIG_DIR: join(home, ".config/alprina"),
        ALPRINA_KEYCHAIN: "off",
        ALPRINA_SERVER: server.url,
      },
    },
  });
  const ended = new Promise<number>((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)));
  child.onData((data) => {
    said += data;
    const at = typedMs + Date.now() - began;
    const shown = data
      .replaceAll(server.url, SHOWN)
      .replaceAll(person.email, "ada@example.com")
      .replace(/[A-Z]{4}-[A-Z]{4}/g, CODE);
    writing = writing.then(() => screen.write(shown, at));
  });
  await expect.poll(() => said).toMatch(/[A-Z]{4}-[A-Z]{4}/);
  const code = /[A-Z]{4}-[A-Z]{4}/.exec(said)?.[0] ?? "";
  await review(page, `/authorize?user_code=${code}`);
  await sleep(2_500);
  await approve(page).click();
  expect(await ended).toBe(0);
  await writing;
  rmSync(home, { recursive: true, force: true });

  const label = "A terminal: alprina login prints a code, waits for the browser, and is signed in";
  writeFileSync(
    join(checkout, "apps/web/public/login.svg"),
    filmOf(screen.frames, { columns: COLUMNS, label }),
  );
});
