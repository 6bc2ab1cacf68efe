import type { Metadata } from "next";
import { Buttons } from "@/components/design/buttons";
import { Colours } from "@/components/design/colours";
import { DeviceParts } from "@/components/design/device-parts";
import { Fields } from "@/components/design/fields";
import { LoginParts } from "@/components/design/login-parts";
import { Notes } from "@/components/design/notes";
import { Overlays } from "@/components/design/overlays";
import { Chapter } from "@/components/design/specimen";
import { TypeAndSpace } from "@/components/design/type-and-space";
import { publicConfig } from "@/env";
import { Translated } from "@/i18n/translated";
import { requestTime } from "@/lib/request-time";

export const metadata: Metadata = { title: "Design", robots: { index: false } };

/** Every part in every state, in the colours of this server: what an operator looks at who sets a brand. */
export default async function DesignPage() {
  const { appName, brand, cliName } = publicConfig();
  const now = await requestTime();
  return (
    <Translated language="en" areas={["authorize", "devices", "session"]}>
      <main lang="en" className="page-width pt-8 sm:pt-12">
        <h1 className="text-question font-semibold tracking-[-0.025em] sm:text-question-wide">Design</h1>
        <p className="mt-2 max-w-150 text-muted-foreground">
          Every part of these pages in every state, as this server shows it. Paper and ink, one accent; what
          is dangerous looks dangerous whatever the brand.
        </p>
        <Chapter
          id="brand"
          title="Brand"
          says="Name, mark and accent are the operator’s: APP_NAME, BRAND_MARK, BRAND_ACCENT."
        >
          <Notes mark={brand.mark} appName={appName} />
        </Chapter>
        <Chapter
          id="colours"
          title="Colours"
          says="Each has a light and a dark face. Words reach 4.5 : 1 on what they stand on."
        >
          <Colours />
        </Chapter>
        <Chapter
          id="type"
          title="Type, space, corners"
          says="Few sizes, each with its task; steps of four pixels; three corners."
        >
          <TypeAndSpace />
        </Chapter>
        <Chapter
          id="buttons"
          title="Buttons"
          says="One is filled at most, and never the dangerous one by habit."
        >
          <Buttons />
        </Chapter>
        <Chapter
          id="fields"
          title="Fields"
          says="What was typed stays, whatever happens. An error says what to do."
        >
          <Fields />
        </Chapter>
        <Chapter
          id="above"
          title="Above the page"
          says="A question stays open until it is answered and done."
        >
          <Overlays />
        </Chapter>
        <Chapter
          id="login"
          title="A login"
          says="Two sides and the line between them: near, far apart, joined, cut."
        >
          <LoginParts now={now} />
        </Chapter>
        <Chapter id="devices" title="Devices" says="What is most worth knowing about each, in one badge.">
          <DeviceParts now={now} cliName={cliName} />
        </Chapter>
      </main>
    </Translated>
  );
}
