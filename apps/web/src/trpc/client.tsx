"use client";

import type { AppRouter } from "@alprina/api";
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import type { inferRouterOutputs } from "@trpc/server";
import superjson from "superjson";
import { sampleServerClock } from "@/lib/server-clock";

const url = "/api/trpc";

/** The product, as the pages call it. One call a request: a page rarely has two at a time. */
export const trpc = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === "subscription",
      true: httpSubscriptionLink({ url, transformer: superjson }),
      false: httpLink({
        url,
        transformer: superjson,
        fetch: async (input, init) => {
          const response = await fetch(input, init);
          sampleServerClock(response);
          return response;
        },
      }),
    }),
  ],
});

type Outputs = inferRouterOutputs<AppRouter>;

export type ReviewAnswer = Outputs["grants"]["review"];
export type DecideAnswer = Outputs["grants"]["decide"];
export type LoginRequest = Extract<ReviewAnswer, { kind: "pending" }>["request"];
export type RequestingClient = LoginRequest["client"];
export type ScopeOffer = LoginRequest["scopes"][number];
export type AuthorizationConsent = Extract<
  Outputs["authorizations"]["review"],
  { kind: "consent" }
>["consent"];
export type AuthorizationDecision = Outputs["authorizations"]["decide"];
export type BrowserView = Outputs["sessions"]["list"][number];
export type Passkey = Outputs["passkeys"]["list"][number];
export type SecondFactorView = Outputs["secondFactor"]["get"];
export type LinkedAccount = Outputs["linkedAccounts"]["list"][number];
export type Device = Outputs["devices"]["list"][number];
export type IssuedDashboardCode = Outputs["dashboardCodes"]["issue"];
export type DashboardCodeView = Outputs["dashboardCodes"]["status"];
export type ActivityItem = Outputs["activity"]["list"]["items"][number];
export type Figures = Outputs["admin"]["figures"];
export type InstanceHealth = NonNullable<Outputs["admin"]["instance"]>;
export type PeoplePage = Outputs["admin"]["people"]["list"];
export type PersonInDetail = Outputs["admin"]["people"]["show"];
export type OwnedDevicesPage = Outputs["admin"]["devices"]["list"];
export type OwnedDevice = OwnedDevicesPage["items"][number];
export type EventsPage = Outputs["admin"]["activity"]["list"];
export type EventItem = EventsPage["items"][number];
export type ClientView = Outputs["admin"]["clients"]["list"][number];
export type ActivityPage = Outputs["activity"]["list"];
