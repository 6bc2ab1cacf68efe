import { describe, expect, it } from "vitest";
import { facts, layOut } from "@/admin/layout";

describe("what the operator reads", () => {
  const rows = [
    ["acme", "アクメ", "3"],
    ["alprina-cli", "Alprina CLI", "12"],
  ];

  it("stands in columns, also with letters that are two columns wide", () => {
    expect(layOut(["ID", "NAME", "DEVICES"], rows, 40)).toEqual([
      "ID           NAME         DEVICES",
      "acme         アクメ       3",
      "alprina-cli  Alprina CLI  12",
    ]);
  });

  it("stands in lines where columns have no room, and always does in a pipe", () => {
    expect(layOut(["ID", "NAME", "DEVICES"], rows, 20)).toEqual([
      "ID       acme",
      "NAME     アクメ",
      "DEVICES  3",
      "",
      "ID       alprina-cli",
      "NAME     Alprina CLI",
      "DEVICES  12",
    ]);
    expect(layOut(["ID", "NAME", "DEVICES"], rows)[0]).toBe("ID           NAME         DEVICES");
  });

  it("goes on under the first word of a list", () => {
    expect(facts([["Scopes", ["openid", "profile", "email"]]], 24)).toEqual([
      "Scopes  openid profile",
      "        email",
    ]);
  });
});
