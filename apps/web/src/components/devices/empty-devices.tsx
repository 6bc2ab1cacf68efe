import { SquareTerminal } from "lucide-react";
import { useTranslations } from "#translations";
import { CommandLine } from "@/components/site/command-line";
import { Card } from "@/components/ui/card";

/** No device yet: how one comes here. */
export function EmptyDevices({ cliName }: { cliName: string }) {
  const t = useTranslations("devices.empty");
  return (
    <Card className="mt-6 px-6 py-10 text-center sm:py-14">
      <span
        aria-hidden
        className="mx-auto grid size-14 place-items-center rounded-lg border bg-muted text-muted-foreground"
      >
        <SquareTerminal className="size-6" strokeWidth={1.75} />
      </span>
      <h2 className="mt-5 text-lg font-semibold tracking-tight">{t("title")}</h2>
      <p className="mx-auto mt-1.5 max-w-110 text-body text-muted-foreground">{t("text")}</p>
      <CommandLine command={`${cliName} login`} className="mt-5" />
    </Card>
  );
}
