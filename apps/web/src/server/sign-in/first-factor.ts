import "server-only";
import { cookies } from "next/headers";
import { readFirstFactor, type Person } from "@alprina/api";
import { getContainer } from "../container";
import { firstFactorCookieName } from "./first-factor-cookie";

/** Whose password was right in this browser, a few minutes ago; null for nobody's. */
export async function firstFactorOf(): Promise<Person | null> {
  const { deps, env } = getContainer();
  const proof = (await cookies()).get(firstFactorCookieName(env.publicUrl.startsWith("https:")))?.value;
  return proof === undefined ? null : ((await readFirstFactor(deps, proof))?.person ?? null);
}
