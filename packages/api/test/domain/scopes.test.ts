import { describe, expect, it } from "vitest";
import { allScopes, grantableScopes, narrowScopes, readScopes, writeScopes } from "../../src/domain/scopes";

const DEFAULT = ["profile", "email", "devices:read", "devices:write"];

describe("scopes", () => {
  it("asked for none come to the default, as far as the client may have it", () => {
    expect(grantableScopes(undefined, allScopes)).toEqual(DEFAULT);
    expect(grantableScopes("  ", allScopes)).toEqual(DEFAULT);
    expect(grantableScopes(null, ["email", "openid"])).toEqual(["email"]);
    expect(grantableScopes(null, ["openid"])).toEqual(["openid"]);
  });

  it("pass over what nobody knows or the client may not have, and repeat nothing", () => {
    expect(grantableScopes("email repo openid email admin:org", allScopes)).toEqual(["openid", "email"]);
    expect(grantableScopes("email devices:write", ["email"])).toEqual(["email"]);
    expect(grantableScopes("constructor toString __proto__ email", allScopes)).toEqual(["email"]);
  });

  it("come to nothing when something is asked for and nothing of it can be had", () => {
    expect(grantableScopes("repo", allScopes)).toBeNull();
    expect(grantableScopes("EMAIL", allScopes)).toBeNull();
    expect(grantableScopes("devices:write", ["email"])).toBeNull();
    expect(grantableScopes(null, [])).toBeNull();
  });

  it("can be narrowed and never widened", () => {
    expect(narrowScopes(["openid", "email"], ["email", "devices:write"])).toEqual(["email"]);
    expect(narrowScopes(["openid"], [])).toEqual([]);
  });

  it("read back as they were written, and as the default where a row is older than they are", () => {
    expect(readScopes(writeScopes(["openid", "email"]))).toEqual(["openid", "email"]);
    expect(readScopes(null)).toEqual(DEFAULT);
    expect(readScopes("")).toEqual([]);
  });
});
