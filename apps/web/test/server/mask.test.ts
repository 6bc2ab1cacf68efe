import { Writable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLogger } from "@/server/logger";
import { mask } from "@/server/mask";
import { maskOutput } from "@/server/masked-output";

const KEY = `alprina_sk_live_${"aB3".repeat(14)}x`;
const DEVICE_CODE = "Jx0_m-".repeat(7) + "Q";

/** What a line may hold, and what must not be left of it. */
const lines: [string, string, string][] = [
  ["a key", `verified ${KEY} for ada`, KEY],
  ["a device code", `{"polled":"${DEVICE_CODE}"}`, DEVICE_CODE],
  ["a user code", "entered BCDF-GHJK", "BCDF-GHJK"],
  ["a user code in an address", "GET /authorize?user_code=bcdfghjk&x=1", "bcdfghjk"],
  ["the same inside another address", "/sign-in?next=%2Fauthorize%3Fuser_code%3Dbcdfghjk", "bcdfghjk"],
  ["an authorization code", "http://127.0.0.1:4100/callback?code=q1w2e3r4&state=t5y6", "q1w2e3r4"],
  ["a state", "http://127.0.0.1:4100/callback?code=q1w2e3r4&state=t5y6", "t5y6"],
  ["a dashboard code in JSON", '{"cli_code": "K7M2QX"}', "K7M2QX"],
  ["a password in a form", "email=ada%40example.com&password=correcthorse", "correcthorse"],
  ["a password in JSON inside JSON", '{"body":"{\\"password\\":\\"correcthorse\\"}"}', "correcthorse"],
  ["an Authorization header", "authorization: Bearer q1w2e3", "q1w2e3"],
  ["Basic credentials", '"Authorization":"Basic YWRhOnB3"', "YWRhOnB3"],
  ["a cookie", "Cookie: __Host-alprina.session=q1w2e3.r4%2B; other=1", "q1w2e3"],
  ["a JWT", "id eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl", "eyJzdWIi"],
];

describe("what is printed", () => {
  it.each(lines)("does not hold %s", (_, line, secret) => {
    expect(line).toContain(secret);
    expect(mask(line)).not.toContain(secret);
    expect(mask(line)).toContain("[hidden]");
  });

  it("keeps what an operator needs", () => {
    for (const line of [
      '{"level":50,"err":{"name":"Error","message":"connect ECONNREFUSED 127.0.0.1:5432","code":"ECONNREFUSED"}}',
      "    at abortIncoming (node:_http_server:796:17)",
      "  Migrated: 20261123000000_init, 20261124000000_oauth",
      '{"requestId":"0aeb49ac-2fff-437c-83bc-3e40ecd0323c","key":"alprina_sk_live_Ab3x"}',
    ])
      expect(mask(line)).toBe(line);
  });

  it("holds no key and no code wherever in a line they stand", () => {
    const around = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(around, fc.constantFrom(KEY, DEVICE_CODE), around, (before, secret, after) => {
        expect(mask(`${before}${secret}${after}`)).not.toContain(secret);
      }),
    );
  });

  it("is masked by the logger, in fields and in messages, and stays JSON", () => {
    const { text, stream } = sink();
    const logger = createLogger("trace", stream as never);
    logger.info(
      { password: "correcthorse", request: { headers: { cookie: "q1w2e3", host: "a" } } },
      `with ${KEY}`,
    );
    logger.error({ err: new Error(`refused ${KEY}`, { cause: new Error("code BCDF-GHJK") }) }, "failed");
    for (const secret of ["correcthorse", "q1w2e3", KEY, "BCDF-GHJK"]) expect(text()).not.toContain(secret);
    const [first] = text()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(first).toMatchObject({ msg: "with [hidden]", request: { headers: { host: "a" } } });
  });

  it("is masked on stdout and stderr, whoever prints", () => {
    const { text, stream } = sink();
    maskOutput([stream as NodeJS.WriteStream]);
    stream.write(`Error: ${KEY}\n`);
    stream.write(Buffer.from("GET /authorize?user_code=bcdfghjk\n"));
    expect(text()).toBe("Error: [hidden]\nGET /authorize?user_code=[hidden]\n");
  });
});

function sink(): { text: () => string; stream: Writable } {
  let written = "";
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      written += chunk.toString();
      done();
    },
  });
  return { text: () => written, stream };
}
