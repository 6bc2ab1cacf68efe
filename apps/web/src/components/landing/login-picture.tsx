import { BrowserSketch } from "./browser-sketch";
import { TerminalWindow } from "./terminal-window";

const CODE = "WDJB-MJHT";

/** A login, drawn: the terminal that asks, the browser that answers, and the line between them. */
export function LoginPicture({ cliName, publicUrl }: { cliName: string; publicUrl: string }) {
  return (
    <figure className="mt-12 grid grid-cols-1 sm:mt-16 md:grid-cols-[1.35fr_6.5rem_1fr] md:items-center">
      <TerminalWindow
        label={`A terminal: ${cliName} login prints the code ${CODE} and waits for the browser`}
      >
        <p>
          <Green>$</Green> {cliName} login
        </p>
        <p>
          <b>&gt;</b>
          <Green>_</Green> Signing in to <b>{publicUrl}</b>
        </p>
        <div className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 pl-4">
          <Soft>Your code</Soft>
          <span className="font-semibold">
            <Green>{CODE}</Green>
          </span>
          <Soft>Open</Soft>
          <span className="min-w-0 break-words">
            {publicUrl}/<wbr />
            authorize
          </span>
        </div>
        <p className="mt-3">Approve only if the browser shows this same code.</p>
        <p>
          <Green>✓</Green> Signed in as <b>Ada Lovelace &lt;ada@example.com&gt;</b>
        </p>
      </TerminalWindow>
      <div aria-hidden className="flex h-16 flex-col items-center md:h-auto md:flex-row">
        <span className="flex-1 border-l-2 border-ok md:border-t-2 md:border-l-0" />
        <span className="px-2 py-1 text-center text-xs/[15px] font-semibold text-ok">
          same <br className="max-md:hidden" />
          code
        </span>
        <span className="flex-1 border-l-2 border-ok md:border-t-2 md:border-l-0" />
      </div>
      <BrowserSketch code={CODE} />
    </figure>
  );
}

function Green({ children }: { children: string }) {
  return <span className="text-screen-green">{children}</span>;
}

function Soft({ children }: { children: string }) {
  return <span className="text-screen-soft">{children}</span>;
}
