import { describe, expect, it } from "vitest";
import { call } from "../support/call";
import { review } from "../support/flows";
import { hosts, strictHosts } from "../support/hosts";
import { signUp } from "../support/people";
import { deviceReply, read } from "../support/wire";

const lies = {
  "X-Real-IP": "203.0.113.66",
  "X-Alprina-Client-Ip": "203.0.113.66",
  Forwarded: "for=203.0.113.66",
  "CF-Connecting-IP": "203.0.113.66",
};

/** Where a login comes from, as the person is shown it: nothing that its sender could have written themselves. */
describe("the address of a command line", () => {
  it.each(hosts)("$kind: is not what it says of itself", async (host) => {
    const ada = await signUp(host, "Ada Lovelace");
    const headers = { ...lies, "X-Forwarded-For": "203.0.113.66" };
    const { user_code } = read(await call(host, "POST", "/v1/auth/device", { headers }), deviceReply);
    // Without our server in front, and without a proxy to trust, nobody knows.
    const known = host.kind === "front door" ? "127.0.0.1" : null;
    expect((await review(host, ada, user_code)).request?.ipAddress).toBe(known);
  });

  it.each(strictHosts)(
    "$kind: is what a trusted proxy saw, without what stood there before",
    async (host) => {
      const seen = host.kind === "front door" ? "198.51.100.200" : "198.51.100.201";
      const ada = await signUp(host, "Ada Lovelace", seen);
      const reply = await call(host, "POST", "/v1/auth/device", {
        headers: lies,
        from: `203.0.113.66, ${seen}`,
      });
      const { user_code } = read(reply, deviceReply);
      expect((await review(host, ada, user_code)).request?.ipAddress).toBe(seen);
    },
  );
});
