import { z } from "zod";
import { isActivityKind, type ActivityKind } from "../domain/activity";
import { browseDevices } from "../services/browse-devices";
import { browsePeople } from "../services/browse-people";
import { countFigures } from "../services/count-figures";
import { listEverybodysActivity } from "../services/list-activity";
import { listClients } from "../services/list-clients";
import { lookAtPerson } from "../services/look-at-person";
import { revokeDeviceOf, revokeDevicesOf } from "../services/operate-devices";
import { lockPerson, signOutPerson, unlockPerson } from "../services/operate-people";
import { operatorChange, operatorProcedure, router } from "../trpc";
import { id } from "./inputs";

/** What an operator typed to find something, without the one character that PostgreSQL takes in no text. */
const typed = z
  .string()
  .max(320)
  .transform((text) => text.replaceAll("\u0000", ""));
const words = typed.optional();
/** Ids of people are better-auth's, or ours. */
const person = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const personId = person.shape.id;
const cursor = z
  .string()
  .regex(/^\d{1,13}\.[\w-]{1,64}$/)
  .optional();
const deviceCursor = z
  .string()
  .regex(/^\d{1,13}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .optional();
const kind = z.string().refine((name): name is ActivityKind => isActivityKind(name));

/** The server, for the operators of it: who is here, what is signed in, what happened, and what to do about it. */
export const adminRouter = router({
  figures: operatorProcedure.query(({ ctx }) => countFigures(ctx.deps)),

  /** Of the instance that answers; null where its host does not tell. */
  instance: operatorProcedure.query(({ ctx }) => ctx.instance?.() ?? null),

  people: router({
    list: operatorProcedure
      .input(z.object({ words, which: z.enum(["locked", "operators"]).optional(), cursor }))
      .query(({ ctx, input }) => browsePeople(ctx.deps, input)),

    show: operatorProcedure.input(person).query(({ ctx, input }) => lookAtPerson(ctx.deps, input)),

    lock: operatorChange
      .input(person)
      .mutation(({ ctx, input }) => lockPerson(ctx.deps, { id: input.id }, ctx.person)),

    unlock: operatorChange
      .input(person)
      .mutation(({ ctx, input }) => unlockPerson(ctx.deps, { id: input.id }, ctx.person)),

    signOut: operatorChange
      .input(person.extend({ devices: z.boolean() }))
      .mutation(({ ctx, input: { id, devices } }) =>
        signOutPerson(ctx.deps, { id }, { devices }, ctx.person),
      ),

    revokeDevices: operatorChange
      .input(z.object({ personId }))
      .mutation(({ ctx, input }) => revokeDevicesOf(ctx.deps, ctx.person, input)),
  }),

  clients: router({
    list: operatorProcedure.query(({ ctx }) => listClients(ctx.deps)),
  }),

  devices: router({
    list: operatorProcedure
      .input(z.object({ words, which: z.enum(["active", "ended"]).optional(), cursor: deviceCursor }))
      .query(({ ctx, input }) => browseDevices(ctx.deps, input)),

    revoke: operatorChange
      .input(z.object({ personId, deviceId: id }))
      .mutation(({ ctx, input }) => revokeDeviceOf(ctx.deps, ctx.person, input)),
  }),

  activity: router({
    list: operatorProcedure
      .input(
        z.object({
          person: z.union([typed, person]).optional(),
          kinds: z.array(kind).max(30).optional(),
          ipAddress: typed.optional(),
          from: z.date().optional(),
          cursor: z
            .string()
            .regex(/^\d{1,18}$/)
            .optional(),
          limit: z.int().min(1).max(200).optional(),
        }),
      )
      .query(({ ctx, input }) => listEverybodysActivity(ctx.deps, input)),
  }),
});
