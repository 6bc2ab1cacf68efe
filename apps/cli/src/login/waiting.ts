import type { Progress } from "@alprina/cli-auth/client";
import yoctoSpinner from "yocto-spinner";

import type { Terminal } from "../terminal";
import { countdown } from "../time";

export interface Waiting {
  start: (what: string, expiresInSeconds: number) => void;
  onProgress: (progress: Progress) => void;
  stop: () => void;
}

/** Where there is room for less, `Waiting for you to approve` says it. */
const NARROW_COLUMNS = 60;

/** A spinner with the time left where somebody looks at it; elsewhere one line, and one for each change. */
export function createWaiting(terminal: Terminal): Waiting {
  return terminal.animated ? animatedWaiting(terminal) : plainWaiting(terminal);
}

function animatedWaiting({ columns, colors }: Terminal): Waiting {
  // Signals are main.ts's; it stops the login, and the login stops this.
  const spinner = yoctoSpinner({
    stream: process.stderr,
    handleSignals: false,
    ...(colors.isColorSupported && { color: "green" }),
  });
  let timer: NodeJS.Timeout | undefined;
  let what = "";
  let trouble = "";
  let endsAtMs = 0;
  const render = () => {
    const text = trouble || what;
    const said = columns < NARROW_COLUMNS ? text.replace(/ (in the browser|still).*/, "") : text;
    const left = what ? ` ${countdown((endsAtMs - performance.now()) / 1000)} left` : "";
    spinner.text = `${said}${left}`;
  };
  return {
    start(text, expiresInSeconds) {
      what = text;
      endsAtMs = performance.now() + expiresInSeconds * 1000;
      render();
      spinner.start();
      timer = setInterval(render, 1000);
    },
    onProgress(progress) {
      trouble = troubleIn(progress);
      if (trouble && !spinner.isSpinning) spinner.start();
      if (spinner.isSpinning) render();
    },
    stop() {
      clearInterval(timer);
      spinner.stop();
    },
  };
}

function plainWaiting(terminal: Terminal): Waiting {
  let said = "";
  return {
    start: (text, expiresInSeconds) =>
      terminal.say(`${text} This ends in ${Math.round(expiresInSeconds / 60)} minutes.`),
    onProgress(progress) {
      const trouble = troubleIn(progress);
      if (trouble !== said && trouble !== "") terminal.say(trouble);
      said = trouble;
    },
    stop() {},
  };
}

function troubleIn(progress: Progress): string {
  if (progress.kind === "retrying") return "The server does not answer; still trying.";
  if (progress.kind === "another-login")
    return "Another alprina login waits here; this one takes what it gets.";
  return "";
}
