import { signUp } from "@alprina/contract-tests/support/people";
import { run } from "@alprina/contract-tests/support/program";
import { describe, expect, it } from "vitest";
import { clickThrough } from "../../support/browser";
import { cast, server } from "../../support/cast";
import { describeDeviceLogins } from "../../support/device-logins";
import { clientFile, isWithoutPython, pythonWithLibraries, startsBy } from "../../support/programs";

describe.skipIf(isWithoutPython)("Python", () => {
  describeDeviceLogins("Authlib", startsBy(pythonWithLibraries, "authlib_device.py"));

  describe.concurrent.each([
    { kind: "a public client", who: cast.own },
    { kind: "a client with a secret", who: cast.confidential },
  ])("as $kind", ({ who }) => {
    it("Authlib: loopback flow, refresh, introspection and revocation", async () => {
      const ada = await signUp(server, "Ada Lovelace");
      const { resourceServer: api } = cast;
      const program = run(pythonWithLibraries(), [
        clientFile("authlib_loopback.py"),
        server.url,
        who.id,
        who.secret ?? "",
        api.id,
        api.secret ?? "",
      ]);
      const { url } = (await program.lineWith("url")) as { url: string };
      await fetch(await clickThrough(server, ada, url));
      expect((await program.ended).slice(1)).toEqual([
        { subject: ada.id },
        { renewed: ada.id },
        {
          introspected: expect.objectContaining({ active: true, sub: ada.id, client_id: who.id }) as unknown,
        },
        { introspected: { active: false } },
        { refused: "invalid_grant" },
      ]);
    });
  });
});
