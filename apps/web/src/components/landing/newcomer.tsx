import Link from "next/link";
import { CommandLine } from "@/components/site/command-line";
import { Button } from "@/components/ui/button";
import { firstCommand } from "@/lib/first-command";
import { ForDevelopers } from "./for-developers";
import { LoginPicture } from "./login-picture";
import { Steps } from "./steps";

interface NewcomerProps {
  appName: string;
  cliName: string;
  publicUrl: string;
  signInWays: { byPassword: boolean };
}

/** For somebody who is not signed in: what this is, and what to do next. */
export function Newcomer({ appName, cliName, publicUrl, signInWays }: NewcomerProps) {
  const start = signInWays.byPassword
    ? ({
        text: "With a name, an e-mail address and a password. It takes a minute, once.",
        action: { href: "/sign-up", name: "Create an account" },
      } as const)
    : ({
        text: "With the account that you have already. The first time makes you one here.",
        action: { href: "/sign-in", name: "Sign in" },
      } as const);
  const { command, fromCheckout } = firstCommand({ cliName, publicUrl });
  return (
    <main className="page-width pt-8 pb-20 sm:pt-16">
      <div className="max-w-170">
        <h1 className="text-[36px]/10 font-semibold tracking-[-0.035em] sm:text-[54px]/14">
          Sign your terminal in with your browser
        </h1>
        <p className="mt-4 max-w-140 text-[17px]/7 text-muted-foreground sm:text-lg/8">
          {appName} lets a command line sign in as you. You see which one asks, from where, and decide. Your
          password never touches the terminal.
        </p>
        <div className="mt-7 flex flex-col gap-3 min-[400px]:flex-row">
          <Button asChild size="lg">
            <Link href={start.action.href}>{start.action.name}</Link>
          </Button>
          <Button asChild variant="outline" size="lg">
            <Link href="/authorize">Enter a code</Link>
          </Button>
        </div>
      </div>
      <LoginPicture cliName={cliName} publicUrl={publicUrl} />
      <Steps
        title="What to do next"
        steps={[
          { title: start.action.name, ...start },
          {
            title: "Ask from a terminal",
            text: fromCheckout
              ? `It prints a code and opens this page. Installed, it is “${cliName} login”; from the checkout:`
              : "It prints a code and opens this page.",
            extra: <CommandLine command={command} />,
          },
          {
            title: "Compare, then approve",
            text: "The code here must be the one in your terminal. After that it is signed in, until you revoke it.",
            action: { href: "/settings/devices", name: "Your devices" },
          },
        ]}
      />
      <ForDevelopers />
    </main>
  );
}
