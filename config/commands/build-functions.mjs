// npm run build:functions: each cloud function as one minified file without node_modules, in dist/functions/<name>.
import { build } from 'esbuild'
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The largest bundle accepted (bytes): the SDK alone is about 1 MB, and a cold start loads all of it. */
const largest = 2_500_000

const names = readdirSync('cloudfunctions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'kernel')
  .map((entry) => entry.name)

/** What lies beside a bundle and is read when it is needed: the font of the papers (decision 0018). */
const besides = {
  deliveries: { 'chinese.ttf': '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf' },
}
const { resolve } = createRequire(import.meta.url)

mkdirSync('dist/functions', { recursive: true })
// A running local cloud goes on with what is there while the bundles are made anew; only functions that are gone are removed.
for (const old of readdirSync('dist/functions')) {
  if (!names.includes(old)) rmSync(`dist/functions/${old}`, { recursive: true, force: true })
}

let tooLarge = false
for (const name of names) {
  const outfile = `dist/functions/${name}/index.js`
  await build({
    entryPoints: [`cloudfunctions/${name}/index.ts`],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Chinese as it is: escaped, each character would take twice the bytes.
    charset: 'utf8',
    // The entry's `main` is what the platform looks for.
    mainFields: ['module', 'main'],
    // Its other edition looks for its data by import.meta, which a bundle of this format does not have.
    alias: { pdfkit: resolve('pdfkit') },
    logLevel: 'warning',
  })
  writeFileSync(
    `dist/functions/${name}/package.json`,
    `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' }, null, 2)}\n`,
  )
  for (const [file, source] of Object.entries(besides[name] ?? {})) {
    copyFileSync(resolve(source), `dist/functions/${name}/${file}`)
  }
  const { size } = statSync(outfile)
  console.log(`${name}: ${(size / 1024).toFixed(0)} kB`)
  if (size > largest) tooLarge = true
}
if (tooLarge) {
  console.error(`A bundle is larger than ${String(largest)} bytes: see what it imports.`)
  process.exit(1)
}
