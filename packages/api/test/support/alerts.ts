import { deliverAlert, type AlertMail, type SendAnswer } from "../../src/index";
import type { Product } from "./product";

/** What a mail server took, and what it will say to the next mails. */
export function mailbox(product: Product) {
  const mails: AlertMail[] = [];
  let answer: SendAnswer = { kind: "sent" };
  const send = (mail: AlertMail) => {
    if (answer.kind === "sent") mails.push(mail);
    return Promise.resolve(answer);
  };
  return {
    mails,
    answers: (next: SendAnswer) => {
      answer = next;
    },
    deliver: () => deliverAlert(product.deps, send),
    /** Sends until nothing is due. */
    deliverAll: async () => {
      while ((await deliverAlert(product.deps, send)).kind !== "nothing-due");
      return mails;
    },
  };
}

/** The token in a mail's link. */
export const tokenIn = ({ revokeUrl }: AlertMail) => revokeUrl.split("/").at(-1) ?? "";
