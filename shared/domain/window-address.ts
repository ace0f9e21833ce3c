/** How a rating page is opened from a window's card: inside, by a scanned link, or by a mini-program code. */
export interface WindowOpening {
  readonly window?: string | undefined
  /** The scanned link, percent-encoded once more, as WeChat hands it over. */
  readonly q?: string | undefined
  /** The window's code is the whole scene (config/centre/windows), percent-encoded. */
  readonly scene?: string | undefined
}

/** The code of the window that was scanned; undefined when no window was. */
export function scannedWindow({ window, q, scene }: WindowOpening): string | undefined {
  const found = window ?? (q === undefined ? undefined : windowOfLink(q)) ?? scene
  if (found === undefined) return undefined
  const code = decoded(found)
  return /^[A-Za-z0-9-]{1,32}$/.test(code) ? code : undefined
}

/** The code in a scanned link `…?window=D03`. */
function windowOfLink(link: string): string | undefined {
  return /[?&]window=([A-Za-z0-9-]{1,32})(?:[&#]|$)/.exec(decoded(link))?.[1]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not encoded as it should be: taken as it stands, and finds nothing.
    return text
  }
}
