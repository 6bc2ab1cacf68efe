import { activityWords, type EverybodysActivityItem } from "@alprina/api";
import { csvRecord } from "@/lib/csv";

type Item = Omit<EverybodysActivityItem, "userId" | "email" | "actorId" | "actorEmail"> & {
  email?: string | null;
  actorEmail?: string | null;
};
type Column = [heading: string, cell: (item: Item) => string | null];

const columns: Column[] = [
  ["time", ({ at }) => at.toISOString()],
  ["kind", ({ kind }) => kind],
  ["event", ({ kind }) => activityWords(kind)],
  ["device", ({ deviceName }) => deviceName],
  ["device_id", ({ deviceId }) => deviceId],
  ["login_id", ({ grantId }) => grantId],
  ["client_id", ({ clientId }) => clientId],
  ["ip_address", ({ ipAddress }) => ipAddress],
  ["place", ({ place }) => place],
  ["network", ({ network }) => network],
  ["user_agent", ({ userAgent }) => userAgent],
  ["detail", ({ detail }) => detail],
];

const withPerson: Column[] = [
  ...columns.slice(0, 1),
  ["person", ({ email }) => email ?? null],
  ...columns.slice(1),
  ["operator", ({ actorEmail }) => actorEmail ?? null],
];

interface ActivityCsv {
  header: string;
  record: (item: Item) => string;
}

const csvOf = (all: Column[]): ActivityCsv => ({
  header: csvRecord(all.map(([heading]) => heading)),
  record: (item) => csvRecord(all.map(([, cell]) => cell(item))),
});

/** A person's own events. */
export const ownActivityCsv = csvOf(columns);

/** Everybody's, for operators: the person's e-mail address, too. */
export const everybodysActivityCsv = csvOf(withPerson);
