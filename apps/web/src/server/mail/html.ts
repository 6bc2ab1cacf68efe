import { escapeHtml } from "../escape-html";
import type { MailFacts } from "./facts";
import type { Letter } from "./letter";

/**
 * The mail as HTML: one column, no pictures, nothing from elsewhere. Colours stand in the elements, because some
 * mail programs drop style sheets; the sheet turns them for the dark where it is read.
 */
export function htmlOf(letter: Letter): string {
  const p = (text: string, style = "") => `<p style="margin:0 0 16px;${style}">${text}</p>`;
  return `<!doctype html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
<style>
@media (prefers-color-scheme: dark) {
  .paper { background: #101214 !important; }
  .card { background: #181b1e !important; border-color: #2a2e32 !important; }
  .ink, .ink a { color: #f0eee8 !important; }
  .soft, .soft a { color: #a3a6ab !important; }
  .ink .button { background: #ff8d82 !important; color: #1a0806 !important; }
  .line { border-color: #2a2e32 !important; }
}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#f7f6f2;">
<div class="paper" style="padding:24px 12px;background:#f7f6f2;">
<div class="card" style="max-width:560px;margin:0 auto;padding:28px 24px;background:#fffefb;border:1px solid #e3e0d7;border-radius:12px;${FONT}">
<div class="ink" style="color:#17191c;">
<h1 style="margin:0 0 4px;font-size:20px;line-height:28px;font-weight:600;">${escapeHtml(letter.title)}</h1>
${p(`<bdi>${escapeHtml(letter.name)}</bdi>`, "font-size:17px;font-weight:600;overflow-wrap:anywhere;")}
${p(escapeHtml(letter.wasYou))}
${p(escapeHtml(letter.wasNotYou))}
<p style="margin:0 0 24px;"><a class="button" href="${escapeHtml(letter.revokeUrl)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#a5261c;color:#ffffff;font-weight:600;text-decoration:none;">${escapeHtml(letter.button)}</a></p>
</div>
${letter.facts.map(sectionOf).join("\n")}
<div class="soft" style="margin-top:24px;color:#5d6066;font-size:13px;line-height:20px;">
${p(escapeHtml(letter.hearsay))}
${p(`${escapeHtml(letter.linkEnds)} ${escapeHtml(letter.copyAddress)}<br><span style="font-family:ui-monospace,Menlo,Consolas,monospace;font-size:12px;overflow-wrap:anywhere;word-break:break-all;">${escapeHtml(letter.revokeUrl)}</span>`)}
${p(`${escapeHtml(letter.allDevices)} <a href="${escapeHtml(letter.devicesUrl)}" style="color:#5d6066;">${escapeHtml(letter.devicesUrl)}</a>`)}
<p style="margin:0;">${escapeHtml(letter.why)}</p>
</div>
</div>
</div>
</body>
</html>
`;
}

const FONT =
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:24px;";

function sectionOf({ title, rows }: MailFacts): string {
  const lines = rows.map(
    ([name, value]) =>
      `<tr><td class="soft" style="width:64px;padding:3px 16px 3px 0;color:#5d6066;vertical-align:top;white-space:nowrap;">${escapeHtml(name)}</td><td class="ink" style="padding:3px 0;color:#17191c;vertical-align:top;overflow-wrap:anywhere;word-break:break-word;"><bdi>${escapeHtml(value)}</bdi></td></tr>`,
  );
  return `<div class="line" style="margin-top:16px;padding-top:14px;border-top:1px solid #e3e0d7;">
<h2 class="soft" style="margin:0 0 4px;color:#5d6066;font-size:13px;line-height:20px;font-weight:600;">${escapeHtml(title)}</h2>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px;line-height:20px;">${lines.join("")}</table>
</div>`;
}
