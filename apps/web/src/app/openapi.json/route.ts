import { rest } from "@/server/rest";

export const dynamic = "force-dynamic";

export { rest as GET, rest as POST, rest as PUT, rest as PATCH, rest as DELETE, rest as OPTIONS };
