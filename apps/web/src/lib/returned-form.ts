import type { SignInRefusal } from "./sign-in";

/** A form for signing in or up that was sent without a script and refused: why, and what was typed, but for secrets. */
export interface ReturnedForm {
  refusal: SignInRefusal;
  email: string;
  name: string;
}
