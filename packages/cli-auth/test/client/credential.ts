import type { Credential } from "../../src/client";
import { API_KEY } from "./bodies";

export const credential: Credential = {
  apiKey: API_KEY,
  user: { id: "u1", email: "ada@example.com", fullName: "Ada Lovelace", tier: "none" },
  device: { id: "d1", name: "ada-thinkpad" },
  expiresAt: "2027-11-23T19:00:00.000Z",
};
