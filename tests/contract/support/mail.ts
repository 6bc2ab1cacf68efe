import { randomBytes } from "node:crypto";
import { linkIn, startMailServer, type Mail, type MailServer } from "@alprina/test-mail-server";
import { inject } from "vitest";
import type { Host } from "./hosts";
import { noteSecret } from "./secrets-seen";
import { hostKinds, spawnServer, untilReady } from "./server";

/** Instances of one server, one of each kind, and the mail server that both send by. */
export interface PostOffice {
  hosts: Host[];
  mailServer: MailServer;
  stop: () => Promise<void>;
}

export async function startPostOffice(databaseUrl: string): Promise<PostOffice> {
  const mailServer = await startMailServer();
  const servers = await Promise.all(
    hostKinds.map((kind) =>
      spawnServer(kind, {
        runDir: inject("runDir"),
        name: `${kind} with mail ${randomBytes(3).toString("hex")}`,
        env: {
          DATABASE_URL: databaseUrl,
          LIMIT_FACTOR: "1000",
          // So that a device has another address than whoever revokes it.
          TRUSTED_PROXIES: "127.0.0.1,::1",
          SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
          MAIL_FROM: "Alprina <login@example.com>",
        },
      }),
    ),
  );
  // One after the other: the first one migrates.
  for (const server of servers) await untilReady(server);
  return {
    hosts: servers.map(({ kind, url }) => ({ kind, url, databaseUrl })),
    mailServer,
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
      await mailServer.close();
    },
  };
}

/** The path of the link that revokes. It is a secret of whoever got the mail. */
export function revokePathIn(mail: Mail): string {
  const { pathname } = new URL(linkIn(mail, "/revoke/"));
  noteSecret({ kind: "revocation_link", value: pathname.slice("/revoke/".length) });
  return pathname;
}
