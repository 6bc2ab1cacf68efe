import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { OperatorStanding, Person } from "@alprina/api";
import { getContainer } from "./container";
import { findSignedIn } from "./session";

/** Who is signed in on the page that is being rendered; null for nobody. Asked once a page. */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const signedIn = await findSignedIn(getContainer(), await pageRequest(), null);
  return signedIn && !signedIn.person.lockedAt ? signedIn.person : null;
});

/** The same, but a visitor is sent to sign in first and comes back to `returnTo`. */
export async function requirePerson(returnTo: string): Promise<Person> {
  const person = await currentPerson();
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`);
  return person;
}

/** What makes them an operator; null for everybody else. Asked once a page. */
export const currentOperator = cache(async (): Promise<OperatorStanding | null> => {
  const person = await currentPerson();
  return person && getContainer().deps.store.findOperator(person.id);
});

/** Who is no operator finds no page here: that there is one is not theirs to know. */
export async function requireOperator(): Promise<Person> {
  const person = await currentPerson();
  if (!person || !(await currentOperator())) notFound();
  return person;
}

/** The request behind the page, as the procedures want it. Rendering only reads, so it counts as a GET. */
export async function pageRequest(): Promise<Request> {
  return new Request(getContainer().env.publicUrl, { headers: new Headers(await headers()) });
}
