import { apiRoute } from "../api-route";
import { goTo, knock, readFields, refuseForeignForm } from "./form-door";
import { returnedFormCookie } from "./returned-form";
import { safeNextPath, secondStep, signInAgain, withNext } from "@/lib/next-path";
import { readShutDoor, SECOND_FACTOR_REQUIRED } from "@/lib/sign-in";

/**
 * The form of this page as the browser sends it without a script. It goes through better-auth's own door, with all
 * that stands before it, and comes back as a redirect: on to where the person was going, to the page that asks for
 * their code, or to the page with what was wrong.
 */
export const passwordForm = (page: "/sign-in" | "/sign-up") =>
  apiRoute(async (request, container) => {
    const foreign = refuseForeignForm(request, container);
    if (foreign) return foreign;
    const field = await readFields(request);
    const [email, name, next] = [field("email").trim(), field("name").trim(), safeNextPath(field("next"))];
    const reply = await knock(container, request, `${page}/email`, {
      ...{ email, password: field("password") },
      ...(page === "/sign-up" && { name }),
    });
    if (reply.ok) return goTo(next, reply.headers.getSetCookie());
    const door = await readShutDoor(reply);
    if (door.code === SECOND_FACTOR_REQUIRED) return goTo(secondStep(next), reply.headers.getSetCookie());
    const returned = { door, email: email.slice(0, 320), name: name.slice(0, 320) };
    const isHttps = container.env.publicUrl.startsWith("https:");
    const back = page === "/sign-in" && field("again") === "1" ? signInAgain(next) : withNext(page, next);
    return goTo(back, [returnedFormCookie(page, returned, isHttps)]);
  });
