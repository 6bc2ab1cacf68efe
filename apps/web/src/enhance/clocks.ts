import { clockTime, exactTime, relativeTime } from "../lib/dates";
import { sampleServerTime, serverNow } from "../lib/server-clock";

const SOON_MS = 60_000;

/** Counts down to `data-ends`, keeps `data-ago` true, and calls `onEnd` when the question on the page has ended. */
export function watchClocks(onEnd: () => void): void {
  const tick = () => {
    let isOver = false;
    for (const timer of document.querySelectorAll<HTMLElement>("[data-ends]")) {
      const left = Date.parse(timer.dataset.ends ?? "") - serverNow();
      const shown = timer.querySelector("span");
      if (shown) shown.textContent = clockTime(left);
      timer.toggleAttribute("data-soon", left < SOON_MS);
      isOver ||= left <= 0;
    }
    for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-ago]")) {
      const words = { language: document.documentElement.lang, justNow: time.dataset.ago ?? "" };
      time.textContent = relativeTime(new Date(time.dateTime), serverNow(), words);
      time.title = exactTime(new Date(time.dateTime), words.language);
    }
    if (isOver) onEnd();
  };
  readServerTime();
  tick();
  setInterval(tick, 1000);
  // A laptop that wakes up has slept through its ticks.
  document.addEventListener("visibilitychange", tick);
}

/** The page says when it was made. */
export function readServerTime(): void {
  const made = document.querySelector<HTMLMetaElement>("meta[name=server-time]")?.content;
  if (made) sampleServerTime(Number(made));
}
