import type { OperatorStanding } from "@alprina/api";
import Link from "next/link";
import { OperatorNote } from "@/components/admin/operator-note";
import { CommandLine } from "@/components/site/command-line";
import { Button } from "@/components/ui/button";
import { firstCommand } from "@/lib/first-command";
import { firstName, type Viewer } from "@/lib/person";
import { ForDevelopers } from "./for-developers";
import { LoginPicture } from "./login-picture";
import { Steps } from "./steps";

interface WelcomeProps {
  viewer: Viewer;
  operator: OperatorStanding | null;
  cliName: string;
  publicUrl: string;
}

/** For somebody who is signed in: the three things to do here. */
export function Welcome({ viewer, operator, cliName, publicUrl }: WelcomeProps) {
  const { command, fromCheckout } = firstCommand({ cliName, publicUrl });
  const name = firstName(viewer);
  return (
    <main className="page-width pt-8 pb-20 sm:pt-14">
      <h1 className="text-[32px]/9 font-semibold tracking-[-0.03em] break-words sm:text-[44px]/12">
        {name ? `Hello, ${name}` : "Hello"}
      </h1>
      <p className="mt-3 max-w-140 text-[17px]/7 text-muted-foreground sm:text-lg/8">
        You are signed in here, as {viewer.email}. Now your terminal.
      </p>
      <div className="mt-7 flex flex-col gap-3 min-[400px]:flex-row">
        <Button asChild size="lg">
          <Link href="/authorize">Enter a code</Link>
        </Button>
        <Button asChild variant="outline" size="lg">
          <Link href="/settings/devices">Your devices</Link>
        </Button>
      </div>
      {operator && <OperatorNote operator={operator} className="mt-7 max-w-180" />}
      <Steps
        title="Three ways on"
        steps={[
          {
            title: "Sign a terminal in",
            text: fromCheckout
              ? `It prints a code and opens the page to answer it. Installed, it is “${cliName} login”; from the checkout:`
              : "It prints a code and opens the page to answer it.",
            extra: <CommandLine command={command} />,
          },
          {
            title: "Or start from here",
            text: "For a machine without a browser: this page gives a code, and you type it there.",
            action: { href: "/settings/devices", name: "Add a device" },
          },
          {
            title: "See who is signed in",
            text: "Every terminal with its last use. Rename it, or end it at once.",
            action: { href: "/settings/devices", name: "Your devices" },
          },
        ]}
      />
      <LoginPicture cliName={cliName} publicUrl={publicUrl} />
      <ForDevelopers />
    </main>
  );
}
