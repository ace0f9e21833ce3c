/** Marks that no line begins with (GB/T 15834). */
const closing = '\uff0c。、\uff1b\uff1a\uff01\uff1f\uff09》】」”’…,.;:!?)'

/** Widths in em: a Chinese character is one, a Latin letter about half; near enough for every typeface. */
const widthOf = (character: string) => (character.charCodeAt(0) < 0x2e80 ? 0.58 : 1)

/**
 * A text broken into lines of at most `most` em, as a canvas needs it: between Chinese characters, never within a number
 * or a Latin word unless it is wider than a line, and never before a closing mark.
 */
export function linesOf(text: string, most: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const piece of piecesOf(text, most)) {
    const pieceWidth = Array.from(piece).reduce((sum, character) => sum + widthOf(character), 0)
    if (line !== '' && width + pieceWidth > most) {
      lines.push(line.trimEnd())
      line = ''
      width = 0
      if (piece.trim() === '') continue
    }
    line += piece
    width += pieceWidth
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

/** What stays together: a word or number, or one character, each with the closing marks after it. */
function piecesOf(text: string, most: number): readonly string[] {
  const pieces: string[] = []
  const longestWord = Math.max(2, Math.floor(most / widthOf('a')) - 1)
  for (const match of text.match(/[A-Za-z0-9.\-—:/#?=&%]+|\s+|[^]/gu) ?? []) {
    const last = pieces.at(-1)
    if (last !== undefined && closing.includes(match)) pieces[pieces.length - 1] = last + match
    else for (let from = 0; from < match.length; from += longestWord) pieces.push(match.slice(from, from + longestWord))
  }
  return pieces
}
