import type { PageConfig } from "next";
import { AuthorizePage } from "@/components/authorize/authorize-page";
import { enterPage as getServerSideProps } from "@/server/authorize/enter";

/*
 * One of Next's older router, because only that can leave its own 131 kB of script away: the half minute in which a
 * person decides should not begin with waiting for them, and the page must work without.
 */
export const config: PageConfig = { unstable_runtimeJS: false };

export { getServerSideProps };
export default AuthorizePage;
