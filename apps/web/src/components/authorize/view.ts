import type { Problem } from "@/lib/problem";
import type { LoginRequest } from "@/trpc/client";
import type { BrowserSide } from "./browser-side";
import type { Outcome } from "./outcome-texts";

/** The field for the code. */
export interface EnterView {
  step: "enter";
  code: string;
  cameWithAddress: boolean;
  /** How many letters the code had that was sent and is not whole. */
  lettersGiven: number | null;
  problem: Problem | null;
}

/** Who asks, and the question. */
export interface ReviewView {
  step: "review";
  code: string;
  request: LoginRequest;
  problem: Problem | null;
}

export interface OutcomeView {
  step: "outcome";
  /** What was typed, where it can be corrected. */
  code: string;
  outcome: Outcome;
}

/** One page of the way from a code to a decision. Each is whole as HTML; a script only makes it livelier. */
export type AuthorizeView = EnterView | ReviewView | OutcomeView;

export interface AuthorizePageProps {
  view: AuthorizeView;
  appName: string;
  /** Where the operator's own mark is; null where ours is drawn. */
  mark: string | null;
  cliName: string;
  /** Where this page is, to come back to. */
  path: string;
  browser: BrowserSide;
  /** The server's time, in milliseconds. */
  now: number;
}
