import type { AuthorizeView } from "@/components/authorize/view";

/** The status of a page: what did not work says so, for whoever reads no page. */
export function statusOf(view: AuthorizeView): number {
  if (view.step === "outcome") return view.outcome.kind === "unknown" ? 404 : 200;
  if (view.problem) return view.problem.status;
  return view.step === "enter" && view.lettersGiven !== null ? 422 : 200;
}
