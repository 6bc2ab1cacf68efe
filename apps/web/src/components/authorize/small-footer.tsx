import { LanguageChoice } from "@/components/site/language-choice";

/** Below the way to a decision: whoever cannot read the question must not answer it. */
export function SmallFooter({ path }: { path: string }) {
  return (
    <footer className="column-width mt-auto pb-6 text-sm/6 text-muted-foreground">
      <div className="flex border-t pt-5">
        <LanguageChoice>
          <input type="hidden" name="next" value={path} />
        </LanguageChoice>
      </div>
    </footer>
  );
}
