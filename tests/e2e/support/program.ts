import { createHash, randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { noteSecret, noteSecretsIn } from "./secrets-seen";

/** What a program hears at its redirect URI. */
export type Heard = Record<string, string>;

/** A program on this computer that signs in with the browser beside it (RFC 8252): it listens, asks, redeems. */
export class Program {
  readonly heard: Heard[] = [];
  readonly state = randomBytes(8).toString("hex");
  /** `127.0.0.1:41234`. */
  readonly address: string;
  private readonly verifier = randomBytes(32).toString("base64url");

  private constructor(
    private readonly server: string,
    readonly clientId: string,
    private readonly listener: Server,
  ) {
    this.address = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
    listener.on("request", (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? "/", this.redirectUri);
      if (pathname === "/callback") this.heard.push(Object.fromEntries(searchParams));
      response.writeHead(pathname === "/callback" ? 200 : 404, { "Content-Type": "text/html" });
      response.end("<!doctype html><title>Program</title><h1>Back at the program</h1>");
    });
  }

  static async start(server: string, clientId: string): Promise<Program> {
    const listener = createServer();
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    return new Program(server, clientId, listener);
  }

  /** Stops to listen, as a program does that waits no longer. */
  async close(): Promise<void> {
    this.listener.closeAllConnections();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  get redirectUri(): string {
    return `http://${this.address}/callback`;
  }

  /** The path that it opens in the browser. */
  path(more: Record<string, string> = {}): string {
    const query = {
      response_type: "code",
      client_id: this.clientId,
      redirect_uri: this.redirectUri,
      state: this.state,
      code_challenge: createHash("sha256").update(this.verifier).digest("base64url"),
      code_challenge_method: "S256",
    };
    return `/oauth/authorize?${new URLSearchParams({ ...query, ...more }).toString()}`;
  }

  /** Exchanges a code as the RFCs say (RFC 6749 §4.1.3, RFC 7636 §4.5). */
  async redeem(code: string): Promise<{ status: number; body: Record<string, unknown> }> {
    const reply = await fetch(`${this.server}/oauth/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        client_id: this.clientId,
        code,
        redirect_uri: this.redirectUri,
        code_verifier: this.verifier,
      }),
    });
    const body = (await reply.json()) as Record<string, unknown>;
    noteSecretsIn(body);
    noteSecret("authorization_code", code);
    return { status: reply.status, body };
  }
}

/** The browser has gone back, and shows what the program says. */
export async function arriveAt(page: Page, program: Program): Promise<Heard> {
  await page.waitForURL(`${program.redirectUri}?*`);
  return program.heard.at(-1) ?? {};
}
