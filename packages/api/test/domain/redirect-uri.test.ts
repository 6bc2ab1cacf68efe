import { describe, expect, it } from "vitest";
import { matchesRedirectUri, refusesRedirectUri } from "../../src/domain/redirect-uri";

const registered = [
  "http://127.0.0.1/callback",
  "http://[::1]/callback",
  "http://localhost/callback",
  "https://app.example.com/cb?from=us",
  "com.example.app:/callback",
];

describe("a redirect URI", () => {
  it.each([
    "http://127.0.0.1:41234/callback",
    "http://127.0.0.1/callback",
    "http://[::1]:9/callback",
    "http://localhost:65535/callback",
    "https://app.example.com/cb?from=us",
    "com.example.app:/callback",
  ])("%s is one of the client's", (uri) => {
    expect(matchesRedirectUri(registered, uri)).toBe(true);
  });

  it.each([
    "http://127.0.0.1:41234/callback/",
    "http://127.0.0.1:41234/Callback",
    "http://127.0.0.1:41234/callback?next=https://evil.example",
    "http://127.0.0.1:41234/callback#x",
    "http://127.0.0.1:41234/x/../callback",
    "http://127.0.0.1:99999/callback",
    "http://127.0.0.1:/callback",
    "http://127.0.0.1:80:80/callback",
    "http://127.0.0.1@evil.example/callback",
    "http://127.0.0.1.evil.example/callback",
    "http://127.0.0.2/callback",
    "http://localhost.evil.example/callback",
    "https://127.0.0.1/callback",
    "HTTP://127.0.0.1/callback",
    "http:\\\\127.0.0.1\\callback",
    "https://app.example.com/cb",
    "https://app.example.com:444/cb?from=us",
    "https://app.example.com/cb?from=us&more=1",
    "https://app.example.com.evil.example/cb?from=us",
    "com.example.app:/callback2",
    "javascript:alert(1)",
    "",
  ])("%s is not", (uri) => {
    expect(matchesRedirectUri(registered, uri)).toBe(false);
  });

  it("on a loopback address is matched only where a loopback address is registered", () => {
    expect(matchesRedirectUri(["https://app.example.com/callback"], "http://127.0.0.1:1/callback")).toBe(
      false,
    );
    expect(matchesRedirectUri(["http://127.0.0.1/callback"], "http://localhost:1/callback")).toBe(false);
  });

  it.each([
    ...["http://127.0.0.1/callback", "http://localhost:3000/cb", "https://app.example.com/cb?x=1"],
    "com.example.app:/callback",
  ])("%s may be registered", (uri) => {
    expect(refusesRedirectUri(uri)).toBeNull();
  });

  it.each([
    ["/callback", "absolute"],
    ["http://app.example.com/cb", "https"],
    ["https://app.example.com/cb#here", "fragment"],
    ["https://ada:pw@app.example.com/cb", "user name"],
    ["https://app.example.com/a b", "spaces"],
    ["javascript:alert(1)", "dot"],
    ["data:text/html,x", "dot"],
    ["myapp:/callback", "dot"],
  ])("%s may not, because of its %s", (uri, reason) => {
    expect(refusesRedirectUri(uri)).toContain(reason);
  });
});
