import type { PrismaClient } from "@alprina/db";

/** A person, as the product knows them. */
export interface Person {
  id: string;
  email: string;
  /** Whether somebody has shown that the address is theirs. */
  emailVerified: boolean;
  fullName: string | null;
  tier: string;
  createdAt: Date;
}

/** A row of the `user` table as a person; better-auth keeps an unknown name as an empty one. */
export function toPerson(user: {
  id: string;
  email: string;
  emailVerified: boolean;
  name: string;
  tier: string;
  createdAt: Date;
}): Person {
  return {
    id: user.id,
    email: user.email,
    emailVerified: user.emailVerified,
    fullName: user.name.trim() || null,
    tier: user.tier,
    createdAt: user.createdAt,
  };
}

export function peopleStore(prisma: PrismaClient) {
  return {
    async findPerson(id: string): Promise<Person | null> {
      const user = await prisma.user.findUnique({ where: { id } });
      return user && toPerson(user);
    },

    /** Reads one row, so that readiness is told by the tables and not by the connection alone. */
    async checkTables(): Promise<void> {
      await prisma.apiKey.findFirst({ select: { id: true } });
    },
  };
}
