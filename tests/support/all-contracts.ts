import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract } from '@shared/contracts/contract'

const folder = join(__dirname, '../../shared/contracts')

/** Every contract that any file of shared/contracts declares, found by reading the folder: none can be forgotten. */
export function allContracts(): readonly Contract[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => Object.values(jest.requireActual<Record<string, unknown>>(join(folder, file))))
    .filter(isContract)
}

function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'access' in value && 'input' in value && 'output' in value
}
