import { describeApi } from "@alprina/cli-auth/server";
import { describe, expect, it } from "vitest";
import { routeOf, routes } from "@/server/observe/routes";

const documented = Object.keys(
  describeApi({ publicUrl: "http://localhost:3000", cliName: "alprina" }).paths ?? {},
);

describe("the name of a path", () => {
  it("is there for every path that the API describes", () => {
    expect(documented.length).toBeGreaterThan(15);
    for (const path of documented) {
      const asked = path.replace(/\{\w+\}/g, "00000000-0000-4000-8000-000000000000");
      expect([asked, routeOf(asked)]).toEqual([asked, path]);
    }
  });

  it("has neither the query nor a slash at the end", () => {
    for (const target of [
      "/v1/auth/device",
      "/v1/auth/device/",
      "/v1/auth/device?user_code=BCDF-GHJK",
      "/?a=/b",
    ])
      expect(target).toContain(routeOf(target));
    expect(routeOf("/authorize?user_code=BCDF-GHJK")).toBe("/authorize");
  });

  it("is one of a few, whatever stands in the path", () => {
    const paths = [
      "/revoke/secret",
      "/settings/x",
      "/api/trpc/a.b",
      "/../etc",
      "/authorize/x",
      "",
      "/%00",
      "*",
    ];
    for (const path of paths) {
      expect(routes).toContain(routeOf(path));
      expect(routeOf(path)).not.toContain("secret");
    }
    expect(routes.size).toBeLessThan(50);
  });
});
