/** WeChat's limit for what a mini-program code carries (wxacode.getUnlimited, `scene`): 32 visible ASCII characters. */
export const longestScene = 32

/** Letters of the check that ends a shortened code. */
const checkLength = 6

/**
 * The short id of an item for a mini-program code: its code where that is short enough, else the code's beginning and a
 * check over all of it, so that two long codes differ.
 */
export function guideScene(itemCode: string): string {
  if (itemCode.length <= longestScene) return itemCode
  return `${itemCode.slice(0, longestScene - checkLength - 1)}.${check(itemCode)}`
}

/** The code of the item that a scene (still percent-encoded, as WeChat hands it over) belongs to. */
export function itemCodeOfScene(scene: string, itemCodes: readonly string[]): string | undefined {
  const wanted = decoded(scene)
  return itemCodes.find((code) => guideScene(code) === wanted)
}

/** FNV-1a, 32 bits, in base 36; short and the same on every phone. No secret, no protection. */
function check(text: string): string {
  let sum = 0x811c9dc5
  for (let place = 0; place < text.length; place += 1) sum = Math.imul(sum ^ text.charCodeAt(place), 0x01000193) >>> 0
  return sum.toString(36).padStart(checkLength, '0').slice(-checkLength)
}

/** The item code in a scanned link `…?code=passport` (percent-encoded once more, as WeChat hands it over as `q`). */
export function itemCodeOfLink(link: string): string | undefined {
  const found = /[?&]code=([A-Za-z0-9-]{1,64})(?:[&#]|$)/.exec(decoded(link))
  return found?.[1]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not encoded as it should be: taken as it stands, and finds nothing.
    return text
  }
}
