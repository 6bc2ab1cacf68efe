/** Between two ways to do the same. */
export function Divider() {
  return (
    <div className="my-5 flex items-center gap-3 text-sm text-muted-foreground">
      <span className="h-px flex-1 bg-border" />
      or
      <span className="h-px flex-1 bg-border" />
    </div>
  );
}
