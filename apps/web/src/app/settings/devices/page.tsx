import type { Metadata } from "next";
import { DevicesPanel } from "@/components/devices/devices-panel";
import { publicConfig } from "@/env";
import { translations } from "@/i18n/request";
import { Translated } from "@/i18n/translated";
import { requestTime } from "@/lib/request-time";
import { requirePerson } from "@/server/current-person";
import { serverCaller } from "@/trpc/server";

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("devices"))("tab") };
}

export default async function DevicesPage({ searchParams }: PageProps<"/settings/devices">) {
  await requirePerson("/settings/devices");
  const { code } = await searchParams;
  const api = await serverCaller();
  const [devices, mustSignInAgain] = await Promise.all([api.devices.list(), api.me.mustSignInAgain()]);
  return (
    <Translated areas={["devices", "authorize"]}>
      <DevicesPanel
        devices={devices}
        cliName={publicConfig().cliName}
        codeId={typeof code === "string" && isId.test(code) ? code : null}
        mustSignInAgain={mustSignInAgain}
        renderedAt={await requestTime()}
      />
    </Translated>
  );
}
