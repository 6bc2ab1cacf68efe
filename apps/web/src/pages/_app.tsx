import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { AppProps } from "next/app";
import { cn } from "@/lib/cn";
import "@/app/globals.css";

/** The same look as under src/app. */
export default function App({ Component, pageProps }: AppProps<Record<string, unknown>>) {
  return (
    <div className={cn(GeistSans.variable, GeistMono.variable, "font-scope flex min-h-dvh flex-col")}>
      <Component {...pageProps} />
    </div>
  );
}
