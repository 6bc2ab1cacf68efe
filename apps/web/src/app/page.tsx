import { Newcomer } from "@/components/landing/newcomer";
import { Welcome } from "@/components/landing/welcome";
import { publicConfig } from "@/env";
import { viewerOf } from "@/lib/person";
import { currentPerson } from "@/server/current-person";

export default async function HomePage() {
  const person = await currentPerson();
  const config = publicConfig();
  return person ? <Welcome viewer={viewerOf(person)} {...config} /> : <Newcomer {...config} />;
}
