import { setTimeout as sleep } from "node:timers/promises";
import { approve, deny } from "@alprina/contract-tests/support/flows";
import type { Host } from "@alprina/contract-tests/support/hosts";
import { signUp } from "@alprina/contract-tests/support/people";
import { describe, expect, it } from "vitest";
import { briefServer, server } from "./cast";
import { oauth } from "./oauth";

/** A login that a client has begun by itself, and waits for. */
export interface WaitingLogin {
  clientId: string;
  deviceCode: string;
  userCode: string;
  /** The error words that the client was answered by so far. */
  heard: () => string[];
  outcome: Promise<Outcome>;
}

/** What the client says of its end: who signed in by its own reckoning, or the word that it gave up at. */
export type Outcome = { subject: string } | { refused: string };

/** Drives one client as its documentation says, as far as showing the code. */
export type StartLogin = (host: Host) => Promise<WaitingLogin>;

/** The four ways that a device login can go (RFC 8628 §3.5), for a client that we did not write. */
export function describeDeviceLogins(client: string, start: StartLogin): void {
  describe.concurrent(`${client}: device logins`, () => {
    it("completes one", async () => {
      const ada = await signUp(server, "Ada Lovelace");
      const login = await start(server);
      await approve(server, ada, login.userCode);
      expect(await login.outcome).toEqual({ subject: ada.id });
    });

    it("is told of a denial", async () => {
      const ada = await signUp(server, "Ada Lovelace");
      const login = await start(server);
      await deny(server, ada, login.userCode);
      expect(await login.outcome).toEqual({ refused: "access_denied" });
    });

    it("is told of an expiry, after it has waited", async () => {
      const login = await start(briefServer);
      expect(await login.outcome).toEqual({ refused: "expired_token" });
      expect(login.heard()).toContain("authorization_pending");
    });

    it("meets a slow_down, goes on, and gets in", async () => {
      const ada = await signUp(server, "Ada Lovelace");
      const login = await start(server);
      await crowdUntilSlowedDown(login);
      await approve(server, ada, login.userCode);
      expect(await login.outcome).toEqual({ subject: ada.id });
    });
  });
}

/** A second poller of the same code uses up every beat, until the client itself is told to slow down. */
async function crowdUntilSlowedDown({ clientId, deviceCode, heard, outcome }: WaitingLogin): Promise<void> {
  let isOver = false;
  outcome.catch(() => undefined).finally(() => (isOver = true));
  while (!heard().includes("slow_down")) {
    expect(isOver, `the client ended before it met a slow_down: ${heard().join(", ")}`).toBe(false);
    await oauth(server, "token", {
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      client_id: clientId,
      device_code: deviceCode,
    });
    await sleep(200);
  }
}
