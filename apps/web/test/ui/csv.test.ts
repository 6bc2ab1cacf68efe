import { describe, expect, it } from "vitest";
import { csvRecord } from "@/lib/csv";

describe("a record of CSV", () => {
  it("is RFC 4180: commas between, quotes where they are needed and doubled inside", () => {
    expect(csvRecord(["a", null, "b c", 'say "hi"', "one, two", "line\nline"])).toBe(
      'a,,b c,"say ""hi""","one, two","line\nline"\r\n',
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠SUM(A1)"])(
    "shows %j as text",
    (cell) => {
      const record = csvRecord([cell]);
      const opened = record.startsWith('"') ? record.slice(1) : record;
      expect(opened.startsWith(`'${cell}`)).toBe(true);
    },
  );

  it("leaves alone what only holds such a sign", () => {
    expect(csvRecord(["ada@example.com", "a-b", "1+1=2"])).toBe("ada@example.com,a-b,1+1=2\r\n");
  });
});
