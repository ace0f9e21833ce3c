/**
 * The tray's page, whole: nothing in it comes from a message. The script puts texts into the page as texts, never as
 * markup, and the policy it is served with lets nothing else run.
 */
export const trayStyle = `
:root { --deep: #0b5d73; --ink: #17262b; --soft: #55666d; --line: #dfe6e9; --ground: #eef2f4; --card: #fff; --pale: #e3f0f3 }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink);
  font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif }
header { padding: 20px 20px 12px }
h1 { margin: 0; font-size: 22px; line-height: 1.4; color: var(--deep) }
header p { margin: 4px 0 0; color: var(--soft) }
nav { display: flex; gap: 8px; overflow-x: auto; padding: 4px 20px 12px; scrollbar-width: thin }
nav button { flex: none; display: grid; grid-template-columns: auto auto; align-items: center; column-gap: 10px; min-height: 48px;
  padding: 6px 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); color: var(--ink); font: inherit;
  text-align: left; cursor: pointer }
nav button small { grid-column: 1 / -1; display: none; color: var(--soft); font-size: 14px; line-height: 1.4 }
nav button span + span { justify-self: end; min-width: 26px; padding: 0 8px; border-radius: 13px; background: var(--ground); color: var(--soft);
  font-size: 14px; line-height: 26px; text-align: center }
nav button[aria-pressed=true] { border-color: var(--deep); background: var(--deep); color: #fff }
nav button[aria-pressed=true] small { color: #d7e9ee }
nav button[aria-pressed=true] span + span { background: #fff; color: var(--deep) }
nav button.fresh:not([aria-pressed=true]) span + span { background: #b4361e; color: #fff }
:focus-visible { outline: 3px solid #f0a33a; outline-offset: 2px }
main { padding: 0 16px 32px; max-width: 560px; margin: 0 auto }
ol { list-style: none; margin: 0; padding: 0 }
time { display: block; margin: 20px 0 8px; text-align: center; color: var(--soft); font-size: 14px }
article { overflow: hidden; border-radius: 14px; background: var(--card); box-shadow: 0 1px 3px rgba(16, 42, 51, .08) }
article > p { display: flex; align-items: center; gap: 8px; margin: 0; padding: 12px 16px 0; color: var(--soft); font-size: 14px }
article > p::before { content: ""; width: 10px; height: 10px; border-radius: 50%; background: var(--deep) }
h2 { margin: 4px 16px 10px; font-size: 19px; line-height: 1.4 }
dl { display: grid; grid-template-columns: minmax(4.5em, max-content) 1fr; gap: 6px 16px; margin: 0; padding: 0 16px 14px }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
article a, article footer { display: flex; justify-content: space-between; align-items: center; min-height: 48px; padding: 8px 16px;
  border-top: 1px solid var(--line); color: var(--deep); text-decoration: none }
article footer { color: var(--soft) }
article a::after { content: "\\203a"; font-size: 22px; line-height: 1 }
article a:hover { background: var(--pale) }
.empty { margin-top: 24px; padding: 36px 20px; border-radius: 14px; background: var(--card); text-align: center; color: var(--soft) }
.empty b { display: block; margin-bottom: 6px; color: var(--ink); font-size: 18px }
#state { margin: 20px 0 0; text-align: center; color: var(--soft); font-size: 14px }
#state.broken { color: #b4361e }
.new article { animation: arrive .5s ease-out }
@keyframes arrive { from { transform: translateY(-12px); opacity: 0 } }
@media (prefers-reduced-motion: reduce) { .new article { animation: none } }
@media (min-width: 860px) {
  body { display: grid; grid-template: auto 1fr / 300px 1fr; max-width: 1120px; margin: 0 auto }
  header { grid-column: 1 / -1; padding: 32px 32px 20px }
  h1 { font-size: 26px }
  nav { flex-direction: column; overflow: visible; padding: 0 8px 32px 32px }
  nav button { padding: 12px 16px }
  nav button small { display: block }
  main { width: 100%; max-width: 640px; margin: 0; padding: 0 32px 48px }
  ol > li:first-child time { margin-top: 0 }
  .empty { margin-top: 0 }
}
`

export const trayScript = `
'use strict'
const every = 3000
const list = document.querySelector('ol')
const picker = document.querySelector('nav')
const empty = document.querySelector('.empty')
const state = document.querySelector('#state')
const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false })
let shown = ''
let latest = 0
let signedIn = null
const seen = new Map()

function element(name, text) {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  return made
}

function card(message) {
  const item = element('li')
  const time = element('time', clock.format(message.at))
  time.dateTime = new Date(message.at).toISOString()
  const article = element('article')
  const lines = element('dl')
  for (const line of message.lines) lines.append(element('dt', line.label), element('dd', line.text))
  article.append(element('p', '服务通知'), element('h2', message.title), lines, wayIn(message))
  item.append(time, article)
  return item
}

function wayIn(message) {
  if (message.link === null) return element('footer', '这条通知没有可打开的页面')
  const link = element('a', '进入小程序查看')
  link.href = message.link
  link.target = 'app'
  link.addEventListener('click', (event) => {
    if (signedIn === message.persona) return
    event.preventDefault()
    openAs(message)
  })
  return link
}

// The phone's owner opens it, so the browser is signed in as them first; the query makes the app start afresh.
async function openAs(message) {
  const tab = window.open('', 'app')
  try {
    const answer = await fetch('/local/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona: message.persona }),
    })
    if (!answer.ok) throw new Error(String(answer.status))
    signedIn = message.persona
    const address = '/?persona=' + encodeURIComponent(message.persona) + message.link.slice(1)
    if (tab) tab.location.replace(address)
    else location.assign(address)
  } catch {
    if (tab) tab.close()
    tell('没能切换到这位用户，请稍后再点一次', true)
  }
}

function tell(text, broken) {
  state.textContent = text
  state.classList.toggle('broken', broken)
}

let drawn = ''
function drawPicker(phones) {
  if (shown === '' && phones.length > 0) shown = phones.find((phone) => phone.id === signedIn)?.id ?? phones[0].id
  // A button must not be replaced under somebody's finger for nothing.
  const now = JSON.stringify([shown, phones])
  if (now === drawn) return
  drawn = now
  const focused = document.activeElement?.dataset?.id
  picker.replaceChildren(...phones.map((phone) => {
    const button = element('button')
    button.dataset.id = phone.id
    button.type = 'button'
    button.setAttribute('aria-pressed', String(phone.id === shown))
    const count = element('span', String(phone.count))
    count.setAttribute('aria-label', phone.count + ' 条消息')
    button.append(element('span', phone.name), count, element('small', phone.description))
    if (phone.id === shown || !seen.has(phone.id)) seen.set(phone.id, phone.count)
    button.classList.toggle('fresh', phone.count > seen.get(phone.id))
    button.addEventListener('click', () => show(phone.id))
    return button
  }))
  picker.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  if (focused) [...picker.children].find((button) => button.dataset.id === focused)?.focus()
}

function show(persona) {
  shown = persona
  latest = 0
  list.replaceChildren()
  empty.hidden = true
  history.replaceState(null, '', '#' + encodeURIComponent(persona))
  ask()
}

let asking = 0
async function ask() {
  const mine = (asking += 1)
  const first = latest === 0
  try {
    const query = new URLSearchParams({ persona: shown, after: String(latest) })
    const [news, people] = await Promise.all([
      fetch('/local/tray/messages?' + query).then((answer) => answer.json()),
      fetch('/local/personas').then((answer) => (answer.ok ? answer.json() : { current: null }), () => ({ current: null })),
    ])
    if (mine !== asking) return
    signedIn = people.current
    const chose = shown === ''
    drawPicker(news.phones)
    if (chose && shown !== '') return void ask()
    if (news.messages.length > 0) latest = news.messages[0].id
    const cards = news.messages.map(card)
    if (!first) cards.forEach((item) => item.classList.add('new'))
    list.prepend(...cards)
    empty.hidden = list.childElementCount > 0
    tell('每 3 秒自动更新', false)
  } catch {
    tell('连不上本机的服务，正在重试…', true)
  }
}

shown = decodeURIComponent(location.hash.slice(1))
ask()
setInterval(ask, every)
`

export const trayPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>微信消息 · 本机</title>
<link rel="icon" href="data:,">
<style>${trayStyle}</style>
</head>
<body>
<header>
<h1>微信消息</h1>
<p>微信会送到各人手机上的服务通知，在本机都送到这里。</p>
</header>
<nav aria-label="选择手机"></nav>
<main aria-live="polite">
<div class="empty" hidden><b>还没有消息</b>在应用里同意接收通知并办一步业务，消息就会出现在这里。</div>
<ol></ol>
<p id="state" role="status">正在读取…</p>
</main>
<script>${trayScript}</script>
</body>
</html>
`
