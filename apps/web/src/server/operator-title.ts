import "server-only";
import type { Metadata } from "next";
import { currentOperator } from "./current-person";

/** The title of a page for operators; for everybody else it is the one of a page that is not there. */
export async function operatorTitle(title: string): Promise<Metadata> {
  return { title: (await currentOperator()) ? title : "Not found" };
}
