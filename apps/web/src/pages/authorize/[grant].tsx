import type { PageConfig } from "next";
import { AuthorizePage } from "@/components/authorize/authorize-page";
import { loginPage as getServerSideProps } from "@/server/authorize/login";

/** As the page beside it. */
export const config: PageConfig = { unstable_runtimeJS: false };

export { getServerSideProps };
export default AuthorizePage;
