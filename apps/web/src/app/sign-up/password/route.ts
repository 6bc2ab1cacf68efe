import { passwordForm } from "@/server/sign-in/password-form";

export const dynamic = "force-dynamic";

export const POST = passwordForm("/sign-up");
