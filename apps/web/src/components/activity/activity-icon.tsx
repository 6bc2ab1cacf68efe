import type { ActivityKind } from "@alprina/api";
import {
  Ban,
  Check,
  CircleAlert,
  Eye,
  KeyRound,
  Keyboard,
  Laptop,
  Link,
  Lock,
  LockOpen,
  LogIn,
  LogOut,
  Pencil,
  ShieldAlert,
  ShieldCheck,
  ShieldMinus,
  ShieldOff,
  SquareTerminal,
  Ticket,
  Timer,
  Trash2,
  Undo2,
  Unlink,
  UserX,
  type LucideIcon,
} from "lucide-react";
import { cn } from "@/lib/cn";

type Tone = "plain" | "ok" | "warn" | "danger";

const icons: Record<ActivityKind, [LucideIcon, Tone]> = {
  "signed-in": [LogIn, "plain"],
  "sign-in-failed": [CircleAlert, "warn"],
  "login-started": [SquareTerminal, "plain"],
  "login-reviewed": [Eye, "plain"],
  "login-approved": [Check, "ok"],
  "login-denied": [Ban, "warn"],
  "login-disowned": [ShieldAlert, "danger"],
  "dead-code-tried": [Undo2, "warn"],
  "dashboard-code-issued": [Ticket, "plain"],
  "dashboard-code-used": [Keyboard, "plain"],
  "device-added": [Laptop, "ok"],
  "device-renamed": [Pencil, "plain"],
  "device-revoked": [Trash2, "danger"],
  "over-budget": [Timer, "warn"],
  "sessions-ended": [LogOut, "plain"],
  "password-changed": [KeyRound, "plain"],
  "name-changed": [Pencil, "plain"],
  "email-changed": [Pencil, "warn"],
  "passkey-added": [KeyRound, "ok"],
  "passkey-renamed": [Pencil, "plain"],
  "passkey-removed": [Trash2, "danger"],
  "second-factor-on": [ShieldCheck, "ok"],
  "second-factor-off": [ShieldOff, "danger"],
  "backup-codes-renewed": [Ticket, "plain"],
  "backup-code-used": [Ticket, "warn"],
  "account-linked": [Link, "ok"],
  "account-unlinked": [Unlink, "danger"],
  "account-locked": [Lock, "danger"],
  "account-unlocked": [LockOpen, "ok"],
  "account-deleted": [UserX, "danger"],
  "operator-made": [ShieldCheck, "ok"],
  "operator-removed": [ShieldMinus, "warn"],
};

const tones: Record<Tone, string> = {
  plain: "border bg-muted text-muted-foreground",
  ok: "bg-ok-tint text-ok",
  warn: "bg-warn-tint text-warn",
  danger: "bg-danger-tint text-danger",
};

/** Beside the words, never instead of them. A kind from a newer version has the plainest one. */
export function ActivityIcon({ kind }: { kind: string }) {
  const [Icon, tone] = (icons as Partial<Record<string, [LucideIcon, Tone]>>)[kind] ?? [CircleAlert, "plain"];
  return (
    <span
      aria-hidden
      className={cn(
        "row-span-3 mt-0.5 grid size-9 shrink-0 place-items-center rounded-md lg:row-span-1",
        tones[tone],
      )}
    >
      <Icon className="size-4.5" strokeWidth={1.75} />
    </span>
  );
}
