import "server-only";
import type { Metadata } from "next";
import { translations } from "@/i18n/request";
import type { Messages } from "@/i18n/messages";
import { currentOperator } from "./current-person";

/** The title of a page for operators; for everybody else it is the one of a page that is not there. */
export async function operatorTitle(page: keyof Messages["admin"]["titles"]): Promise<Metadata> {
  if (await currentOperator()) return { title: (await translations("admin"))(`titles.${page}`) };
  return { title: (await translations("errors"))("notFound.tab") };
}
