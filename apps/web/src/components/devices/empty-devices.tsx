import { SquareTerminal } from "lucide-react";
import { CommandLine } from "@/components/site/command-line";
import { Card } from "@/components/ui/card";

/** No device yet: how one comes here. */
export function EmptyDevices({ cliName }: { cliName: string }) {
  return (
    <Card className="mt-6 px-6 py-10 text-center sm:py-14">
      <span
        aria-hidden
        className="mx-auto grid size-14 place-items-center rounded-lg border bg-muted text-muted-foreground"
      >
        <SquareTerminal className="size-6" strokeWidth={1.75} />
      </span>
      <h2 className="mt-5 text-lg font-semibold tracking-tight">No terminal is signed in yet</h2>
      <p className="mx-auto mt-1.5 max-w-110 text-[15px]/6 text-muted-foreground">
        Type this in a terminal. It shows a code; you approve it here, in the browser. The other way round is
        “Add a device”: this page gives you the code.
      </p>
      <CommandLine command={`${cliName} login`} className="mt-5" />
    </Card>
  );
}
