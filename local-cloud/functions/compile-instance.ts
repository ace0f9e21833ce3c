import { transformSync } from 'esbuild'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile } from '../durable-file'

/** Writes the program that runs functions as plain JavaScript, since their processes start without a compiler. */
export function compileInstance(file: string): void {
  const source = readFileSync(join(__dirname, 'instance.ts'), 'utf8')
  replaceFile(file, transformSync(source, { loader: 'ts', format: 'cjs', target: 'node20' }).code)
}
