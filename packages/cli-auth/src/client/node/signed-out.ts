import { AlprinaError } from "../errors";

/** A key is wanted, and there is none: nobody has signed in here yet, or not as this account. */
export class SignedOutError extends AlprinaError {
  override readonly name = "SignedOutError";
  readonly kind = "signed-out";
  /** How to sign in. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
