import { checkCode } from "./code-field";
import { ask, show } from "./swap";

let isBusy = false;

/**
 * Sends the page's forms without leaving the page: a click is sent once, says that it is under way, and when the
 * network is away everything stays as it was.
 */
export function watchForms(onShown: () => void): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const button = event.submitter as HTMLButtonElement | null;
    if (form.method !== "post" || form.hasAttribute("data-plain")) return;
    event.preventDefault();
    if (isBusy || button?.getAttribute("aria-disabled") === "true" || !checkCode(form)) return;
    void send(form, button, onShown);
  });
}

/** Whether a click is under way: what comes of it says more than anything that the page could find out meanwhile. */
export const isSending = (): boolean => isBusy;

async function send(
  form: HTMLFormElement,
  button: HTMLButtonElement | null,
  onShown: () => void,
): Promise<void> {
  isBusy = true;
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  if (button?.name) fields.append(button.name, button.value);
  button?.setAttribute("aria-busy", "true");
  form.querySelector("[data-problem]")?.remove();
  const came = await ask(form.action, fields);
  isBusy = false;
  if (came.kind === "elsewhere") return location.assign(came.url);
  if (came.kind === "page") {
    show(came);
    return onShown();
  }
  button?.removeAttribute("aria-busy");
  sayAway(form, button);
}

function sayAway(form: HTMLFormElement, button: HTMLButtonElement | null): void {
  const place = button?.closest("div");
  const words = document.createElement("p");
  words.textContent = document.querySelector<HTMLMetaElement>("meta[name=words-away]")?.content ?? "";
  words.setAttribute("role", "alert");
  words.dataset.problem = "";
  words.className =
    form.dataset.problemClass ??
    "rounded-md border border-danger-border bg-danger-tint px-4 py-3 text-body text-danger";
  (place ?? form).before(words);
}
