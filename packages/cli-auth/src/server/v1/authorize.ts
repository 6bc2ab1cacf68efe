import { deviceAuthorizeRequest, type AuthorizeResponse } from "../../protocol/index";
import { readFields } from "../body";
import type { RestOptions } from "../options";
import { WireError } from "../wire-error";

/** `POST /v1/auth/device/authorize`: a dashboard of somebody else's approves for the person who is signed in. */
export async function authorizeDevice(request: Request, { createCaller }: RestOptions): Promise<Response> {
  const caller = createCaller(request);
  // First who, then what: without a caller nobody learns what a good body looks like.
  await caller.me.get();
  const { user_code, stack_user_id } = await readFields(request, deviceAuthorizeRequest);
  const approved = await caller.grants.authorize({
    userCode: user_code,
    claimedSubject: stack_user_id ?? undefined,
  });
  if (!approved) throw new WireError(404, "not_found", "Invalid user code or authorization expired");
  return Response.json({ message: "Device authorized successfully", user_code } satisfies AuthorizeResponse);
}
