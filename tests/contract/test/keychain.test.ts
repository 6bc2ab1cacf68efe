import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkout, Home, runs } from "../support/example-program";
import { approve } from "../support/flows";
import { hosts, type Host } from "../support/hosts";
import { signUp, type Person } from "../support/people";

const host = hosts.find(({ kind }) => kind === "front door") as Host;

const isHere = runs("dbus-run-session", "--version") && runs("gnome-keyring-daemon", "--version");
if (!isHere)
  process.stderr.write("No Secret Service on this machine (gnome-keyring, dbus): it is left out.\n");

/** A desktop's session with its keyring open, around one command. What is kept there outlives the session. */
const session = `
  printf secret | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
  is_there() { dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets; }
  until is_there | grep -q true; do sleep 0.05; done
  "$@"; code=$?
  kill $!
  exit $code`;
const alprina = [process.execPath, join(checkout, "apps/cli/dist/alprina.js")];

describe.skipIf(!isHere)("the keychain of a Linux desktop", () => {
  let ada: Person;
  let home: Home;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
    const args = ["--", "sh", "-c", session, "sh", ...alprina];
    const program = { name: "alprina", command: "dbus-run-session", args, folder: "." };
    home = new Home(program, { ALPRINA_SERVER: host.url, CI: "1" });
    home.env["XDG_RUNTIME_DIR"] = home.path;
  });
  afterAll(() => home.remove());

  it("has the key, which the file has not, and loses it with the login", async () => {
    const userCode = /[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}/;
    expect((await home.run(["login"], userCode, (code) => approve(host, ada, code))).code).toBe(0);
    const file = readFileSync(join(home.path, "alprina/credentials.json"), "utf8");
    expect(file).toContain(ada.email);
    expect(file).not.toMatch(/alprina_sk_live_/);

    expect((await home.run(["whoami"])).output).toContain(ada.email);
    const { code, output } = await home.run(["token"]);
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringMatching(/alprina_sk_live_\w{43}/) as string,
    });
    expect((await home.run(["logout"])).code).toBe(0);
    expect((await home.run(["token"])).code).toBe(3);
  });
});
