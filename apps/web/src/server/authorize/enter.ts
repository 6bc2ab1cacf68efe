import type { Caller } from "@alprina/api";
import type { GetServerSidePropsContext } from "next";
import type { EnterView } from "@/components/authorize/view";
import { authorizePath, loginPath } from "@/lib/next-path";
import { explainRefusal } from "@/lib/problem";
import { formatUserCode, lettersOfPart, userCodeFromQuery } from "@/lib/user-code";
import { answerPerson, toProblem, type PageResult, type Step } from "./answer";

/** `/authorize`: the field for the code. What a code leads to that is over is shown here as well. */
export function enterPage(context: GetServerSidePropsContext): Promise<PageResult> {
  const fromQuery = userCodeFromQuery(context.query.user_code);
  return answerPerson(context, {
    here: (form) => authorizePath(form ? userCodeFromQuery(form.get("user_code") ?? "") : fromQuery),
    look: async () => enter({ code: fromQuery, cameWithAddress: fromQuery !== "" }),
    send: async (api, form) => {
      if (!form) return enter({ problem: explainRefusal({ code: "BAD_REQUEST" }) });
      const correct = form.get("correct");
      if (correct !== null) return enter({ code: formatUserCode(correct) });
      return reviewTyped(api, form.get("user_code") ?? "");
    },
  });
}

function enter(some: Partial<EnterView>): EnterView {
  return { step: "enter", code: "", cameWithAddress: false, lettersGiven: null, problem: null, ...some };
}

/** The click that binds the login to this person. Its page has an address of its own. */
async function reviewTyped(api: Caller, typed: string): Promise<Step> {
  const code = formatUserCode(typed);
  const lettersGiven = lettersOfPart(typed);
  if (lettersGiven !== null) return enter({ code, lettersGiven });
  try {
    const answer = await api.grants.review({ userCode: code });
    if (answer.kind === "pending") return { goTo: loginPath(answer.request.id, code) };
    if (answer.kind === "malformed") return enter({ code, lettersGiven: 0 });
    return { step: "outcome", code, outcome: { kind: answer.kind, when: "before" } };
  } catch (error) {
    return enter({ code, problem: toProblem(error) });
  }
}
