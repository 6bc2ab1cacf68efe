/**
 * Keeps Approve asleep until the codes are compared and something is allowed, and says why. Asleep and not disabled:
 * the keyboard still reaches it. Without this script the browser asks for the tick itself (`required`).
 */
export function watchDecision(): void {
  document.addEventListener("change", wakeOrSleep);
  wakeOrSleep();
}

export function wakeOrSleep(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-decision]")) {
    const button = form.querySelector<HTMLButtonElement>("button[value=approve]");
    const says = form.querySelector<HTMLElement>("[data-asleep]");
    if (!button || !says) continue;
    const why = says.dataset.asleep || whyAsleep(form);
    if (why) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
    if (says.textContent !== (why ?? "")) says.textContent = why;
    form.querySelector("[data-awake]")?.classList.toggle("hidden", why !== null);
  }
}

/** The words are the page's, in its language. */
function whyAsleep(form: HTMLFormElement): string | null {
  const fields = new FormData(form);
  if (form.querySelector("[name=scope]") && !fields.has("scope")) return form.dataset.allowsNothing ?? "";
  return form.querySelector("[name=compared]") && !fields.has("compared")
    ? (form.dataset.notCompared ?? "")
    : null;
}
