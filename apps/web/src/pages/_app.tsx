import type { AppProps } from "next/app";
import { cn } from "@/lib/cn";
import { fontVariables } from "@/lib/fonts";
import "@/app/globals.css";

/** The same look as under src/app. */
export default function App({ Component, pageProps }: AppProps<Record<string, unknown>>) {
  return (
    <div className={cn(fontVariables, "font-scope flex min-h-dvh flex-col")}>
      <Component {...pageProps} />
    </div>
  );
}
