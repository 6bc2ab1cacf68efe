import { Pencil } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Specimen, Tray } from "./specimen";

const variants = [
  { variant: "primary", name: "Approve", says: "primary: the one thing to do" },
  { variant: "ink", name: "Enter a code", says: "ink: the way on, without a decision" },
  { variant: "outline", name: "Deny", says: "outline: its equal beside it" },
  { variant: "danger", name: "Revoke", says: "danger: cannot be undone" },
  { variant: "ghost", name: "Cancel", says: "ghost: the way back" },
] as const;

const FOCUSED = "outline-2 outline-offset-2 outline-ring";

export function Buttons() {
  return (
    <>
      {variants.map(({ variant, name, says }) => (
        <Tray key={variant} name={says}>
          <Specimen name="at rest">
            <Button variant={variant}>{name}</Button>
          </Specimen>
          <Specimen name="reached by keyboard">
            <Button variant={variant} className={FOCUSED}>
              {name}
            </Button>
          </Specimen>
          <Specimen name="at work">
            <Button variant={variant} busy>
              {name}
            </Button>
          </Specimen>
          <Specimen name="cannot be used">
            <Button variant={variant} disabled>
              {name}
            </Button>
          </Specimen>
        </Tray>
      ))}
      <Tray name="Sizes">
        <Specimen name="lg">
          <Button size="lg">Approve</Button>
        </Specimen>
        <Specimen name="md">
          <Button>Approve</Button>
        </Specimen>
        <Specimen name="sm">
          <Button size="sm">Approve</Button>
        </Specimen>
        <Specimen name="icon">
          <Button size="icon" variant="outline" aria-label="Rename">
            <Pencil className="size-4" aria-hidden />
          </Button>
        </Specimen>
        <Specimen name="icon-sm">
          <Button size="icon-sm" variant="ghost" aria-label="Rename this one">
            <Pencil className="size-3.5" aria-hidden />
          </Button>
        </Specimen>
      </Tray>
    </>
  );
}
