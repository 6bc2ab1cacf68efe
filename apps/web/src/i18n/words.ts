import type { _Translator as Translator } from "use-intl/core";
import type { Area, Messages } from "./messages";

/** The words of one area, for what is handed them and is no component. */
export type Words<Name extends Area> = Translator<Messages, Name>;
