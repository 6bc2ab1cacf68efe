import { expect } from "vitest";
import { lockPerson, unlockPerson, type Person } from "../../src/index";
import type { Cast, Product } from "../support/product";

/** Whom the sequences are about, by a number that the property draws. */
export const CAST = ["ada", "grace", "mallory"] as const;
type Name = (typeof CAST)[number];

interface Login {
  status: "pending" | "approved" | "denied" | "redeemed";
  isExpired: boolean;
  /** Approved before their person was locked or signed out everywhere: it gives nothing. */
  isVoid: boolean;
  reviewer: Name | null;
}

interface Key {
  owner: Name;
  isActive: boolean;
}

interface Code {
  owner: Name;
  status: "live" | "used" | "replaced";
  isVoid: boolean;
}

/** What ought to be: the state machine of security.md, in as few words as it can be said. */
export interface Model {
  logins: Login[];
  codes: Code[];
  keys: Key[];
  locked: Set<Name>;
}

/** What is: the handles of the same logins, codes and keys, in the same order. */
export interface Real {
  product: Product & Cast;
  people: Record<Name, Person>;
  logins: { deviceCode: string; userCode: string; grantId: string | null; id: string }[];
  codes: string[];
  keys: { apiKey: string; id: string }[];
}

export interface Move {
  what: (typeof moves)[number];
  who: Name;
  /** Which login, code or key, modulo how many there are. */
  index: number;
}

export const moves = [
  ...["start", "review", "approve", "deny", "poll", "expire", "issue code", "redeem code"],
  ...["revoke", "verify", "sign out", "lock", "unlock"],
] as const;

export const newModel = (): Model => ({ logins: [], codes: [], keys: [], locked: new Set() });

/** Does one thing to both, and holds what the product answered against what the model says it must. */
export async function play(model: Model, real: Real, { what, who, index }: Move): Promise<void> {
  const { terminal, deps, as } = real.product;
  const browser = as({ ...real.people[who], lockedAt: model.locked.has(who) ? new Date() : null });
  const at = <T>(list: T[]) => (list.length === 0 ? -1 : index % list.length);
  const i = at(model.logins);
  const [login, handle] = [model.logins[i], real.logins[i]];
  const isLocked = model.locked.has(who);
  const kindOf = (call: Promise<{ kind: string }>) =>
    call.then(
      ({ kind }) => kind,
      (error: unknown) => (error as { cause?: { code?: string } }).cause?.code ?? String(error),
    );

  switch (what) {
    case "start": {
      const started = await terminal.logins.start({});
      const deviceCodeHash = deps.secrets.hashDeviceCode(started.deviceCode);
      const grant = await deps.store.findGrantByDeviceCode(deviceCodeHash);
      real.logins.push({ ...started, grantId: null, id: grant?.id ?? "" });
      model.logins.push({ status: "pending", isExpired: false, isVoid: false, reviewer: null });
      return;
    }
    case "review": {
      if (!login || !handle) return;
      const isTheirs = login.reviewer === null || login.reviewer === who;
      const isOpen = login.status === "pending" && !login.isExpired;
      const answer = await kindOf(browser.grants.review({ userCode: handle.userCode }));
      if (isLocked) return expect(answer).toBe("account-locked");
      if (isOpen && isTheirs) {
        login.reviewer = who;
        handle.grantId = handle.id;
        return expect(answer).toBe("pending");
      }
      return expect(answer).toBe(isTheirs ? standing(login) : "taken");
    }
    case "approve":
    case "deny": {
      if (!login || !handle) return;
      const answer = await kindOf(browser.grants.decide({ grantId: handle.id, decision: what }));
      if (isLocked) return expect(answer).toBe("account-locked");
      if (login.reviewer !== who) return expect(answer).toBe("taken");
      if (login.status === "pending" && !login.isExpired) {
        login.status = what === "approve" ? "approved" : "denied";
        return expect(answer).toBe(login.status);
      }
      return expect(answer).toBe(standing(login) === "expired" ? "expired" : "already-decided");
    }
    case "poll": {
      if (!login || !handle) return;
      const answer = await terminal.logins.poll(handle);
      switch (standing(login)) {
        case "pending":
          return expect(["pending", "slow-down"]).toContain(answer.kind);
        case "redeemed":
          return expect(answer.kind).toBe("unknown");
        case "approved":
          if (login.isVoid || !login.reviewer) return expect(answer.kind).toBe("person-gone");
          expect(answer.kind).toBe("approved");
          login.status = "redeemed";
          if (answer.kind === "approved") addKey(model, real, login.reviewer, answer.issued);
          return;
        default:
          return expect(answer.kind).toBe(standing(login));
      }
    }
    case "expire": {
      if (!login || !handle) return;
      const past = new Date(deps.now().getTime() - 1_000);
      await real.product.database.prisma.deviceGrant.update({
        where: { id: handle.id },
        data: { expiresAt: past },
      });
      login.isExpired = true;
      return;
    }
    case "issue code": {
      if (isLocked) return expect(await kindOf(issue())).toBe("account-locked");
      for (const code of model.codes)
        if (code.owner === who && code.status === "live") code.status = "replaced";
      const issued = await browser.dashboardCodes.issue();
      real.codes.push(issued.code);
      model.codes.push({ owner: who, status: "live", isVoid: false });
      return;
    }
    case "redeem code": {
      const code = model.codes[at(model.codes)];
      const dashboardCode = real.codes[at(model.codes)];
      if (!code || !dashboardCode) return;
      const answer = await terminal.dashboardCodes.redeem({ dashboardCode, offersConfirmation: false });
      if (code.status !== "live")
        return expect(answer.kind).toBe(code.status === "used" ? "used" : "unknown");
      if (code.isVoid) return expect(answer.kind).toBe("unknown");
      expect(answer.kind).toBe("key");
      code.status = "used";
      if (answer.kind === "key") addKey(model, real, code.owner, answer.issued);
      return;
    }
    case "revoke": {
      const key = model.keys[at(model.keys)];
      const held = real.keys[at(model.keys)];
      if (!key || !held) return;
      const answer = await kindOf(
        browser.devices.revoke({ id: held.id }).then(({ status }) => ({ kind: status })),
      );
      if (isLocked) return expect(answer).toBe("account-locked");
      expect(answer).toBe(key.owner === who ? "revoked" : "device-not-found");
      if (key.owner === who) key.isActive = false;
      return;
    }
    case "verify": {
      const key = model.keys[at(model.keys)];
      const held = real.keys[at(model.keys)];
      if (!key || !held) return;
      const answer = await terminal.keys.verify(held);
      return expect(answer.kind).toBe(key.isActive ? "valid" : "revoked");
    }
    case "sign out": {
      const answer = kindOf(
        browser.me
          .signOutEverywhere({ devices: true, keepThisBrowser: false })
          .then(() => ({ kind: "done" })),
      );
      if (isLocked) return expect(await answer).toBe("account-locked");
      expect(await answer).toBe("done");
      return endEverythingOf(model, who);
    }
    case "lock": {
      await lockPerson(deps, real.people[who].email);
      // Locking somebody who is locked changes nothing, and all of theirs was over before.
      model.locked.add(who);
      return endEverythingOf(model, who);
    }
    case "unlock": {
      await unlockPerson(deps, real.people[who].email);
      model.locked.delete(who);
      return;
    }
  }

  async function issue() {
    await browser.dashboardCodes.issue();
    return { kind: "issued" };
  }
}

function standing({ status, isExpired }: Login): Login["status"] | "expired" {
  return isExpired && (status === "pending" || status === "approved") ? "expired" : status;
}

function addKey(
  model: Model,
  real: Real,
  owner: Name,
  issued: { apiKey: string; device: { id: string } },
): void {
  model.keys.push({ owner, isActive: true });
  real.keys.push({ apiKey: issued.apiKey, id: issued.device.id });
}

function endEverythingOf(model: Model, who: Name): void {
  for (const key of model.keys) if (key.owner === who) key.isActive = false;
  for (const code of model.codes) if (code.owner === who && code.status === "live") code.isVoid = true;
  for (const login of model.logins) {
    if (login.reviewer === who && login.status === "approved") login.isVoid = true;
  }
}
