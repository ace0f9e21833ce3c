// node config/commands/make-icons.mjs: from the line drawings below, the icon styles and (with Chromium) the tab bar's pictures.
import { chromium } from 'playwright-core'
import { mkdirSync, writeFileSync } from 'node:fs'

/** Our own drawings on a 24×24 ground, stroke 1.8, no fill. */
const drawings = {
  home: 'M4 11.2 12 4.5l8 6.7M6.2 9.6V19h4v-5h3.6v5h4V9.6',
  services: 'M4.5 5h6v6h-6zM13.5 5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 16.5h6M16.5 13.5v6',
  progress: 'M6 4.5h12v15H6zM9 9h6M9 12.5h6M9 16h3.5',
  me: 'M12 12.2a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6zM4.8 19.6c.8-3.6 3.6-5.4 7.2-5.4s6.4 1.8 7.2 5.4',
  search: 'M10.8 17a6.2 6.2 0 1 0 0-12.4 6.2 6.2 0 0 0 0 12.4zM15.4 15.4 20 20',
  camera: 'M4 8.2h3.4l1.5-2.4h6.2l1.5 2.4H20v10.6H4zM12 16.6a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6z',
  picture: 'M4 5.5h16v13H4zM4 15.5l4.4-4 3.4 3 3.2-2.8 5 4.4M14.6 9.4h.01',
  file: 'M6.5 3.8h7.2l3.8 3.9v12.5h-11zM13.5 4v4h4M9.3 12.2h5.4M9.3 15.6h5.4',
  check: 'M5 12.6l4.6 4.6L19.2 7.4',
  'check-circle': 'M12 20.2a8.2 8.2 0 1 0 0-16.4 8.2 8.2 0 0 0 0 16.4zM8.2 12.3l2.7 2.7 5-5.2',
  close: 'M6 6l12 12M18 6 6 18',
  forward: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  clock: 'M12 20.2a8.2 8.2 0 1 0 0-16.4 8.2 8.2 0 0 0 0 16.4zM12 7.6V12l3.2 2',
  warning: 'M12 4.4 21 19.6H3zM12 10v4.4M12 17h.01',
  info: 'M12 20.2a8.2 8.2 0 1 0 0-16.4 8.2 8.2 0 0 0 0 16.4zM12 11v5M12 8h.01',
  phone:
    'M7 4.4 9.6 9 7.8 10.8c1 2.2 3.2 4.400 5.4 5.400L15 14.400l4.600 2.600c-.2 2-1.600 3.200-3.400 3C9.800 19.200 4.800 14.200 4 7.800c-.2-1.800 1-3.200 3-3.400z',
  map: 'M12 20.400s6.400-5.600 6.400-10.200a6.400 6.400 0 1 0-12.800 0c0 4.600 6.400 10.200 6.400 10.200zM12 12.400a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400z',
  bus: 'M5.500 5h13v12h-13zM5.500 11.500h13M8 17v2.400M16 17v2.400M8.600 14.400h.01M15.400 14.400h.01',
  parcel: 'M4.500 8 12 4.200 19.500 8v8.200L12 20l-7.500-3.800zM4.500 8l7.500 3.800L19.500 8M12 11.800V20',
  star: 'M12 4.400l2.400 5 5.400.7-4 3.800 1 5.400L12 16.600l-4.800 2.700 1-5.400-4-3.800 5.400-.7z',
  calendar: 'M4.500 6.200h15v13.300h-15zM4.500 10.500h15M8.500 4v4M15.500 4v4',
  bell: 'M6.500 16.500V11a5.500 5.500 0 0 1 11 0v5.500l1.600 1.500H4.900zM10.200 20.200h3.600',
  shield:
    'M12 3.800 19 6.400v5.200c0 4.200-2.800 7-7 8.600-4.200-1.600-7-4.400-7-8.600V6.400zM9 12l2.200 2.200 4-4.200',
  building: 'M5 20V5h9v15M14 10h5v10M8 8.500h3M8 12h3M8 15.500h3M3.500 20h17',
  edit: 'M5 19l.9-4L15.600 5.300l3.100 3.100L9 18.100zM13.600 7.300l3.100 3.100',
  trash: 'M5 7.200h14M9.500 7V4.800h5V7M7 7.200 7.800 19.500h8.400L17 7.200M10.400 10.800v5.400M13.600 10.800v5.400',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  share: 'M8 11.500v7.700h8v-7.700M12 14.500V4.500M8.600 7.600 12 4.300l3.400 3.300',
  qr: 'M4.500 4.500h6v6h-6zM13.500 4.500h6v6h-6zM4.500 13.500h6v6h-6zM13.500 13.500h2.500v2.500h-2.500zM17.500 17.500h2v2h-2z',
  download: 'M12 4.500v10.500M7.800 11.200 12 15.300l4.200-4.100M5 19.500h14',
  text: 'M4 18.500 8.600 6h1.200l4.600 12.500M5.800 14h6.800M15.500 18.500l2.400-7h.6l2.300 7M16.400 16.200h3.600',
  moon: 'M19 14.400A7.600 7.600 0 1 1 10 4.800a6.200 6.200 0 0 0 9 9.600z',
  logout: 'M10 4.500H5v15h5M14.500 8 19 12l-4.500 4M9.500 12H19',
  filter: 'M4.500 6h15l-5.700 6.800v5.700l-3.600-2v-3.700z',
  refresh:
    'M18.800 9A7.400 7.400 0 0 0 5 9.600M5.200 15a7.400 7.400 0 0 0 13.800-.6M18.800 4.600V9h-4.400M5.200 19.400V15h4.400',
  send: 'M4 12 20 4.500 15 19.500l-3.500-6zM11.500 13.500 20 4.500',
  inbox: 'M4.500 13 7 5.500h10l2.500 7.500v6h-15zM4.500 13h4.300l1.200 2.400h4l1.200-2.400h4.300',
  eye: 'M3.500 12S6.800 6.500 12 6.500 20.500 12 20.500 12 17.200 17.500 12 17.500 3.500 12 3.500 12zM12 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  rotate: 'M18.500 12.500a6.500 6.500 0 1 1-2-4.900M16.800 3.800v4h-4',
  'zoom-in':
    'M10.800 17a6.200 6.200 0 1 0 0-12.400 6.200 6.200 0 0 0 0 12.400zM15.400 15.400 20 20M10.800 8.200v5.200M8.200 10.800h5.200',
  'zoom-out':
    'M10.800 17a6.200 6.200 0 1 0 0-12.400 6.200 6.200 0 0 0 0 12.400zM15.400 15.400 20 20M8.200 10.800h5.200',
  user: 'M12 12.200a3.800 3.800 0 1 0 0-7.600 3.800 3.800 0 0 0 0 7.600zM4.800 19.600c.8-3.600 3.600-5.400 7.200-5.400s6.400 1.800 7.200 5.400',
  briefcase: 'M4 8.200h16v11H4zM9 8V5.500h6V8M4 13h16',
  list: 'M8.500 6.500h11M8.500 12h11M8.500 17.500h11M4.500 6.500h.01M4.500 12h.01M4.500 17.500h.01',
  hourglass:
    'M7 4.500h10M7 19.500h10M8 4.500c0 4 4 5.200 4 7.500 0-2.300 4-3.500 4-7.500M8 19.500c0-4 4-5.200 4-7.500 0 2.300 4 3.500 4 7.500',
  offline:
    'M4 4l16 16M7 13.600a7.400 7.400 0 0 1 2.600-1.600M4.200 10.200A11.600 11.600 0 0 1 8 8M19.800 10.200A11.500 11.500 0 0 0 11 7M14.600 12.200c.9.300 1.700.8 2.400 1.400M12 18h.01',
  'face-5':
    'M12 20.2a8.2 8.2 0 1 0 0-16.4 8.2 8.2 0 0 0 0 16.4zM7.8 10.4c.5-1 1.9-1 2.4 0M13.8 10.4c.5-1 1.9-1 2.4 0M7.9 13.2h8.2c-.4 2.4-2.1 3.7-4.1 3.7s-3.7-1.300-4.1-3.7z',
  'face-4':
    'M12 20.2a8.2 8.2 0 1 0 0-16.4 8.2 8.2 0 0 0 0 16.4zM9.2 10h.01M14.8 10h.01M8.3 13.8c.9 1.7 2.2 2.5 3.7 2.5s2.8-.8 3.7-2.5',
  'face-3': 'M12 20.2a8.2 8.2 0 1 0 0-16.4 8.2 8.2 0 0 0 0 16.4zM9.2 10h.01M14.8 10h.01M9 14.700c1 .7 2 1 3 1s2-.3 3-1',
  'face-2':
    'M12 20.2a8.2 8.2 0 1 0 0-16.4 8.2 8.2 0 0 0 0 16.4zM9.2 10h.01M14.8 10h.01M8.7 16.1c.8-1.4 1.9-2 3.3-2s2.5.6 3.3 2',
  'face-1':
    'M12 20.2a8.2 8.2 0 1 0 0-16.4 8.2 8.2 0 0 0 0 16.4zM7.7 8.700l2.5 1.200M16.300 8.700l-2.5 1.200M9.4 11.4h.01M14.6 11.4h.01M8.2 16.500c.9-1.700 2.2-2.5 3.8-2.5s2.9.8 3.8 2.5',
  undo: 'M8.500 5 4.500 9l4 4M5 9h9a5 5 0 0 1 0 10h-4',
}
const svg = (path, colour, width) =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='${colour}' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round'><path d='${path}'/></svg>`
/** As little is escaped as a style sheet needs. */
const encoded = (text) => `data:image/svg+xml,${text.replace(/[%#<>]/g, (sign) => encodeURIComponent(sign))}`

const rules = Object.entries(drawings).map(([name, path]) => {
  const picture = `url("${encoded(svg(path, '#000', 1.8))}")`
  return `.icon--${name} {\n  --icon: ${picture};\n}`
})
mkdirSync('miniprogram/theme', { recursive: true })
writeFileSync('miniprogram/theme/icons.css', `/* Written by config/commands/make-icons.mjs. */\n${rules.join('\n')}\n`)
writeFileSync(
  'miniprogram/components/icon-names.ts',
  `// Written by config/commands/make-icons.mjs.\nexport type IconName =\n${Object.keys(drawings)
    .map((name) => `  | '${name}'`)
    .join('\n')}\n`,
)

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: 81, height: 81 } })
mkdirSync('miniprogram/theme/tabs', { recursive: true })
for (const name of ['home', 'services', 'progress', 'me']) {
  for (const [kind, colour, width] of [
    ['', '#5a6b73', 1.6],
    ['-active', '#0b5d6b', 2.1],
  ]) {
    await page.setContent(
      `<body style="margin:0;background:transparent"><img style="width:81px;height:81px" src="${encoded(svg(drawings[name], colour, width))}"></body>`,
    )
    await page.waitForFunction('document.images[0]?.complete')
    await page.screenshot({ path: `miniprogram/theme/tabs/${name}${kind}.png`, omitBackground: true })
  }
}
await browser.close()
