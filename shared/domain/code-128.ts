/** Widths of the three bars and three spaces of each symbol, in modules; 103 to 105 begin, 106 ends (ISO/IEC 15417). */
const symbols =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'.split(
    ' ',
  )
const [toPairs, toCharacters, startCharacters, startPairs, stop] = [99, 100, 104, 105, 106] as const

/**
 * A text as a Code 128 barcode (ISO/IEC 15417): the widths of its bars and spaces in modules, a bar first. Four or more
 * digits in a row are written in pairs, which halves them. The quiet zone of ten modules on both sides is the drawer's.
 * @throws RangeError for an empty text or a character outside ASCII 32 to 126
 */
export function code128(text: string): readonly number[] {
  if (!/^[ -~]+$/.test(text)) throw new RangeError('Code 128 writes ASCII 32 to 126')
  const values: number[] = []
  let isPairs = false
  const parts = text.match(/(?:\d\d){2,}|[^]/g) ?? []
  for (const part of parts) {
    const asPairs = part.length > 1
    if (values.length === 0) values.push(asPairs ? startPairs : startCharacters)
    else if (asPairs !== isPairs) values.push(asPairs ? toPairs : toCharacters)
    isPairs = asPairs
    if (asPairs) values.push(...(part.match(/\d\d/g) ?? []).map(Number))
    else values.push(part.charCodeAt(0) - 32)
  }
  const check = values.reduce((sum, value, place) => sum + value * Math.max(1, place), 0) % 103
  return [...values, check, stop].flatMap((value) => Array.from(symbols[value] ?? '', Number))
}
