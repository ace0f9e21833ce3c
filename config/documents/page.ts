/** What stands on top of every page that is written by a command. */
export function generatedNote(source: string): string {
  return `> 由 \`npm run docs\` 从 \`${source}\` 生成，请勿手改。Generated: change the source and run \`npm run docs\`.`
}

/** A table of Markdown; a bar in a cell is escaped. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
