/** The chapters, in the order in which they are read. */
export const tags = [
  {
    name: "v1",
    description:
      "What existing command lines speak. A refusal carries `error` and `error_description` for any OAuth client, and `detail` for the command lines in the field, which decide by status and `detail` alone.",
  },
  {
    name: "OAuth",
    description:
      "What any OAuth 2.0 client speaks, with nothing of ours to learn. Requests are forms; empty and unknown parameters are passed over, repeated ones are refused, and a secret in a URL is refused too. A public client sends its `client_id` in the body, or by HTTP Basic with an empty password; a confidential one adds its secret in either place.",
  },
  { name: "OpenID", description: "Who approved, for clients that asked for the scope `openid`." },
  { name: "Health", description: "For load balancers, and for those who read documents like this one." },
] as const;

export type Tag = (typeof tags)[number]["name"];
