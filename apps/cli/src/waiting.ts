import type { Progress } from "@alprina/cli-auth/client";
import yoctoSpinner from "yocto-spinner";

import type { Terminal } from "./terminal";
import { countdown } from "./time";

export interface Waiting {
  start: (what: string, expiresInSeconds: number) => void;
  /** To be handed to the SDK. */
  onProgress: (progress: Progress) => void;
  stop: () => void;
}

/** A spinner with the time left where somebody looks at it; elsewhere one line, and one for each change. */
export function createWaiting(terminal: Terminal): Waiting {
  return terminal.animated ? animatedWaiting() : plainWaiting(terminal);
}

function animatedWaiting(): Waiting {
  // Signals are main.ts's; it stops the login, and the login stops this.
  const spinner = yoctoSpinner({ color: "green", stream: process.stderr, handleSignals: false });
  let timer: NodeJS.Timeout | undefined;
  let what = "";
  let trouble = "";
  let endsAtMs = 0;
  const render = () => {
    spinner.text = `${trouble || what} ${countdown((endsAtMs - performance.now()) / 1000)} left`;
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
      terminal.say(`${text} The code ends in ${Math.round(expiresInSeconds / 60)} minutes.`),
    onProgress(progress) {
      const trouble = troubleIn(progress);
      if (trouble !== said && trouble !== "") terminal.say(trouble);
      said = trouble;
    },
    stop() {},
  };
}

function troubleIn(progress: Progress): string {
  return progress.kind === "retrying" ? "The server does not answer; still trying." : "";
}
