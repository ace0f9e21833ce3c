import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { environmentVariables, functions } from '../../config/cloudbase/functions'
import { allContracts } from '../support/all-contracts'

const contracts = allContracts()
const source = join(__dirname, '../../cloudfunctions')

describe('the declared functions', () => {
  it('are those of cloudfunctions, each once', () => {
    const folders = readdirSync(source).filter((name) => name !== 'kernel')
    expect(functions.map(({ name }) => name).sort()).toEqual(folders.sort())
  })

  it('have a timer for every operation of the timer, and no other', () => {
    const declared = functions.flatMap(({ name, triggers }) => triggers.map((trigger) => `${name}.${trigger.name}`))
    const wanted = contracts.filter(({ access }) => access.kind === 'timer').map(({ name }) => name)
    expect(declared.sort()).toEqual(wanted.sort())
  })

  it('have timers of seven fields', () => {
    for (const { cron } of functions.flatMap(({ triggers }) => triggers)) expect(cron.split(' ')).toHaveLength(7)
  })

  it.each(functions.map((each) => [each.name, each] as const))(
    '%s gets exactly the required variables that its bundle reads',
    async (name, { environment }) => {
      const entryPoints = [join(source, name, 'index.ts')]
      const { outputFiles } = await build({ entryPoints, bundle: true, platform: 'node', write: false, outdir: '.' })
      const required = Object.entries(environmentVariables).filter((entry) => entry[1].required)
      const read = required.filter(([variable]) => outputFiles[0]?.text.includes(`setting("${variable}")`) === true)
      const given = required.filter(([variable]) => environment.some((each) => each === variable))
      expect(given.map(([variable]) => variable)).toEqual(read.map(([variable]) => variable))
    },
  )
})

describe('the declared variables', () => {
  it('are exactly those that the source reads', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    const text = files.map((name) => readFileSync(join(source, name), 'utf8')).join('\n')
    const read = [...text.matchAll(/\bsetting(?:Or)?\('([A-Z0-9_]+)'/g)].map(([, name]) => name)
    expect([...new Set(read)].sort()).toEqual(Object.keys(environmentVariables).sort())
  })

  it('each go to a function', () => {
    const given = new Set(functions.flatMap(({ environment }) => environment))
    expect(Object.keys(environmentVariables).filter((name) => !given.has(name as never))).toEqual([])
  })
})
