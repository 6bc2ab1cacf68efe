/** Buttons that copy `data-copy`. The line behind each says what came of it: browsers refuse on plain http. */
export function watchCopying(): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest<HTMLButtonElement>("[data-copy]");
    if (button) void copy(button);
  });
}

const SAID_FOR_MS = 2_000;

async function copy(button: HTMLButtonElement): Promise<void> {
  const status = button.nextElementSibling;
  const say = (words: string) => {
    if (status) status.textContent = words;
  };
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? "");
    say(button.dataset.copied ?? "");
  } catch {
    say(button.dataset.refused ?? "");
  }
  status?.classList.remove("sr-only");
  status?.classList.add("pe-2", "text-xs");
  setTimeout(() => {
    say("");
    status?.classList.add("sr-only");
  }, SAID_FOR_MS);
}
