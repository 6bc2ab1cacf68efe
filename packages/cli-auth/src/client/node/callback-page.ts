/** What the person sees in the browser when it comes back to the command line: no script, nothing from elsewhere. */
export function callbackPage({ title, text }: { title: string; text: string }): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<style>
  :root { font: 16px/1.5 system-ui, sans-serif; color: light-dark(#18181b, #fafafa); background: light-dark(#fff, #09090b) }
  body { min-height: 90vh; margin: 0; display: grid; place-content: center; padding: 1.5rem; text-align: center }
  h1 { font-size: 1.5rem; font-weight: 600; letter-spacing: -.01em; margin: 0 0 .5rem }
  p { color: light-dark(#52525b, #a1a1aa); margin: 0; max-width: 32rem }
  .mark { font: 600 1.5rem ui-monospace, monospace; margin-bottom: 1rem }
  .mark b { color: light-dark(#15803d, #4ade80) }
</style>
<body><div class="mark" aria-hidden="true">&gt;<b>_</b></div><h1>${escape(title)}</h1><p>${escape(text)}</p></body>
</html>
`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
