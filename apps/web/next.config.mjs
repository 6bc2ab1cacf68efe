import { join } from "node:path";

const workspace = join(import.meta.dirname, "../..");

/** @type {import("next").NextConfig} */
const config = {
  // The packages of this workspace are TypeScript as they stand.
  transpilePackages: ["@alprina/api", "@alprina/cli-auth", "@alprina/db"],
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "better-auth", "nodemailer", "pg", "pino"],
  turbopack: { root: workspace },
  outputFileTracingRoot: workspace,
  poweredByHeader: false,
  // Command lines in the field do not follow redirects, so no path redirects to another spelling of itself.
  skipTrailingSlashRedirect: true,
  // Linting and type checks have commands of their own, which say more and run once.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        // Nobody may put the page where a person approves into a frame of theirs.
        {
          key: "Content-Security-Policy",
          value: "frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
        },
        { key: "X-Frame-Options", value: "DENY" },
        // A code may stand in the URL of /authorize.
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "X-Content-Type-Options", value: "nosniff" },
      ],
    },
    // A link from a mail is for one person, and for no index.
    { source: "/revoke/:path*", headers: [{ key: "X-Robots-Tag", value: "noindex, nofollow" }] },
  ],
};

export default config;
