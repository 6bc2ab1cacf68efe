/** Documented replies that no contract test can or should bring about, and why. */
export const unseenWithReason: { replies: RegExp; why: string }[] = [
  { replies: / 500$/, why: "It is what we answer when we are wrong: there is no way to ask for it." },
  { replies: /^GET \/oauth\/authorize /, why: "It is a page: the browser tests open it." },
];
