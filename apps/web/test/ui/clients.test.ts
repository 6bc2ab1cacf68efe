import { OWN_CLIENT_ID as PRODUCT_CLIENT_ID } from "@alprina/api/domain/policy";
import { describe, expect, it } from "vitest";
import { isOwnClient, letterMark, OWN_CLIENT_ID } from "@/lib/clients";
import { returnAddress } from "@/lib/return-address";

describe("a client", () => {
  it("is ours by the product's own id", () => {
    expect(OWN_CLIENT_ID).toBe(PRODUCT_CLIENT_ID);
    expect(isOwnClient({ id: "alprina-cli" })).toBe(true);
    expect(isOwnClient({ id: "alprina-cli-2" })).toBe(false);
  });

  it.each([
    ["acme deploy", "A"],
    ["  «Übung»", "Ü"],
    ["𝒜cme", "𝒜"],
    ["7zip", "7"],
    ["🚀", "🚀"],
    ["", "?"],
  ])("%j stands as %s", (name, letter) => {
    expect(letterMark(name)).toBe(letter);
  });
});

describe("where the browser goes with an answer", () => {
  it.each([
    ["http://127.0.0.1:41234/callback", "program: 127.0.0.1:41234"],
    ["http://[::1]:8080/", "program: [::1]:8080"],
    ["http://localhost/cb", "program: localhost"],
    ["https://deploy.example.com/cb?x=1", "site: deploy.example.com"],
    ["https://localhost.evil.example/cb", "site: localhost.evil.example"],
    // A letter that looks like ours.
    ["https://\u0430pple.com/cb", "site: xn--pple-43d.com"],
    ["com.example.app:/callback", "app: com.example.app"],
  ])("%s is %s", (uri, words) => {
    const { kind, address } = returnAddress(uri);
    expect(`${kind}: ${address}`).toBe(words);
  });
});
