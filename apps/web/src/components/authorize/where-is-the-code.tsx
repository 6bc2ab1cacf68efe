import { useTranslations } from "#translations";
import { TerminalWindow } from "@/components/landing/terminal-window";

/** For somebody who looks for the code, or who should not have one. */
export function WhereIsTheCode({ cliName }: { cliName: string }) {
  const t = useTranslations("authorize.enter");
  return (
    <section aria-labelledby="where" className="mt-8 grid items-center gap-5 sm:grid-cols-2 sm:gap-8">
      <div>
        <h2 id="where" className="font-semibold">
          {t("whereTitle")}
        </h2>
        <p className="mt-1 text-body text-muted-foreground">
          {t.rich("where", { command: `${cliName} login`, code: (command) => <Cmd>{command}</Cmd> })}
        </p>
      </div>
      <TerminalWindow label={t("picture")}>
        <p>
          <span className="text-screen-green">$</span> {cliName} login
        </p>
        <p className="mt-3 text-screen-soft">
          Your code <span className="ms-3 font-semibold text-screen-green">XXXX-XXXX</span>
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
