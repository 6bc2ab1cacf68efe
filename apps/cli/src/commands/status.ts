import { personName, type StoredLogin, tilde, waitingTime } from "@alprina/cli-auth/client/node";

import { type Context, loginCommand, notSignedIn } from "../context";
import { CliError } from "../exit";
import { facts } from "../terminal";
import { humanTime, secondsUntil } from "../time";

/** Says what is stored here, and why this key is used. It asks no server and uses nothing up. */
export async function status(context: Context): Promise<void> {
  const { settings, output, server, profile, terminal } = context;
  const logins = await settings.credentials.list();
  const login = logins.find((one) => one.server === server && one.profile === profile);
  const begun = await settings.pending.get(server, profile);
  const pending = begun && secondsUntil(begun.expiresAt) > 0 ? begun : undefined;

  if (settings.auth.env.apiKey === undefined && login === undefined) {
    if (pending === undefined) throw notSignedIn(context);
    const left = waitingTime(secondsUntil(pending.expiresAt));
    throw new CliError(`A login waits for a person, for ${left} yet. Open ${pending.prompt.url}`, {
      hint: `The code is ${pending.prompt.userCode}. Then: ${loginCommand(profile, "--resume")}`,
      exit: "pending",
    });
  }
  const keySource = settings.auth.env.apiKey === undefined ? "store" : "environment";
  const data = {
    ...{ server, serverFrom: context.serverFrom, profile, profileFrom: context.profileFrom, keySource },
    login: login ?? null,
    pending: pending ? { userCode: pending.prompt.userCode, expiresAt: pending.expiresAt } : null,
    others: logins.filter((one) => one !== login),
  };
  output.result(data, () => {
    const { bold } = terminal.dataColors;
    const isStored = keySource === "store" && login !== undefined;
    terminal.data(bold(isStored ? personName(login.user) : "The key in ALPRINA_API_KEY"));
    const rows = isStored
      ? rowsOf(context, login)
      : [["Key", "from ALPRINA_API_KEY, which wins over what is stored"]];
    rows.unshift(["Server", `${server} (${serverWords[context.serverFrom]})`]);
    if (profile !== "default") rows.splice(1, 0, ["Profile", profile]);
    if (pending)
      rows.push([
        "Pending",
        `${pending.prompt.userCode}, for ${waitingTime(secondsUntil(pending.expiresAt))}`,
      ]);
    for (const other of data.others) {
      rows.push([
        "Also",
        `${personName(other.user)} at ${other.server}${other.profile === "default" ? "" : `, as ${other.profile}`}`,
      ]);
    }
    for (const line of facts(rows as [string, string][], terminal.dataColors, terminal.dataColumns))
      terminal.data(line);
  });
}

const serverWords = {
  flag: "as you said",
  environment: "from ALPRINA_SERVER",
  "last-login": "where you signed in last",
  default: "this machine, unless you say otherwise",
} satisfies Record<Context["serverFrom"], string>;

function rowsOf({ settings }: Context, login: StoredLogin): string[][] {
  const { credentials, keychain } = settings;
  const inKeychain = login.keptIn === "keychain";
  const where = inKeychain
    ? (keychain?.name ?? "the keychain, which is turned off")
    : tilde(credentials.file);
  const nowMs = Date.now();
  const rows = [
    ["Device", login.device.name],
    ["Key", inKeychain ? `in ${where}` : `in ${where}, which only you can read`],
    ["Expires", humanTime(login.expiresAt, nowMs)],
  ];
  if (login.keyExpiresAt) rows.push(["Renews", humanTime(login.keyExpiresAt, nowMs)]);
  return rows;
}
