import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Who may import whom (ARCHITECTURE.md, "Rooms"). Each message says what to do instead. */
const boundary = (files, patterns) => ({
  files,
  rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns }] },
});
const deny = (group, message) => ({ group, message });

const noPrisma = deny(
  ["@alprina/db", "@alprina/db/*", "@prisma/*", "pg"],
  "Only packages/api/src/store talks to the database: call a function of the Store that you are handed, or add one there.",
);
const noHttp = deny(
  [
    "@trpc/*",
    "hono",
    "hono/*",
    "next",
    "next/*",
    "@alprina/cli-auth",
    "@alprina/cli-auth/*",
    "**/trpc",
    "**/routers/*",
  ],
  "Services know no transport: take values, answer values, and let a router or an adapter translate.",
);
const noNode = deny(
  ["node:*"],
  "cli-auth's client runs wherever fetch does: take it as an option, or put it under client/node/.",
);
const onlyWireAndNothingElse = deny(
  ["@alprina/api", "@alprina/api/*", "@alprina/db", "@alprina/db/*", "**/server/*", "**/server"],
  "The client speaks to the server over the wire: import ../protocol and use its schemas.",
);
const onlyWireAndTheFormOfAKey = [
  {
    regex: "^@alprina/(?!api/domain/api-key$)|/server(/|$)",
    message:
      "The verifier asks the server over the wire, through ../client and ../protocol. Of the product it knows the form of a key, and nothing else.",
  },
  { ...noNode, message: "The verifier runs wherever fetch does: take it as an option." },
];

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/**",
      "**/dist/**",
      "**/.next/**",
      "apps/web/public/**",
      "**/generated/**",
      "**/next-env.d.ts",
      ".cache/**",
      "**/.data/**",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/require-await": "off",
      "no-empty": ["error", { allowEmptyCatch: false }],
    },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        Buffer: "readonly",
        URL: "readonly",
        URLSearchParams: "readonly",
        fetch: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        AbortController: "readonly",
        AbortSignal: "readonly",
      },
    },
  },
  { ...reactHooks.configs.flat.recommended, files: ["apps/web/src/**/*.{ts,tsx}"] },

  // process.env has one reader per program.
  {
    files: ["apps/*/src/**/*.{ts,tsx}", "packages/*/src/**/*.{ts,tsx}", "prisma/src/**/*.ts"],
    ignores: ["**/env.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "Read it in env.ts, name it there, and hand the value in.",
        },
      ],
    },
  },

  boundary(
    ["packages/api/src/domain/**"],
    [
      {
        regex: "^(?!\\./)",
        message:
          "The domain imports nothing from outside its folder: take time, chance and data as arguments.",
      },
    ],
  ),
  boundary(
    ["packages/api/src/services/**"],
    [
      { ...noPrisma, group: ["@alprina/db", "@alprina/db/*", "@prisma/*", "pg", "**/store/availability"] },
      noHttp,
    ],
  ),
  boundary(["packages/api/src/routers/**", "packages/api/src/trpc.ts"], [noPrisma]),
  boundary(["packages/api/src/store/**"], [noHttp]),
  boundary(
    ["packages/api/src/limits/**"],
    [
      deny(
        ["@alprina/db", "@alprina/db/*", "@prisma/*"],
        "Limits are handed a pool: they do not open databases.",
      ),
      noHttp,
    ],
  ),
  boundary(
    ["packages/cli-auth/src/protocol/**"],
    [
      deny(
        ["@alprina/*", "**/server/*", "**/client/*", "node:*"],
        "The protocol is zod schemas and words, and knows neither side.",
      ),
    ],
  ),
  boundary(
    ["packages/cli-auth/src/server/**"],
    [
      noPrisma,
      deny(
        ["**/client", "**/client/*", "**/verifier", "**/verifier/*"],
        "The server answers over the wire: what both sides need belongs in ../protocol.",
      ),
      deny(
        ["@alprina/api/domain/*"],
        "Go through the caller's procedures: what they answer is all that an adapter may know.",
      ),
    ],
  ),
  {
    ...boundary(["packages/cli-auth/src/client/**"], [onlyWireAndNothingElse, noNode]),
    ignores: ["packages/cli-auth/src/client/node/**"],
  },
  boundary(["packages/cli-auth/src/client/node/**"], [onlyWireAndNothingElse]),
  boundary(
    ["packages/cli-auth/src/verifier/**"],
    [
      ...onlyWireAndTheFormOfAKey,
      {
        regex: "^(express|fastify|hono|next)(/|$)",
        message:
          "A service has one framework: an adapter needs its types alone, so use `import type`, in the file that has its name.",
        allowTypeImports: true,
      },
    ],
  ),
  boundary(
    ["apps/cli/src/**"],
    [
      deny(
        [
          "@alprina/api",
          "@alprina/api/*",
          "@alprina/db",
          "@alprina/db/*",
          "@alprina/cli-auth/server",
          "@alprina/cli-auth/protocol",
        ],
        "The command line does all its protocol work through @alprina/cli-auth/client.",
      ),
    ],
  ),
  boundary(
    ["apps/web/src/app/**", "apps/web/src/components/**", "apps/web/src/lib/**"],
    [
      {
        ...noPrisma,
        message: "Pages ask the procedures: serverCaller() on the server, the tRPC client in the browser.",
      },
    ],
  ),
  boundary(
    ["apps/web/src/enhance/**"],
    [
      {
        regex: "^(?!\\./|\\.\\./lib/)",
        message: "The script of /authorize stays small: it imports its own files and ../lib, and no package.",
      },
    ],
  ),
  {
    files: ["apps/web/src/components/**/*.{ts,tsx}", "apps/web/src/lib/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            { ...noPrisma, message: "Pages ask the procedures through the tRPC client." },
            deny(
              ["@/server/*", "@/env"],
              "Components are handed what they show: read it in a page and pass it down.",
            ),
            {
              ...deny(
                ["@alprina/api", "@alprina/api/*", "@alprina/cli-auth/*"],
                "Only types of the product may reach the browser: use `import type`.",
              ),
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
);
