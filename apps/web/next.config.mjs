import { join } from "node:path";

const workspace = join(import.meta.dirname, "../..");

/** @type {import("next").NextConfig} */
const config = {
  // The packages of this workspace are TypeScript as they stand.
  // use-intl goes through the bundler everywhere, so that the alias below holds everywhere.
  transpilePackages: ["@alprina/api", "@alprina/cli-auth", "@alprina/db", "use-intl"],
  serverExternalPackages: [
    "@prisma/client",
    "@prisma/adapter-pg",
    // One of each: their errors are told by class.
    "@better-auth/core",
    "@better-auth/passkey",
    "better-auth",
    "nodemailer",
    "pg",
    "pino",
    "prom-client",
  ],
  turbopack: {
    root: workspace,
    // Our messages are parsed on the server (src/i18n/messages.ts): no page needs the parser.
    resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" },
  },
  outputFileTracingRoot: workspace,
  poweredByHeader: false,
  // Command lines in the field do not follow redirects, so no path redirects to another spelling of itself.
  skipTrailingSlashRedirect: true,
  // Linting and type checks have commands of their own, which say more and run once.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // Pages show no picture that would have to be made smaller, so nobody needs a door at which that can be asked for.
  images: { unoptimized: true },
  // Pages get theirs in src/proxy.ts, everything else in src/server/security-headers.ts. These are made at build time.
  headers: async () => [
    {
      source: "/_next/static/:path*",
      headers: [
        { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      ],
    },
    // A link from a mail is for one person, and for no index.
    { source: "/revoke/:path*", headers: [{ key: "X-Robots-Tag", value: "noindex, nofollow" }] },
  ],
};

export default config;
