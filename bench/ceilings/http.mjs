import { serve } from "./serve.mjs";

// What no server in Node can exceed: no database, no decision.
serve();
