export interface BrowserFacts {
  browser: string | null;
  system: string | null;
}

// The first that matches wins: most browsers name others before themselves.
const browsers: [name: string, pattern: RegExp][] = [
  ["Edge", /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ["Opera", /\bOPR\/(\d+)/],
  ["Samsung Internet", /\bSamsungBrowser\/(\d+)/],
  ["Firefox", /\b(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/],
  ["Safari", /\bVersion\/(\d+)[\d.]*(?: Mobile\/\w+)? Safari\//],
];

const systems: [name: string, pattern: RegExp][] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Windows", /\bWindows NT\b/],
  ["macOS", /\bMac OS X\b/],
  ["Ubuntu", /\bUbuntu\b/],
  ["Linux", /\bLinux\b/],
];

/** The browser and system that a User-Agent header names, for the person to recognise their own. */
export function readUserAgent(userAgent: string | null): BrowserFacts {
  const text = (userAgent ?? "").slice(0, 512);
  let browser: string | null = null;
  for (const [name, pattern] of browsers) {
    const match = pattern.exec(text);
    if (match) {
      browser = `${name} ${match[1] ?? ""}`.trim();
      break;
    }
  }
  return { browser, system: systems.find(([, pattern]) => pattern.test(text))?.[0] ?? null };
}
