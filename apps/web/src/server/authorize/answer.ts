import { createCaller, isProductError, type Caller } from "@alprina/api";
import type { GetServerSidePropsContext, GetServerSidePropsResult } from "next";
import superjson from "superjson";
import type { SerializedPage } from "@/components/authorize/authorize-page";
import type { AuthorizePageProps, AuthorizeView } from "@/components/authorize/view";
import { publicConfig } from "@/env";
import { chooseLanguage } from "@/i18n/choose-language";
import { messagesIn } from "@/i18n/messages";
import { withNext } from "@/lib/next-path";
import { explainRefusal, type Problem } from "@/lib/problem";
import { browserSideOf } from "../browser-side";
import { getContainer } from "../container";
import { createContext } from "../context";
import { readForm, webRequest } from "../page-request";
import { statusOf } from "./status";

/*
 * The way of a person from a code to a decision, as plain pages and forms: each step is a page that a browser without
 * scripts can show, and each change is a form that it can send (RFC 8628 §3.3). After a change the browser is sent on
 * (303), so that loading the page again sends nothing again. What they call are the procedures of /api/trpc.
 */

/** The page that is shown now, or the one that the browser is sent on to. */
export type Step = AuthorizeView | { goTo: string };

export type PageResult = GetServerSidePropsResult<SerializedPage>;

/** What a page does with a request. */
export interface PageOf {
  /** Where somebody who must sign in first comes back to: with what they typed. */
  here: (form: URLSearchParams | null) => string;
  look: (api: Caller) => Promise<Step>;
  /** Null for a body that is no form of ours. */
  send: (api: Caller, form: URLSearchParams | null) => Promise<Step>;
}

/** Answers one request for whoever is signed in; anybody else signs in first. */
export async function answerPerson(
  { req, res, resolvedUrl }: GetServerSidePropsContext,
  { here, look, send }: PageOf,
): Promise<PageResult> {
  const isSent = req.method === "POST";
  const form = isSent ? await readForm(req) : null;
  const container = getContainer();
  const request = webRequest(req);
  const context = createContext(container, request);
  const signedIn = await context.findSignedIn().catch((error: unknown) => {
    // Another site's form: it is answered with the first page, and did nothing.
    if (isProductError(error) && error.code === "forbidden") return "not-ours" as const;
    throw error;
  });
  if (signedIn === "not-ours") return sendTo("/authorize");
  if (!signedIn || signedIn.person.lockedAt) return sendTo(withNext("/sign-in", here(form)));
  const api = createCaller(context);
  const view = await (isSent ? send(api, form) : look(api));
  if ("goTo" in view) return sendTo(view.goTo);
  res.statusCode = statusOf(view);
  const page: AuthorizePageProps = {
    view,
    ...pickNames(publicConfig()),
    path: resolvedUrl,
    browser: await browserSideOf(signedIn.person, request.headers, api),
    now: container.deps.now().getTime(),
  };
  const { cookie, "accept-language": acceptLanguage } = req.headers;
  const language = chooseLanguage({ cookie, acceptLanguage });
  const messages = await messagesIn(language, ["site", "errors", "authorize"]);
  return { props: { page: superjson.serialize(page), language, messages } };
}

/** A call that failed, in words; what is our fault goes to the log too. */
export function toProblem(error: unknown): Problem {
  const problem = explainRefusal(error);
  if (problem.status === 500) getContainer().logger.error({ err: error }, "a page could not be answered");
  return problem;
}

function pickNames({ appName, brand, cliName }: ReturnType<typeof publicConfig>) {
  return { appName, cliName, mark: brand.mark };
}

/** By GET, whatever led here (RFC 9110 §15.4.4). */
function sendTo(destination: string): PageResult {
  return { redirect: { destination, statusCode: 303 } };
}
