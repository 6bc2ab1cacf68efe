import { codeForm } from "@/server/sign-in/code-form";

export const dynamic = "force-dynamic";

export { codeForm as POST };
