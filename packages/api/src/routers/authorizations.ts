import { z } from "zod";
import { decideAuthorization } from "../services/decide-authorization";
import { redeemAuthorizationCode } from "../services/redeem-authorization-code";
import { reviewAuthorization } from "../services/review-authorization";
import { personProcedure, publicProcedure, router } from "../trpc";
import { chosenScopes, credentials, deviceFacts, scope, secret } from "./inputs";

// PostgreSQL keeps no NUL.
const parameter = z
  .string()
  .max(2_000)
  .regex(/^[^\0]*$/)
  .optional();

const request = deviceFacts.extend({
  clientId: parameter,
  redirectUri: parameter,
  responseType: parameter,
  responseMode: parameter,
  scope,
  state: parameter,
  nonce: parameter,
  prompt: parameter,
  codeChallenge: parameter,
  codeChallengeMethod: parameter,
  hasRequestObject: z.boolean(),
  repeated: z.array(z.string().max(200)).max(50),
});

/** A login whose client has a browser beside it (RFC 6749 §4.1 with RFC 7636). */
export const authorizationsRouter = router({
  review: publicProcedure.input(request).query(({ ctx, input }) => reviewAuthorization(ctx.deps, input)),

  decide: personProcedure
    .input(
      z.object({
        request,
        decision: z.enum(["approve", "deny"]),
        scopes: chosenScopes,
        shownAccount: parameter,
      }),
    )
    .mutation(({ ctx, input }) => decideAuthorization(ctx.deps, ctx.sender, ctx.person, input)),

  redeem: publicProcedure
    .input(
      z.object({
        client: credentials,
        code: secret,
        redirectUri: parameter,
        codeVerifier: secret.optional(),
      }),
    )
    .mutation(({ ctx, input }) => redeemAuthorizationCode(ctx.deps, input)),
});
