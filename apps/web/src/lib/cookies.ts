/** One cookie's value in a Cookie header, as it was sent. */
export function cookieIn(header: string | null | undefined, name: string): string | undefined {
  const cookie = header?.split(";").find((one) => one.trim().startsWith(`${name}=`));
  return cookie?.slice(cookie.indexOf("=") + 1).trim();
}
