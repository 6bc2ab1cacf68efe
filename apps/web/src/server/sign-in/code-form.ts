import { apiRoute } from "../api-route";
import { goTo, knock, readFields, refuseForeignForm } from "./form-door";
import { returnedFormCookie } from "./returned-form";
import { safeNextPath, secondStep, SECOND_STEP } from "@/lib/next-path";
import { readShutDoor } from "@/lib/sign-in";

/** The form with the code of a second factor, as the browser sends it without a script. */
export const codeForm = apiRoute(async (request, container) => {
  const foreign = refuseForeignForm(request, container);
  if (foreign) return foreign;
  const field = await readFields(request);
  const next = safeNextPath(field("next"));
  const reply = await knock(container, request, "/sign-in/second-factor", {
    code: field("code").slice(0, 64),
  });
  if (reply.ok) return goTo(next, reply.headers.getSetCookie());
  const isHttps = container.env.publicUrl.startsWith("https:");
  const returned = { door: await readShutDoor(reply), email: "", name: "" };
  return goTo(secondStep(next), [returnedFormCookie(SECOND_STEP, returned, isHttps)]);
});
