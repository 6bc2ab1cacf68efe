import type { CDPSession, Page } from "@playwright/test";

/** An authenticator as laptops have one built in, in the browser of `page`: it is touched by itself. */
export interface Authenticator {
  /** Whether it knows whom it belongs to when it is touched, as by a finger or a PIN. */
  setVerified(isVerified: boolean): Promise<void>;
  credentials(): Promise<{ rpId?: string; isResidentCredential: boolean }[]>;
  cdp: CDPSession;
}

export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    cdp,
    setVerified: async (isUserVerified) => {
      await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
    credentials: async () => (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
  };
}
