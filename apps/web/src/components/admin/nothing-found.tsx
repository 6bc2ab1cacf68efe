import Link from "next/link";
import { useTranslations } from "#translations";
import { Card } from "@/components/ui/card";

/** A list that has nothing to show for what was looked for, or nothing at all yet. */
export function NothingFound({
  title,
  all,
  isFiltered,
}: {
  title: string;
  all: string;
  isFiltered: boolean;
}) {
  const t = useTranslations("admin.search");
  return (
    <Card className="mt-3 px-6 py-10 text-center">
      <p className="font-semibold">{title}</p>
      {isFiltered && (
        <Link href={all} className="link mt-2 inline-block text-sm">
          {t("showAll")}
        </Link>
      )}
    </Card>
  );
}
