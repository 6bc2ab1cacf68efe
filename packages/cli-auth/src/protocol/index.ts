/** The wire of `/v1/auth/*`: what each call takes and answers. snake_case lives here and nowhere else. */
export * from "./errors";
export * from "./paths";
export * from "./requests";
export * from "./responses";
