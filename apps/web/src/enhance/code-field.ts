import { formatUserCode, lettersOfPart, retypeUserCode, userCodeLetters } from "../lib/user-code";

const fieldOf = (event: Event): HTMLInputElement | null =>
  event.target instanceof HTMLInputElement && event.target.matches("[data-code-field]") ? event.target : null;

/** Formats `XXXX-XXXX` as it is typed. The value and the caret change together. */
function format(event: Event): void {
  const field = fieldOf(event);
  // An input method is in the middle of a letter; it will tell when it is done.
  if (!field || (event as InputEvent).isComposing) return;
  const next = retypeUserCode(field.value, field.selectionStart ?? field.value.length);
  if (next.value === field.value) return;
  field.value = next.value;
  field.setSelectionRange(next.caret, next.caret);
}

/** Backspace behind the dash means the letter before it: the dash comes by itself and goes by itself. */
function eraseOverDash(event: KeyboardEvent): void {
  const field = fieldOf(event);
  const caret = field?.selectionStart ?? 0;
  if (!field || event.key !== "Backspace" || caret !== field.selectionEnd || field.value[caret - 1] !== "-") {
    return;
  }
  event.preventDefault();
  field.value = formatUserCode(userCodeLetters(field.value.slice(0, caret - 2) + field.value.slice(caret)));
  field.setSelectionRange(caret - 2, caret - 2);
}

/** Says at once what the server would say. True when the form may go. */
export function checkCode(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLInputElement>("[data-code-field]");
  const letters = field && lettersOfPart(field.value);
  if (!field || letters === null) return true;
  const hint = document.getElementById(field.getAttribute("aria-describedby") ?? "");
  if (hint) {
    const words = Object.assign(document.createElement("span"), { className: "text-danger" });
    words.textContent = (JSON.parse(field.dataset.missing ?? "[]") as string[])[letters] ?? "";
    words.setAttribute("role", "alert");
    hint.replaceChildren(words);
  }
  field.setAttribute("aria-invalid", "true");
  field.focus();
  return false;
}

export function watchCodeField(): void {
  document.addEventListener("input", format);
  document.addEventListener("compositionend", format);
  document.addEventListener("keydown", eraseOverDash);
}
