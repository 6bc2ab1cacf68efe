import { z } from "zod";
import { mustSignInAgain } from "../services/require-fresh-sign-in";
import { changePassword } from "../services/change-password";
import { exportAccount } from "../services/export-account";
import { deleteAccount } from "../services/delete-account";
import { renamePerson } from "../services/rename-person";
import { signOutEverywhere } from "../services/sign-out-everywhere";
import { waysToSignIn } from "../services/ways-to-sign-in";
import { personProcedure, router } from "../trpc";

const password = z.string().max(128);

/** The person who is signed in. */
export const meRouter = router({
  get: personProcedure.query(({ ctx }) => ctx.person),

  /** Since when and why they are an operator; null for everybody else. */
  operator: personProcedure.query(({ ctx }) => ctx.deps.store.findOperator(ctx.person.id)),

  mustSignInAgain: personProcedure.query(({ ctx }) => mustSignInAgain(ctx.deps, ctx.sender)),

  /** How they sign in: `password`, or the id of an identity provider. */
  waysToSignIn: personProcedure.query(({ ctx }) => waysToSignIn(ctx.deps, ctx.person)),

  export: personProcedure.query(({ ctx }) => exportAccount(ctx.deps, ctx.sender, ctx.person)),

  rename: personProcedure
    .input(z.object({ name: z.string().max(200) }))
    .mutation(({ ctx, input }) => renamePerson(ctx.deps, ctx.sender, ctx.person, input)),

  changePassword: personProcedure
    .input(z.object({ oldPassword: password, newPassword: password.min(8), devices: z.boolean() }))
    .mutation(({ ctx, input }) => changePassword(ctx.deps, ctx.sender, ctx.person, input)),

  signOutEverywhere: personProcedure
    .input(z.object({ devices: z.boolean(), keepThisBrowser: z.boolean() }))
    .mutation(({ ctx, input }) => signOutEverywhere(ctx.deps, ctx.sender, ctx.person, input)),

  deleteAccount: personProcedure
    .input(z.object({ email: z.string().max(320), password: password.optional() }))
    .mutation(({ ctx, input }) => deleteAccount(ctx.deps, ctx.sender, ctx.person, input)),
});
