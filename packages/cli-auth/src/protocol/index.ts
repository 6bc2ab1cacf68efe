/** The wire of `/v1/auth/*` and `/oauth/*`: what each call takes and answers. snake_case lives here and nowhere else. */
export * from "./errors";
export * from "./oauth";
export * from "./paths";
export * from "./requests";
export * from "./responses";
