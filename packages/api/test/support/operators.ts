import { appRouter, appointOperator, type Caller } from "../../src/index";
import { newcomer } from "./people";
import type { Cast, Product } from "./product";

/** Somebody new who is an operator, in a browser. */
export async function newOperator(product: Product & Cast) {
  const someone = await newcomer(product);
  await appointOperator(product.deps, someone.person.email);
  return someone;
}

const A_DEVICE = "00000000-0000-4000-8000-000000000007";

/** What each procedure for operators is asked with: one that is not here has no input. */
const inputs: Record<string, object> = {
  "people.list": {},
  "people.show": { id: "grace" },
  "people.lock": { id: "grace" },
  "people.unlock": { id: "grace" },
  "people.signOut": { id: "grace", devices: true },
  "people.revokeDevices": { personId: "grace" },
  "devices.list": {},
  "devices.revoke": { personId: "grace", deviceId: A_DEVICE },
  "activity.list": {},
};

/** Every procedure for operators that there is, by name, as a call that is right but for who calls. */
export const operatorCalls = Object.keys(appRouter._def.procedures)
  .filter((path) => path.startsWith("admin."))
  .map((path): [name: string, call: (caller: Caller) => Promise<unknown>] => {
    const name = path.slice("admin.".length);
    return [
      name,
      (caller) => {
        let at: unknown = caller.admin;
        for (const part of name.split(".")) at = (at as Record<string, unknown>)[part];
        return (at as (input?: object) => Promise<unknown>)(inputs[name]);
      },
    ];
  });
