import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FunctionDeclaration } from '../../local-cloud'

/** Code of a bundle that finds the real SDK as `tcb`. */
export const withSdk = `const tcb = require(${JSON.stringify(require.resolve('@cloudbase/node-sdk'))})\n`

/** A folder of small functions, each written as the code of its bundle. */
export class FunctionBundles {
  readonly folder = mkdtempSync(join(tmpdir(), 'local-cloud-functions-'))

  constructor(codes: Readonly<Record<string, string>>) {
    for (const [name, code] of Object.entries(codes)) this.write(name, code)
  }

  write(name: string, code: string): void {
    mkdirSync(join(this.folder, name), { recursive: true })
    writeFileSync(join(this.folder, name, 'index.js'), code)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** A declaration; change what the test is about. */
export function aFunction(name: string, change: Partial<FunctionDeclaration> = {}): FunctionDeclaration {
  return { name, timeoutSeconds: 10, memoryMb: 128, triggers: [], ...change }
}
