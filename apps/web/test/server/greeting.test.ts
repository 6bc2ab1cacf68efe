import { afterEach, expect, it, vi } from "vitest";
import { readEnv } from "@/env";
import { sayReady } from "@/server/greeting";

afterEach(() => vi.restoreAllMocks());

function greetingFor(source: Record<string, string>): string {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const backend = { embeddedIn: "/data" } as unknown as Parameters<typeof sayReady>[0]["backend"];
  sayReady({ env: readEnv(source), backend, redis: undefined, port: 3000, migrations: [] });
  return write.mock.calls.map(([text]) => text as string).join("");
}

it("a start says in one line whether people are told of new devices, and never the password of the mail server", () => {
  const lines = (text: string) => text.split("\n").filter((line) => line.includes("Mail"));
  expect(lines(greetingFor({}))).toEqual([
    "  Mail: off (SMTP_URL is not set); people are not told of new devices",
  ]);
  vi.restoreAllMocks();
  const on = greetingFor({ SMTP_URL: "smtps://me:hunter22@mail.example.com", MAIL_FROM: "a@example.com" });
  expect(lines(on)).toEqual(["  Mail: on, by mail.example.com"]);
  expect(on).not.toContain("hunter22");
});
