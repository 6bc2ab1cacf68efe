import type { Chapter } from "@/lib/openapi/document";
import { MethodLabel } from "./method-label";

/** Every call by its name: beside the text where there is room, else folded above it. */
export function Contents({ chapters }: { chapters: Chapter[] }) {
  return (
    <>
      <nav
        aria-label="Calls"
        className="sticky top-0 -ml-2 hidden max-h-dvh self-start overflow-y-auto py-6 pr-2 lg:block"
      >
        <List chapters={chapters} />
      </nav>
      <details className="mt-8 rounded-lg border bg-card px-4 py-1 lg:hidden">
        <summary className="py-2.5 text-[15px]/6 font-semibold">Every call</summary>
        <nav aria-label="Calls" className="-ml-2 pb-3">
          <List chapters={chapters} />
        </nav>
      </details>
    </>
  );
}

function List({ chapters }: { chapters: Chapter[] }) {
  return chapters.map(({ name, calls }) => (
    <div key={name} className="mb-5 last:mb-0">
      <p className="mb-1 px-2 text-[13px]/6 font-semibold">
        <a href={`#${name}`} className="hover:underline">
          {name}
        </a>
      </p>
      <ul>
        {calls.map(({ id, method, summary }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="grid grid-cols-[3.1rem_1fr] items-baseline rounded-sm px-2 py-1 text-[13px]/5 text-muted-foreground hover:bg-accent hover:text-foreground"
            >
              <MethodLabel method={method === "DELETE" ? "DEL" : method} className="text-[11px]/5" />
              {summary}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ));
}
