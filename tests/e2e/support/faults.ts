import type { Page } from "@playwright/test";

/** Code, names, times, and what says that it is in another language. */
const DATA = "code, pre, bdi, time, output, script, style, noscript, [translate=no], body [lang], .code-type";

/** Attributes that people read or hear. */
const READ_OUT = ["aria-label", "title", "placeholder", "alt"];

/** Spans of time, which the browser's own words say, and in test languages in English. */
const DURATION = String.raw`\d+ (?:second|minute|hour|day|year)s?`;

interface Foreign {
  /** What must not stand there, as a regular expression. */
  words: string;
  /** What people, devices and programs are called: it is the same in every language. */
  names: string[];
}

/** Texts on the page, seen or heard, that have `words` of another language in them. */
export async function foreignTexts(page: Page, { words, names }: Foreign): Promise<string[]> {
  return page.evaluate(
    ({ data, attributes, durations, foreign, known }) => {
      const found = new Set<string>();
      const look = (text: string, where: string) => {
        const rest = known
          .reduce((left, one) => left.replaceAll(one, " "), text)
          .replaceAll("XXXX-XXXX", " ")
          .replaceAll(/\S+@example\.test/g, " ")
          // Lists are joined by the browser's own words, too.
          .replaceAll("⟧ and ⟦", " ")
          .replaceAll(new RegExp(durations, "g"), " ");
        if (new RegExp(foreign, "i").test(rest)) found.add(`${where}${text.trim().slice(0, 200)}`);
      };
      const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (!parent || parent.closest(data) || !isSeen(parent)) continue;
        look(walker.currentNode.textContent ?? "", "");
      }
      for (const name of attributes) {
        for (const element of document.querySelectorAll(`body [${name}]`)) {
          if (element.matches(data) || element.closest("[translate=no], body [lang]")) continue;
          look(element.getAttribute(name) ?? "", `${name}=`);
        }
      }
      // A guide has its own title, which has no place to say in which language it is.
      if (!document.querySelector("h1[lang]")) look(document.title, "title: ");
      return [...found];
    },
    { data: DATA, attributes: READ_OUT, durations: DURATION, foreign: words, known: names },
  );
}

/** Boxes of the page that do not hold what is in them, and the page itself when it scrolls sideways. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults = new Set<string>();
    const { documentElement: root, body } = document;
    const widest = Math.max(root.scrollWidth, body.scrollWidth);
    if (widest > root.clientWidth) faults.add(`the page is ${widest} px wide`);
    for (const element of body.querySelectorAll<HTMLElement>("*")) {
      // Cheap first: almost nothing holds more than it shows.
      const wider = element.scrollWidth - element.clientWidth;
      const higher = element.scrollHeight - element.clientHeight;
      if ((wider <= 1 && higher <= 1) || element.clientWidth === 0) continue;
      // What is for screen readers is a pixel; a line that is cut on purpose says so by its class.
      if (element.closest(".sr-only, .truncate, pre, svg, select, input")) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === "inline") continue;
      const isCut = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const isButton = element.matches("button, summary");
      const name = `<${element.localName} class="${element.className}">${element.innerText.slice(0, 60)}`;
      if ((isButton || isCut(overflowX)) && wider > 1) faults.add(`too wide by ${wider} px: ${name}`);
      if ((isButton || isCut(overflowY)) && higher > 1) faults.add(`too high by ${higher} px: ${name}`);
    }
    return [...faults];
  });
}
