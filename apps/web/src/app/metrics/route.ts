import { notFound } from "next/navigation";
import { apiRoute } from "@/server/api-route";
import { metricsReply } from "@/server/observe/metrics-reply";

export const dynamic = "force-dynamic";

/** The metrics on the main port. Without METRICS_TOKEN there is no such path. */
export const GET = apiRoute(async (request, { env, measures }) => {
  const { token } = env.metrics;
  if (token === undefined) notFound();
  const { status, headers, text } = await metricsReply(measures, token, request.headers.get("authorization"));
  return new Response(text, { status, headers });
});
