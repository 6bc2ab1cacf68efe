import { setNonce } from "get-nonce";

/**
 * Menus and dialogs of Radix write a style element while they are open, to hold the page behind them still. Our
 * Content-Security-Policy wants the page's nonce on it, which the page's own scripts know. Imported for that alone.
 */
if (typeof document !== "undefined") {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) setNonce(nonce);
}
