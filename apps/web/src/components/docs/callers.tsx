import { Fragment } from "react";

const names: Record<string, string> = {
  apiKey: "an API key",
  session: "a session token",
  sessionCookie: "the browser’s session",
  clientBasic: "a registered client",
};

/** Who may make a call, with the way to say so one click away. */
export function Callers({ callers }: { callers: string[] }) {
  if (callers.length === 0) return <>Nobody needs to sign in.</>;
  return (
    <>
      For{" "}
      {callers.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && (index === callers.length - 1 ? " or " : ", ")}
          <a href={`#auth-${name}`} className="link">
            {names[name] ?? name}
          </a>
        </Fragment>
      ))}
      .
    </>
  );
}
