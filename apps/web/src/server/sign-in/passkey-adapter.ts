import { cleanText } from "@alprina/api/domain/text";
import { getAuthenticatorName } from "@better-auth/passkey";
import { tryGetCurrentAuthEndpointContext } from "@better-auth/core/context";
import type { prismaAdapter } from "better-auth/adapters/prisma";
import { senderOf } from "./attempts";

type Adapter = ReturnType<ReturnType<typeof prismaAdapter>>;
type Methods = Omit<Adapter, "transaction">;
interface Create {
  model: string;
  data: Record<string, unknown>;
}
interface Update {
  model: string;
  update: Record<string, unknown>;
}

/**
 * What better-auth does not keep of a passkey: where it was added from, for the event that a trigger writes in the
 * same transaction, and when it last signed somebody in. And a name that can be shown, because it is a stranger's text.
 */
export function guardPasskeys(adapter: Adapter): Adapter {
  return {
    ...guardMethods(adapter),
    transaction: (callback) => adapter.transaction((within) => callback(guardMethods(within))),
  };
}

function guardMethods<Guarded extends Methods>(methods: Guarded): Guarded {
  const create = methods.create.bind(methods) as (args: Create) => Promise<unknown>;
  const update = methods.update.bind(methods) as (args: Update) => Promise<unknown>;
  return {
    ...methods,
    create: (args: Create) =>
      create(args.model === "passkey" ? { ...args, data: { ...args.data, ...factsOf(args.data) } } : args),
    update: (args: Update) =>
      update(
        args.model === "passkey" ? { ...args, update: { ...args.update, lastUsedAt: new Date() } } : args,
      ),
  };
}

function factsOf({ name, aaguid }: Record<string, unknown>) {
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  const request = tryGetCurrentAuthEndpointContext()?.request;
  return {
    ...(request && senderOf(request)),
    name: cleanText(text(name)) ?? getAuthenticatorName(text(aaguid)) ?? "Passkey",
  };
}
