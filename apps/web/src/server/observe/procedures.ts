import type { WatchProcedure } from "@alprina/api";
import { loginOutcomeOf } from "./logins";
import type { Measures } from "./measures";
import type { Tracing } from "./tracing";

/** Counts and times what procedures do to logins and keys, and lets `tracing` see them, where there is one. */
export function watchProcedures(measures: Measures, tracing: Tracing | undefined): WatchProcedure {
  return async (procedure, run, outcomeOf) => {
    const beganAt = performance.now();
    const result = await (tracing ? tracing.procedure(procedure, run, outcomeOf) : run());
    const seconds = (performance.now() - beganAt) / 1000;
    const ended = outcomeOf(result);
    if (procedure === "logins.poll" && !ended.endsWith(", held")) measures.poll(seconds);
    if (VERIFYING.has(procedure)) measures.verify(seconds);
    const login = loginOutcomeOf(procedure, ended);
    if (login) measures.login(login);
    return result;
  };
}

const VERIFYING = new Set(["keys.verify", "tokens.introspect", "tokens.claims"]);
