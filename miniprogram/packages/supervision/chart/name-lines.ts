/** Width of a character in ems: Chinese ones are square. */
const emsOf = (character: string) => (character.charCodeAt(0) < 0x2000 ? 0.56 : 1)

/** Width of a line (ems). */
export const nameWidth = (line: string): number =>
  Array.from(line).reduce((sum, character) => sum + emsOf(character), 0)

/** A name in lines of at most `ems` width; what does not fit into `most` lines is cut with `…`. */
export function nameLines(name: string, ems: number, most = 2): readonly string[] {
  const lines: string[] = []
  let [line, width] = ['', 0]
  for (const character of name) {
    if (line !== '' && width + emsOf(character) > ems) {
      lines.push(line)
      ;[line, width] = ['', 0]
    }
    line += character
    width += emsOf(character)
  }
  lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, -1)}…`]
}
