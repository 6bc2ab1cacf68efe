import { useTranslations } from "#translations";
import { BrowserSketch } from "./browser-sketch";
import { TerminalWindow } from "./terminal-window";

/** The code of the film, too. */
const CODE = "WDJB-MJHT";
const FILMED = "alprina";

/** A login, drawn: the terminal that asks, the browser that answers, and the line between them. */
export function LoginPicture({ cliName, publicUrl }: { cliName: string; publicUrl: string }) {
  const t = useTranslations("landing.picture");
  const label = t("terminal", { command: `${cliName} login`, code: CODE });
  // A command line of another name is drawn.
  const isFilmed = cliName === FILMED;
  return (
    <figure className="mt-12 grid grid-cols-1 sm:mt-16 md:grid-cols-[1.35fr_6.5rem_1fr] md:items-center">
      {isFilmed && (
        // The real command line at a real terminal: `npm run shots -- recording` makes it.
        <img
          src="/login.svg"
          alt={label}
          width={683}
          height={346}
          className="hidden w-full rounded-lg md:block"
        />
      )}
      <TerminalWindow label={label} className={isFilmed ? "md:hidden" : undefined}>
        <p>
          <Green>$</Green> {cliName} login
        </p>
        <p>
          <b>&gt;</b>
          <Green>_</Green> Signing in to <b>{publicUrl}</b>
        </p>
        <div className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 ps-4">
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
        <span className="flex-1 border-s-2 border-ok md:border-s-0 md:border-t-2" />
        <span className="px-2 py-1 text-center text-xs/[15px] font-semibold text-ok">
          {t.rich("sameCode", { br: () => <br className="max-md:hidden" /> })}
        </span>
        <span className="flex-1 border-s-2 border-ok md:border-s-0 md:border-t-2" />
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
