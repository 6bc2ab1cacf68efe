import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { call, type Call } from "../support/call";
import { hosts } from "../support/hosts";
import { signUp, type Person } from "../support/people";
import { deviceReply, read } from "../support/wire";
import { anyText, textLike } from "../support/matchers";

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const JSON_TYPE = { "Content-Type": "application/json" };
const long = (length: number) => "x".repeat(length);
const device = "/v1/auth/device";
const token = "/v1/auth/device/token";
const authorize = "/v1/auth/device/authorize";
const verify = "/v1/auth/cli-verify";

const refused: { what: string; path: string; sent: Call; status: number }[] = [
  { what: "a fact of 201 characters", path: device, sent: { json: { device_name: long(201) } }, status: 422 },
  { what: "the same in a form", path: device, sent: { form: { device_os: long(201) } }, status: 422 },
  { what: "a number for a text", path: device, sent: { json: { client_id: 7 } }, status: 422 },
  { what: "an object for a text", path: device, sent: { json: { scope: { a: 1 } } }, status: 422 },
  {
    what: "a field twice in a form",
    path: device,
    sent: { headers: FORM, body: "scope=a&scope=b" },
    status: 422,
  },
  {
    what: "JSON that ends too soon",
    path: device,
    sent: { headers: JSON_TYPE, body: '{"scope": "a"' },
    status: 422,
  },
  { what: "text that is no JSON", path: device, sent: { headers: JSON_TYPE, body: "scope: a" }, status: 422 },
  { what: "XML", path: device, sent: { headers: { "Content-Type": "text/xml" }, body: "<a/>" }, status: 422 },
  { what: "an array", path: device, sent: { json: [] }, status: 422 },
  {
    what: "an array under a form's type",
    path: device,
    sent: { headers: FORM, body: '[{"scope":"a"}]' },
    status: 422,
  },
  { what: "a JSON text", path: device, sent: { json: "scope" }, status: 422 },
  { what: "a JSON number", path: device, sent: { json: 42 }, status: 422 },
  { what: "a JSON null", path: device, sent: { json: null }, status: 422 },
  {
    what: "bytes that are not UTF-8",
    path: device,
    sent: { headers: JSON_TYPE, body: Buffer.from('{"device_name":"\xff\xfe"}', "latin1") },
    status: 422,
  },
  {
    what: "over 16 KiB, announced",
    path: device,
    sent: { headers: JSON_TYPE, body: JSON.stringify({ later: long(16 * 1024) }) },
    status: 413,
  },
  {
    what: "over 16 KiB, in pieces without a length",
    path: device,
    sent: {
      headers: JSON_TYPE,
      body: ['{"later":"', long(9_000), long(9_000), '"}'].map((piece) => Buffer.from(piece)),
    },
    status: 413,
  },
  {
    what: "a multipart form",
    path: device,
    sent: {
      headers: { "Content-Type": "multipart/form-data; boundary=b" },
      body: '--b\r\nContent-Disposition: form-data; name="scope"\r\n\r\na\r\n--b--\r\n',
    },
    status: 415,
  },
  {
    what: "a compressed body",
    path: device,
    sent: { headers: { ...JSON_TYPE, "Content-Encoding": "gzip" }, body: gzipSync("{}") },
    status: 415,
  },
  { what: "no body at all", path: token, sent: {}, status: 422 },
  { what: "no device_code", path: token, sent: { json: {} }, status: 422 },
  { what: "an empty device_code", path: token, sent: { json: { device_code: "" } }, status: 422 },
  { what: "a device_code that is a number", path: token, sent: { json: { device_code: 1 } }, status: 422 },
  { what: "a device_code that is null", path: token, sent: { json: { device_code: null } }, status: 422 },
  {
    what: "a device_code of 513 characters",
    path: token,
    sent: { json: { device_code: long(513) } },
    status: 422,
  },
  {
    what: "two device_codes",
    path: token,
    sent: { headers: FORM, body: "device_code=a&device_code=b" },
    status: 422,
  },
  { what: "no user_code", path: authorize, sent: { json: {} }, status: 422 },
  { what: "a user_code that is a list", path: authorize, sent: { json: { user_code: ["a"] } }, status: 422 },
  { what: "a very long user_code", path: authorize, sent: { json: { user_code: long(1_000) } }, status: 422 },
  { what: "no cli_code", path: verify, sent: { json: {} }, status: 422 },
  { what: "a cli_code that is a number", path: verify, sent: { json: { cli_code: 234567 } }, status: 422 },
  {
    what: "a confirm that is neither",
    path: verify,
    sent: { json: { cli_code: "A", confirm: "maybe" } },
    status: 422,
  },
];

describe.each(hosts)("$kind: input that does not fit", (host) => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });

  it.each(refused)("$path refuses $what with $status and a sentence", async ({ path, sent, status }) => {
    const bearer = path === authorize ? ada.token : undefined;
    const reply = await call(host, "POST", path, { ...sent, bearer });
    expect({ status: reply.status, body: reply.body }).toEqual({
      status,
      body: {
        error: { 413: "request_too_large", 415: "unsupported_media_type", 422: "invalid_request" }[status],
        error_description: anyText,
        detail: textLike(/\w+ \w+/),
      },
    });
  });

  it("takes a body of exactly 16 KiB", async () => {
    const frame = JSON.stringify({ later: "" });
    const body = JSON.stringify({ later: long(16 * 1024 - frame.length) });
    expect(body).toHaveLength(16 * 1024);
    read(await call(host, "POST", device, { headers: JSON_TYPE, body }), deviceReply);
  });

  it("never repeats a code that it refuses", async () => {
    const device_code = `${"secret".repeat(90)}`;
    const reply = await call(host, "POST", token, { json: { device_code } });
    expect(reply.status).toBe(422);
    expect(reply.text).not.toContain("secret");
  });
});
