import { TerminalWindow } from "@/components/landing/terminal-window";

/** For somebody who looks for the code, or who should not have one. */
export function WhereIsTheCode({ cliName }: { cliName: string }) {
  return (
    <section aria-labelledby="where" className="mt-8 grid items-center gap-5 sm:grid-cols-2 sm:gap-8">
      <div>
        <h2 id="where" className="font-semibold">
          Where the code is
        </h2>
        <p className="mt-1 text-[15px]/6 text-muted-foreground">
          In the terminal in which you typed <Cmd>{cliName} login</Cmd>. It works for 15 minutes. If somebody
          sent you a code, do not enter it: they would be signed in as you.
        </p>
      </div>
      <TerminalWindow label="A terminal that shows a code">
        <p>
          <span className="text-screen-green">$</span> {cliName} login
        </p>
        <p className="mt-3 text-screen-soft">
          Your code <span className="ml-3 font-semibold text-screen-green">XXXX-XXXX</span>
        </p>
      </TerminalWindow>
    </section>
  );
}

function Cmd({ children }: { children: React.ReactNode }) {
  return (
    <code className="font-mono text-[0.92em] font-medium whitespace-nowrap text-foreground">{children}</code>
  );
}
