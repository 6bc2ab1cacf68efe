/** Shows what another request of this page brought, in place: nothing flashes, and the focus goes to what is new. */

export type Came =
  { kind: "page"; url: string; page: Document } | { kind: "elsewhere"; url: string } | { kind: "away" };

/** Asks for a page of this kind, by GET or with a form. Redirects are followed, as the browser would. */
export async function ask(url: string, body?: URLSearchParams): Promise<Came> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { method: body ? "POST" : "GET", body, headers: { Accept: "text/html" } });
    text = await response.text();
  } catch {
    return { kind: "away" };
  }
  const page = new DOMParser().parseFromString(text, "text/html");
  // Only our own frame is put in place of itself; anything else (a sign-in page, a proxy's word) is visited.
  if (page.querySelector("meta[name=server-time]")) return { kind: "page", url: response.url, page };
  return response.ok ? { kind: "elsewhere", url: response.url } : { kind: "away" };
}

/** `keepsFocus` for what changes by itself: it must not take the keyboard away from anybody. */
export function show({ url, page }: { url: string; page: Document }, { keepsFocus = false } = {}): void {
  const [now, next] = [document.querySelector("main"), page.querySelector("main")];
  if (!now || !next) return location.assign(url);
  document.title = page.title;
  const clock = "meta[name=server-time]";
  document.querySelector(clock)?.replaceWith(page.querySelector(clock) ?? "");
  now.replaceWith(document.adoptNode(next));
  if (url !== location.href) {
    if (keepsFocus) history.replaceState(null, "", url);
    else history.pushState(null, "", url);
  }
  if (!keepsFocus) focusOn(next);
}

function focusOn(main: HTMLElement): void {
  window.scrollTo({ top: 0 });
  const target = main.querySelector<HTMLElement>("[aria-invalid]") ?? main.querySelector("h1");
  if (target?.localName === "h1") target.tabIndex = -1;
  target?.focus({ preventScroll: true });
}
