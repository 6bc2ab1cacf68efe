import { Button } from "@/components/ui/button";

/** Works before the page's script listens as well: the form then goes the same way by itself, and not by an address. */
export function SubmitButton({ busy, children }: { busy: boolean; children: string }) {
  return (
    <Button type="submit" size="lg" width="full" busy={busy}>
      {children}
    </Button>
  );
}
