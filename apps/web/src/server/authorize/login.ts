import type { Caller, LoginView } from "@alprina/api";
import type { GetServerSidePropsContext } from "next";
import type { Outcome } from "@/components/authorize/outcome-texts";
import { loginPath } from "@/lib/next-path";
import { explainRefusal, type Problem } from "@/lib/problem";
import { userCodeFromQuery } from "@/lib/user-code";
import { answerPerson, toProblem, type PageResult, type Step } from "./answer";

/** `/authorize/{grant}`: the question while it is one, and afterwards what has come of it. */
export function loginPage(context: GetServerSidePropsContext): Promise<PageResult> {
  const grantId = String(context.params?.grant);
  const { query } = context;
  const code = userCodeFromQuery(query.user_code);
  return answerPerson(context, {
    here: (form) => loginPath(grantId, form ? typedIn(form) : code),
    look: (api) => show(api, { grantId, code, when: query.before === undefined ? "now" : "before" }),
    send: (api, form) => decide(api, grantId, form),
  });
}

const typedIn = (form: URLSearchParams | null) => userCodeFromQuery(form?.get("user_code") ?? undefined);

interface Shown {
  grantId: string;
  code: string;
  when: Outcome["when"];
  problem?: Problem;
}

async function show(api: Caller, { grantId, code, when, problem }: Shown): Promise<Step> {
  // An address that somebody cut short names no login; the procedure would call that bad input.
  const view = await api.grants
    .show({ grantId, userCode: code || undefined })
    .catch((): LoginView => ({ kind: "unknown" }));
  switch (view.kind) {
    case "pending":
      return { step: "review", code, request: view.request, problem: problem ?? null };
    case "unknown":
      return { goTo: "/authorize" };
    case "disowned": {
      const { kind, client, from, pausedSeconds } = view;
      return outcome({ kind, when, client, from, pausedSeconds: pausedSeconds ?? undefined });
    }
    default:
      return outcome({ ...view, when });
  }
}

const outcome = (outcome: Outcome): Step => ({ step: "outcome", code: "", outcome });

/** What the person clicked. The answer to it has its own address, which says what it was however often it is asked. */
async function decide(api: Caller, grantId: string, form: URLSearchParams | null): Promise<Step> {
  const code = typedIn(form);
  const again = (problem: Problem) => show(api, { grantId, code, when: "now", problem });
  const clicked = form?.get("decision");
  if (!form || !clicked) return again(explainRefusal({ code: "BAD_REQUEST" }));
  try {
    if (clicked === "approve") {
      if (!form.has("compared")) return await again({ status: 422, word: "notCompared" });
      return await after(
        api.grants.decide({
          ...{ grantId, decision: "approve", scopes: form.getAll("scope") },
          lifetimeSeconds: Number(form.get("lifetime")) || undefined,
        }),
      );
    }
    return await after(api.grants.decide({ grantId, decision: "deny", wasNotMe: clicked === "disown" }));
  } catch (error) {
    return again(toProblem(error));
  }

  async function after(answer: ReturnType<Caller["grants"]["decide"]>): Promise<Step> {
    const { kind } = await answer;
    switch (kind) {
      case "approved":
      case "denied":
        return { goTo: loginPath(grantId, "") };
      case "already-decided":
      case "expired":
        return { goTo: `${loginPath(grantId, "")}?before` };
      case "other-network":
      case "taken":
      case "unknown":
        return outcome({ kind, when: "now" });
    }
  }
}
