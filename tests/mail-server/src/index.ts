import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived. */
export interface Mail {
  /** The envelope's, which is where mails really go. */
  to: string[];
  subject: string;
  from: string;
  text: string;
  html: string;
  /** By lower-case name. A name that comes twice is told twice. */
  headers: [name: string, value: string][];
  /** Letter for letter, with its line ends. */
  raw: string;
  /** Whether it came over TLS, and as whom. */
  overTls: boolean;
  user: string | undefined;
}

export interface MailServer {
  port: number;
  mails: Mail[];
  /** What the server says to recipients from now on; undefined takes them. */
  refuse(answer: { code: number; message: string } | undefined): void;
  /** How often somebody named a recipient. */
  attempts(): number;
  /** The first mail that `fits`, as soon as it is there. */
  mailThat(fits: (mail: Mail) => boolean): Promise<Mail>;
  /** Goes away; nobody can connect any more. */
  close(): Promise<void>;
}

export interface MailServerOptions {
  /** A free one without it. */
  port?: number;
  /** Asks for this user and password, over TLS alone (STARTTLS, with a certificate that nobody signed). */
  login?: { user: string; password: string };
}

/** A real SMTP server on this machine. It keeps what it takes, and sends nothing on. */
export async function startMailServer({ port = 0, login }: MailServerOptions = {}): Promise<MailServer> {
  const mails: Mail[] = [];
  const waiting = new Set<() => void>();
  let refusal: { code: number; message: string } | undefined;
  let attempts = 0;

  const server = new SMTPServer({
    // It would warn on stderr of its certificate, which is only for tests.
    logger: false,
    authOptional: login === undefined,
    disabledCommands: login ? [] : ["AUTH", "STARTTLS"],
    closeTimeout: 100,
    onAuth({ username, password }, _session, answer) {
      if (username === login?.user && password === login?.password) return answer(null, { user: username });
      answer(new Error("Invalid username or password"));
    },
    onRcptTo(_address, _session, answer) {
      attempts++;
      if (!refusal) return answer();
      answer(Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks);
        void PostalMime.parse(raw).then((parsed) => {
          mails.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            subject: parsed.subject ?? "",
            from: parsed.headers.find(({ key }) => key === "from")?.value ?? "",
            text: parsed.text ?? "",
            html: parsed.html ?? "",
            headers: parsed.headers.map(({ key, value }) => [key, value]),
            raw: raw.toString("utf8"),
            overTls: session.secure,
            user: typeof session.user === "string" ? session.user : undefined,
          });
          for (const look of waiting) look();
          answer();
        }, answer);
      });
    },
  });
  // A client that hangs up in the middle is not this server's end.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));

  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    refuse: (answer) => {
      refusal = answer;
    },
    attempts: () => attempts,
    mailThat: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const mail = mails.find(fits);
          if (!mail) return;
          waiting.delete(look);
          resolve(mail);
        };
        waiting.add(look);
        look();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The one address in a mail that leads to `path`. */
export function linkIn({ text }: Mail, path: string): string {
  const links = (text.match(/https?:\/\/\S+/g) ?? []).filter((link) =>
    new URL(link).pathname.startsWith(path),
  );
  if (links.length !== 1) throw new Error(`${links.length} links to ${path}`);
  return links[0] ?? "";
}
