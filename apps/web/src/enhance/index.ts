import { readServerTime, watchClocks } from "./clocks";
import { watchCodeField } from "./code-field";
import { watchCopying } from "./copying";
import { wakeOrSleep, watchDecision } from "./decision";
import { isSending, watchForms } from "./forms";
import { ask, show } from "./swap";

/*
 * The whole script of /authorize. The page is HTML and forms and works without it; this makes it answer in place,
 * format the code, count down, and see by itself what becomes of the login.
 */

/** Between two looks. Soon at first, when the terminal is about to take its key, then seldom. */
const LOOK_EVERY_MS = [1_000, 1_000, 1_000, 2_000, 2_000, 3_000, 5_000];

let looking: ReturnType<typeof setTimeout> | undefined;
let looks = 0;

function afterShown(): void {
  readServerTime();
  wakeOrSleep();
  looks = 0;
  lookLater();
}

function lookLater(): void {
  clearTimeout(looking);
  if (!document.querySelector("main[data-look-again]")) return;
  looking = setTimeout(() => void look(), LOOK_EVERY_MS[Math.min(looks++, LOOK_EVERY_MS.length - 1)]);
}

/** The same page again, from the server; what is new takes its place. */
async function look(): Promise<void> {
  const before = document.querySelector("main")?.innerHTML;
  const came = document.hidden ? undefined : await ask(location.href);
  if (came?.kind === "page" && !isSending() && came.page.querySelector("main")?.innerHTML !== before) {
    show(came, { keepsFocus: true });
    readServerTime();
    wakeOrSleep();
  }
  lookLater();
}

let hasEnded = false;

/** The code has ended: the server says what that means. */
function onEnd(): void {
  if (hasEnded || isSending()) return;
  hasEnded = true;
  void ask(location.href).then((came) => {
    if (came.kind !== "page") return location.reload();
    show(came);
    hasEnded = false;
    afterShown();
  });
}

watchCodeField();
watchCopying();
watchDecision();
watchForms(afterShown);
watchClocks(onEnd);
lookLater();
// Back and forward lead to pages that were swapped in.
window.addEventListener("popstate", () => location.reload());
