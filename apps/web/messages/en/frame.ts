/** A page whose frame failed: two sentences, which the browser has in every language. */
export default {
  title: "This page did not load",
  text: "It is our fault, not yours, and nothing was signed in or out by it. Reload the page in a moment.",
} as const;
