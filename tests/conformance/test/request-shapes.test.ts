import { setTimeout as sleep } from "node:timers/promises";
import { approve } from "@alprina/contract-tests/support/flows";
import { signUp, type Person } from "@alprina/contract-tests/support/people";
import { beforeAll, describe, expect, it } from "vitest";
import { cast, server } from "../support/cast";
import { exchange, openWire, post, type RawReply } from "../support/raw";

/** What clients in the field put on the wire, byte for byte. Each must get in. */

const START = "/oauth/device_authorization";
const TOKEN = "/oauth/token";
const GRANT = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code";
const FORM = "application/x-www-form-urlencoded";
const base64 = (text: string) => Buffer.from(text).toString("base64");
const { own, confidential } = cast;

// From reply to request, as clients wait: however busy this machine is, no beat comes too soon.
const BEAT_MS = 5_000;

let ada: Person;
beforeAll(async () => {
  ada = await signUp(server, "Ada Lovelace");
});

interface Started {
  device_code: string;
  user_code: string;
}

async function start(bytes = post(START, `client_id=${own.id}`)): Promise<Started> {
  const { status, body } = await exchange(server, bytes);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body as unknown as Started;
}

const wordOf = ({ status, body }: RawReply) => (status === 200 ? "token" : body.error);

/** The same bytes on two connections, both written before either can be read. */
async function twice(bytes: string): Promise<unknown[]> {
  const wires = await Promise.all([openWire(server), openWire(server)]);
  return (await Promise.all(wires.map((wire) => wire.send(bytes)))).map(wordOf);
}

describe.concurrent("request shapes: pace", () => {
  it("two identical polls in the same millisecond on every beat: neither is ever told to slow down, one gets the token", async () => {
    const { device_code, user_code } = await start();
    const bytes = post(TOKEN, `${GRANT}&device_code=${device_code}&client_id=${own.id}`);
    for (let beat = 0; beat < 4; beat++) {
      expect(await twice(bytes), `beat ${beat}`).toEqual(["authorization_pending", "authorization_pending"]);
      await sleep(BEAT_MS);
    }
    await approve(server, ada, user_code);
    expect((await twice(bytes)).sort()).toEqual(["invalid_grant", "token"]);
  });

  it("a first poll at t = 0, and then on every beat", async () => {
    const { device_code, user_code } = await start();
    const bytes = post(TOKEN, `${GRANT}&device_code=${device_code}&client_id=${own.id}`);
    for (let beat = 0; beat < 3; beat++) {
      expect(wordOf(await exchange(server, bytes)), `beat ${beat}`).toBe("authorization_pending");
      await sleep(BEAT_MS);
    }
    await approve(server, ada, user_code);
    expect(wordOf(await exchange(server, bytes))).toBe("token");
  });
});

interface Shape {
  shape: string;
  start: string;
  poll: (deviceCode: string) => string;
}

const shapes: Shape[] = [
  {
    shape: "Basic `id:` with no client_id in the body",
    start: post(START, "scope=openid", [`Authorization: Basic ${base64("alprina-cli:")}`]),
    poll: (code) =>
      post(TOKEN, `${GRANT}&device_code=${code}`, [`Authorization: Basic ${base64("alprina-cli:")}`]),
  },
  {
    shape: "Basic `id:` and the same client_id in the body",
    start: post(START, "client_id=alprina-cli", [`Authorization: Basic ${base64("alprina-cli:")}`]),
    poll: (code) =>
      post(TOKEN, `${GRANT}&device_code=${code}&client_id=alprina-cli`, [
        `Authorization: Basic ${base64("alprina-cli:")}`,
      ]),
  },
  {
    shape: "`client_secret=&client_assertion=`",
    start: post(START, "client_id=alprina-cli&client_secret=&client_assertion=&client_assertion_type="),
    poll: (code) =>
      post(TOKEN, `client_id=alprina-cli&client_secret=&client_assertion=&${GRANT}&device_code=${code}`),
  },
  {
    shape: "a secret only at the token endpoint, in the body",
    start: post(START, `client_id=${confidential.id}&scope=openid`),
    poll: (code) =>
      post(
        TOKEN,
        `${GRANT}&device_code=${code}&client_id=${confidential.id}&client_secret=${confidential.secret}`,
      ),
  },
  {
    shape: "a secret only at the token endpoint, by Basic",
    start: post(START, `client_id=${confidential.id}`),
    poll: (code) =>
      post(TOKEN, `${GRANT}&device_code=${code}`, [
        `Authorization: Basic ${base64(`${confidential.id}:${confidential.secret}`)}`,
      ]),
  },
  {
    shape: "Basic with every letter of id and secret form-encoded",
    start: post(START, "", [`Authorization: Basic ${base64(`${encodedWhole(confidential.id)}:`)}`]),
    poll: (code) =>
      post(TOKEN, `${GRANT}&device_code=${code}`, [
        `authorization: basic ${base64(`${encodedWhole(confidential.id)}:${encodedWhole(confidential.secret)}`)}`,
      ]),
  },
  {
    shape: "`;charset=UTF-8` behind the content type",
    start: asType(`${FORM};charset=UTF-8`, START, "client_id=alprina-cli"),
    poll: (code) =>
      asType(`${FORM}; charset=utf-8`, TOKEN, `${GRANT}&device_code=${code}&client_id=alprina-cli`),
  },
  {
    shape: "raw spaces and colons in the body",
    start: post(START, "client_id=alprina-cli&scope=openid profile email offline_access"),
    poll: (code) =>
      post(
        TOKEN,
        `grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=${code}&client_id=alprina-cli`,
      ),
  },
  {
    shape: "`Accept: */*` and header names in lower case",
    start: post(START, "client_id=alprina-cli", ["Accept: */*"]).replace(/^[A-Z][\w-]+(?=:)/gm, lowerCase),
    poll: (code) =>
      post(TOKEN, `${GRANT}&device_code=${code}&client_id=alprina-cli`, ["Accept: */*"]).replace(
        /^[A-Z][\w-]+(?=:)/gm,
        lowerCase,
      ),
  },
  {
    shape: "trailing empty parameters",
    start: post(START, "client_id=alprina-cli&scope=&resource=&"),
    poll: (code) => post(TOKEN, `${GRANT}&device_code=${code}&client_id=alprina-cli&scope=&code_verifier=&&`),
  },
  {
    shape: "parameters that nobody knows",
    start: post(
      START,
      "client_id=alprina-cli&audience=https%3A%2F%2Fapi.example.com&x-client-SKU=msal&nonce=1",
    ),
    poll: (code) =>
      post(TOKEN, `${GRANT}&device_code=${code}&client_id=alprina-cli&client_info=1&code=${code}`),
  },
  {
    shape: "scope and client_id again with every poll",
    start: post(START, "scope=openid%20email&client_id=alprina-cli"),
    poll: (code) => post(TOKEN, `client_id=alprina-cli&scope=openid%20email&${GRANT}&device_code=${code}`),
  },
  {
    shape: "a chunked body without a length",
    start: chunked(START, ["client_id=", "alprina-cli"]),
    poll: (code) => chunked(TOKEN, [GRANT, `&device_code=${code}`, "&client_id=alprina-cli"]),
  },
  {
    shape: "JSON",
    start: asType("application/json; charset=utf-8", START, '{"client_id":"alprina-cli","scope":"openid"}'),
    poll: (code) =>
      asType(
        "application/json; charset=utf-8",
        TOKEN,
        `{"client_id":"alprina-cli","device_code":"${code}","grant_type":"urn:ietf:params:oauth:grant-type:device_code"}`,
      ),
  },
  {
    shape: "a slash at the end of the base URL, and so two in the path",
    start: post(`/${START}`, "client_id=alprina-cli"),
    poll: (code) => post(`/${TOKEN}`, `${GRANT}&device_code=${code}&client_id=alprina-cli`),
  },
];

describe.concurrent("request shapes: form", () => {
  for (const { shape, start: starting, poll } of shapes) {
    it(shape, async () => {
      const { device_code, user_code } = await start(starting);
      expect(wordOf(await exchange(server, poll(device_code)))).toBe("authorization_pending");
      await approve(server, ada, user_code);
      const reply = await exchange(server, poll(device_code));
      expect(reply).toMatchObject({ status: 200, body: { token_type: "Bearer" } });
      expect(wordOf(await exchange(server, poll(device_code)))).toBe("invalid_grant");
    });
  }
});

function asType(type: string, path: string, body: string): string {
  return post(path, body).replace(FORM, type);
}

function chunked(path: string, pieces: string[]): string {
  const body = pieces.map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`).join("");
  return post(path, "").replace(
    /Content-Length: 0\r\n\r\n/,
    `Transfer-Encoding: chunked\r\n\r\n${body}0\r\n\r\n`,
  );
}

function encodedWhole(text: string | null): string {
  return [...(text ?? "")].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join("");
}

function lowerCase(name: string): string {
  return name.toLowerCase();
}
