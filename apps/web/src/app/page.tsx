import { Newcomer } from "@/components/landing/newcomer";
import { Welcome } from "@/components/landing/welcome";
import { publicConfig } from "@/env";
import { viewerOf } from "@/lib/person";
import { currentOperator, currentPerson } from "@/server/current-person";

export default async function HomePage() {
  const person = await currentPerson();
  const config = publicConfig();
  if (!person) return <Newcomer {...config} />;
  const operator = await currentOperator();
  return <Welcome viewer={viewerOf(person, operator)} operator={operator} {...config} />;
}
