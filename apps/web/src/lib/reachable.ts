/** What a page says when a call does not reach the server. */
export const UNREACHABLE =
  "We can’t reach the server. Check your connection, then try again. Nothing was lost.";
