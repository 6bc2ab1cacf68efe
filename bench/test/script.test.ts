import { describe, expect, it } from "vitest";
import { scriptOf } from "../src/script";
import { frontendReader, type Statement } from "../src/tap";

const text = (value: string) => ({ isBinary: false, bytes: Buffer.from(value) });
const said = (connection: number, statement: string, ...values: string[]): Statement => ({
  connection,
  text: statement,
  values: values.map(text),
});

describe("the statements of a login", () => {
  it("are those that two logins had in common, with each login's own values marked", () => {
    const first = [said(1, "INSERT $1 $2", "ada", "one"), said(1, "SELECT 1")];
    const second = [said(2, "INSERT $1 $2", "ada", "two"), said(2, "NOTIFY beat")];
    expect(scriptOf(first, second, 5)).toEqual({
      heardAt: 5,
      groups: [
        [
          {
            text: "INSERT $1 $2",
            values: [
              { text: "ada", isOwn: false },
              { text: "two", isOwn: true },
            ],
          },
        ],
      ],
    });
  });

  it("stay together in a transaction, whatever another connection says in between", () => {
    const all = [
      said(1, "BEGIN"),
      said(2, "SELECT 1"),
      said(1, "UPDATE"),
      said(1, "COMMIT"),
      said(1, "SELECT 2"),
    ];
    const { groups } = scriptOf(all, all, 0);
    expect(groups.map((group) => group.map((statement) => statement.text))).toEqual([
      ["BEGIN", "UPDATE", "COMMIT"],
      ["SELECT 1"],
      ["SELECT 2"],
    ]);
  });
});

describe("what a client says to PostgreSQL", () => {
  const message = (kind: string, body: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(kind), head, body]);
  };
  const startup = message("", Buffer.from("\0\x03\0\0user\0ada\0\0"));
  const parse = message("P", Buffer.from("s1\0SELECT $1, $2\0\0\0"));
  // Portal "", statement "s1", formats text and binary, values "ada" and null.
  const bind = message(
    "B",
    Buffer.from("\0s1\0\0\x02\0\0\0\x01\0\x02\0\0\0\x03ada\xff\xff\xff\xff\0\0", "latin1"),
  );
  const query = message("Q", Buffer.from("LISTEN changes\0"));

  it.each([1, 7, 1_000])("is read in pieces of %i bytes as well", (size) => {
    const heard: unknown[] = [];
    const read = frontendReader((statement) => heard.push(statement));
    const bytes = Buffer.concat([startup, parse, bind, bind, query]);
    for (let at = 0; at < bytes.length; at += size) read(bytes.subarray(at, at + size));
    const bound = { text: "SELECT $1, $2", values: [text("ada"), null] };
    expect(heard).toEqual([bound, bound, { text: "LISTEN changes", values: [] }]);
  });
});
