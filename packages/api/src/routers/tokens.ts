import { z } from "zod";
import { introspectToken } from "../services/introspect-token";
import { readClaims } from "../services/read-claims";
import { renewKey } from "../services/renew-key";
import { revokeToken } from "../services/revoke-token";
import { publicKeys } from "../services/signing-keys";
import { publicProcedure, router } from "../trpc";
import { credentials, scope, secret } from "./inputs";

/** What a client or an API may do with a token that it holds. Not queries: those travel in URLs, and into logs. */
export const tokensRouter = router({
  renew: publicProcedure
    .input(z.object({ client: credentials, refreshToken: secret, scope }))
    .mutation(({ ctx, input }) => renewKey(ctx.deps, ctx.sender, input)),

  introspect: publicProcedure
    .input(z.object({ client: credentials, token: z.string().max(4_096) }))
    .mutation(({ ctx, input }) => introspectToken(ctx.deps, ctx.sender, input)),

  revoke: publicProcedure
    .input(z.object({ client: credentials, token: z.string().max(4_096) }))
    .mutation(({ ctx, input }) => revokeToken(ctx.deps, ctx.sender, input)),

  claims: publicProcedure
    .input(z.object({ apiKey: z.string().max(512) }))
    .mutation(({ ctx, input }) => readClaims(ctx.deps, input)),

  publicKeys: publicProcedure.query(({ ctx }) => publicKeys(ctx.deps)),
});
