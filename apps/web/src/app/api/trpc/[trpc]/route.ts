import { apiRoute } from "@/server/api-route";
import { answerProcedures } from "@/server/procedures";

export const dynamic = "force-dynamic";

const handler = apiRoute((request, container) => answerProcedures(container, request));

export { handler as GET, handler as POST };
