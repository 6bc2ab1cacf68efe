import { useTranslations } from "#translations";
import type { Chapter } from "@/lib/openapi/document";
import { ContentsFrame } from "./contents-frame";
import { MethodLabel } from "./method-label";

/** Every call by its name. */
export function Contents({ chapters }: { chapters: Chapter[] }) {
  const t = useTranslations("docs");
  return (
    <ContentsFrame label={t("calls")} title={t("everyCall")}>
      <List chapters={chapters} />
    </ContentsFrame>
  );
}

function List({ chapters }: { chapters: Chapter[] }) {
  return chapters.map(({ name, calls }) => (
    <div key={name} lang="en" className="mb-5 last:mb-0">
      <p className="mb-1 px-2 text-fine/6 font-semibold">
        <a href={`#${name}`} className="hover:underline">
          {name}
        </a>
      </p>
      <ul>
        {calls.map(({ id, method, summary }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="grid grid-cols-[3.1rem_1fr] items-baseline rounded-sm px-2 py-1 text-fine text-muted-foreground hover:bg-accent hover:text-foreground"
            >
              <MethodLabel method={method === "DELETE" ? "DEL" : method} className="text-xs/5" />
              {summary}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ));
}
