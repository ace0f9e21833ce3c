// node config/commands/make-samples.mjs: renders the sample pictures (SVG to PNG) and the blank forms (HTML to PDF) of
// config/centre with Chromium (CHROME_PATH, or /usr/bin/chromium), beside their sources. The fonts are Noto CJK's.
import { chromium } from 'playwright-core'
import { readdirSync, statSync, writeFileSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compactPdf } from './compact-pdf.mjs'
import { indexedPng } from './indexed-png.mjs'

const samples = 'config/centre/samples'
const forms = 'config/centre/forms'
/** Largest files accepted (bytes): they are opened on phones. */
const largest = { png: 40_000, pdf: 120_000 }

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const page = await browser.newPage({ viewport: { width: 600, height: 800 } })
const written = []

for (const name of readdirSync(samples).filter((each) => each.endsWith('.svg'))) {
  const drawing = readFileSync(join(samples, name), 'utf8')
  const height = Number(/ height="(\d+)"/.exec(drawing)?.[1])
  await page.setViewportSize({ width: 600, height })
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`)
  const picture = (await page.screenshot()).toString('base64')
  const points = await page.evaluate(pointsOf, picture)
  const file = join(samples, name.replace(/\.svg$/, '.png'))
  writeFileSync(file, indexedPng(600, height, Buffer.from(points, 'base64')))
  written.push(file)
}

for (const name of readdirSync(forms).filter((each) => each.endsWith('.html'))) {
  await page.goto(pathToFileURL(resolve(forms, name)).href)
  const printed = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true })
  const file = join(forms, name.replace(/\.html$/, '.pdf'))
  writeFileSync(file, compactPdf(printed))
  written.push(file)
}
await browser.close()

let tooLarge = false
for (const file of written) {
  const { size } = statSync(file)
  const most = file.endsWith('.png') ? largest.png : largest.pdf
  console.log(`${file}: ${(size / 1000).toFixed(0)} kB`)
  if (size > most) tooLarge = true
}
if (tooLarge) {
  console.error('A file is too large for a phone: see the limits above.')
  process.exit(1)
}

/* global Image, OffscreenCanvas, btoa -- the browser has them */
/** Runs in the browser: a picture's points, four bytes each, in base64 both ways. */
async function pointsOf(picture) {
  const image = new Image()
  image.src = `data:image/png;base64,${picture}`
  await image.decode()
  const canvas = new OffscreenCanvas(image.width, image.height)
  const drawing = canvas.getContext('2d')
  drawing.drawImage(image, 0, 0)
  const { data } = drawing.getImageData(0, 0, image.width, image.height)
  let bytes = ''
  for (let at = 0; at < data.length; at += 8192) bytes += String.fromCharCode(...data.subarray(at, at + 8192))
  return btoa(bytes)
}
