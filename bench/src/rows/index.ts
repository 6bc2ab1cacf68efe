import type { RowResult } from "../results";
import type { Stage } from "../stage";
import { polls } from "./1-polls";
import { approval } from "./2-approval";
import { crowd } from "./3-crowd";
import { keys } from "./4-keys";
import { revocation } from "./5-revocation";
import { logins } from "./6-logins";
import { growth } from "./7-growth";
import { page } from "./8-page";
import { scores } from "./9-lighthouse";

/** The rows of the table, by number. */
export const rows: Record<number, (stage: Stage) => Promise<RowResult>> = {
  1: polls,
  2: approval,
  3: crowd,
  4: keys,
  5: revocation,
  6: logins,
  7: growth,
  8: page,
  9: scores,
};
