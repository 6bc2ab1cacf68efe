import type { ShutDoor } from "./sign-in";

/**
 * A form for signing in or up that was sent without a script and refused: why, and what was typed, but for secrets.
 * It carries no sentence: it comes back in a cookie, which a neighbouring domain could set, and could so put words of
 * its own on a page of ours.
 */
export interface ReturnedForm {
  door: ShutDoor;
  email: string;
  name: string;
}
