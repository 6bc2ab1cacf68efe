import { providerForm } from "@/server/sign-in/provider-form";

export const dynamic = "force-dynamic";

export { providerForm as POST };
