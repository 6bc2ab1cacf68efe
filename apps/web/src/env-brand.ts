import { EnvError } from "./env-error";
import { PictureError, readPicture, type Picture } from "./server/picture";

interface Variables {
  BRAND_ACCENT?: string;
  BRAND_MARK?: string;
}

/** What the operator's own look is made of; without both it is ours. */
export interface Brand {
  /** As `#rrggbb`: the colour of what is to be clicked. What goes with it is derived. */
  accent: string | undefined;
  /** The picture beside the name, which is the favicon too. */
  mark: Picture | undefined;
}

let former: { file: string; mark: Picture } | undefined;

/**
 * The file is read once a process, and not with every page.
 * @throws EnvError when BRAND_MARK cannot be read or is no picture.
 */
export function readBrand({ BRAND_ACCENT, BRAND_MARK }: Variables): Brand {
  if (BRAND_MARK && former?.file !== BRAND_MARK) former = { file: BRAND_MARK, mark: readMark(BRAND_MARK) };
  return { accent: BRAND_ACCENT?.toLowerCase(), mark: BRAND_MARK ? former?.mark : undefined };
}

function readMark(file: string): Picture {
  try {
    return readPicture(file, process.cwd());
  } catch (error) {
    throw error instanceof PictureError ? new EnvError(`BRAND_MARK: ${error.message}`) : error;
  }
}
