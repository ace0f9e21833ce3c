/* global window, document, global, URLSearchParams */
/* A phone with WeChat on it, as far as the compiled mini-program in dist/weapp needs one. */
const { readFileSync, statSync } = require('node:fs')
const { join } = require('node:path')

const dist = join(__dirname, '../../dist/weapp')
/** How long something may take to appear (ms): the functions start cold. */
const patience = 20_000

/** What the program gets when the person does what it asks for; a test changes it. */
function hands() {
  return {
    /** Files that the camera and the album give, by path on this machine. */
    photos: [],
    /** The answer to every question of `wx.showModal`. */
    confirms: true,
    /** The answer to WeChat's prompt for messages. */
    consent: 'accept',
    isOnline: true,
  }
}

/** Switches a phone on and opens the program at its first page; `request` is a session of the local cloud. */
async function startPhone(request) {
  const hand = hands()
  /** What the program did outside its own pages. */
  const done = { toasts: [], modals: [], calls: [], copied: [], previews: [], prompts: [], saved: [], drawn: [] }
  const errors = []
  const pages = []
  const storage = new Map()
  const config = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'))
  const tabs = config.tabBar.list.map(({ pagePath }) => pagePath)
  const loaded = new Map()
  let app

  const listenToErrors = (event) => errors.push(event.error ?? event.message)
  window.addEventListener('error', listenToErrors)
  const { error: tellError } = console
  console.error = (...words) => errors.push(words.map(String).join(' '))

  global.App = (program) => {
    app = program
  }
  global.getApp = () => app
  global.getCurrentPages = () => pages.map(({ instance }) => instance)
  const find = (selector) => pages.at(-1)?.component.querySelector(selector)
  global.wx = wxOf({ request, hand, done, storage, navigate, find })
  const simulate = require('miniprogram-simulate')
  Object.assign(global.wx, wxOf({ request, hand, done, storage, navigate, find }))
  // A page is a component to the simulation: its functions are methods, everything else is set on each instance.
  global.Page = ({ data, ...rest }) => {
    const entries = Object.entries(rest)
    global.Component({
      data,
      methods: Object.fromEntries(entries.filter(([, value]) => typeof value === 'function')),
      lifetimes: {
        created() {
          for (const [key, value] of entries) if (typeof value !== 'function') this[key] = value
        },
      },
    })
  }
  const before = process.cwd()
  process.chdir(dist)
  require(join(dist, 'app.js'))
  app.onLaunch?.({ path: config.pages[0], query: {}, scene: 1001 })
  app.onShow?.({ path: config.pages[0], query: {}, scene: 1001 })

  function mount(route, query) {
    if (!loaded.has(route))
      loaded.set(route, simulate.load(join(dist, route), 'page', { rootPath: dist, compiler: 'official' }))
    const component = simulate.render(loaded.get(route))
    const place = document.createElement('div')
    document.body.append(place)
    component.attach(place)
    const { instance } = component
    instance.route = route
    instance.onLoad?.(query)
    instance.onShow?.()
    instance.onReady?.()
    return { route, component, instance, place }
  }
  function unmount({ component, instance, place }) {
    instance.onHide?.()
    instance.onUnload?.()
    component.detach()
    place.remove()
  }
  /** Opens, replaces and closes pages as WeChat does. */
  function navigate(how, url) {
    const [path = '', words = ''] = (url ?? '').replace(/^\//, '').split('?')
    const query = Object.fromEntries(new URLSearchParams(words))
    const top = pages.at(-1)
    if (how === 'back') {
      unmount(pages.pop())
      pages.at(-1)?.instance.onShow?.()
      return
    }
    if (how === 'tab') {
      if (!tabs.includes(path)) throw new Error(`switchTab: ${path} is no tab`)
      while (pages.length > 0) unmount(pages.pop())
    } else if (tabs.includes(path)) throw new Error(`${how}: ${path} is a tab`)
    else if (how === 'replace') unmount(pages.pop())
    else top?.instance.onHide?.()
    const packages = config.subPackages.flatMap((each) => each.pages.map((page) => `${each.root}/${page}`))
    if (![...config.pages, ...packages].includes(path)) throw new Error(`${how}: there is no page ${path}`)
    pages.push(mount(path, query))
  }

  const text = () => pages.at(-1)?.component.dom.textContent ?? ''
  /** Waits until `look` gives something; says where the phone stood when it does not. */
  async function until(look, what) {
    const end = Date.now() + patience
    for (;;) {
      const found = look()
      if (found !== undefined && found !== false) return found
      if (Date.now() > end) {
        const where = `${pages.at(-1)?.route ?? 'no page'}: ${text().slice(0, 600)}`
        throw new Error(
          `waited in vain for ${what} at ${where}\ntoasts: ${done.toasts.slice(-3).join(' | ')}\n${errors.join('\n')}`,
        )
      }
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }

  navigate('tab', config.pages[0])
  return {
    hand,
    done,
    errors,
    storage,
    find,
    text,
    route: () => pages.at(-1)?.route,
    open: (url) => navigate(tabs.includes(url.replace(/^\//, '')) ? 'tab' : 'open', url),
    back: () => navigate('back'),
    until,
    sees: (words) => until(() => text().includes(words), `“${words}”`),
    at: (route) => until(() => pages.at(-1)?.route === route, `the page ${route}`),
    async tap(id) {
      // A button that still says what it is doing takes no tap: a person waits too.
      const ready = () => {
        const found = find(`#${id}`)
        return found !== undefined && !found.dom.className.includes('button--off') ? found : undefined
      }
      const target = await until(ready, `#${id} to take a tap`)
      target.dispatchEvent('tap')
      await settle()
    },
    async type(id, value) {
      const target = await until(() => find(`#${id}`), `#${id}`)
      target.dispatchEvent('input', { detail: { value } })
      await settle()
      target.dispatchEvent('blur', { detail: { value } })
      await settle()
    },
    async choose(id, value) {
      const target = await until(() => find(`#${id}`), `#${id}`)
      target.dispatchEvent('change', { detail: { value } })
      await settle()
    },
    switchOff() {
      while (pages.length > 0) unmount(pages.pop())
      window.removeEventListener('error', listenToErrors)
      console.error = tellError
      // The next test file of this process looks for everything from where it began.
      process.chdir(before)
    },
  }
}

/** Updates reach a page's view a tick later. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 30))

/** A canvas's pen that leaves no mark but its words; its letters are square, so that lines break as they do for Chinese. */
function drawing(words = []) {
  const pen = { font: '', fillText: (text) => void words.push(text) }
  const measureText = (text) => ({ width: text.length * Number(/(\d+)px/.exec(pen.font)?.[1] ?? 10) })
  return new Proxy(pen, {
    get: (state, name) => (name === 'measureText' ? measureText : (state[name] ?? (() => undefined))),
  })
}

/** What a page is told of its elements: nothing is laid out here, so that each is as wide as a card's inside. */
function selectorQuery(find, words) {
  const questions = []
  const query = { in: () => query, select, exec: () => void questions.forEach((answer) => answer()) }
  function select(selector) {
    const ask = (give) => (tell) => {
      questions.push(() => tell(find(selector) === undefined ? null : give()))
      return query
    }
    return {
      boundingClientRect: ask(() => ({ left: 0, top: 0, width: 326, height: 200 })),
      node: ask(() => ({ node: { width: 0, height: 0, getContext: () => drawing(words) } })),
    }
  }
  return query
}

/** WeChat's own functions. Each calls back as there, after a tick. */
function wxOf({ request, hand, done, storage, navigate, find }) {
  /** Without callbacks there is a promise. */
  const answer =
    (give) =>
    (options = {}) => {
      const { success, fail, complete } = options
      const given = Promise.resolve()
        .then(() => give(options))
        .then(
          (result) => ({ errMsg: 'ok', ...result }),
          (error) => Promise.reject({ errMsg: error.message }),
        )
      if (success === undefined && fail === undefined && complete === undefined) return given
      given.then(success, fail).finally(complete)
      return undefined
    }
  const nothing = answer(() => ({}))
  return {
    cloud: {
      init: () => undefined,
      async callFunction({ name, data }) {
        if (!hand.isOnline) throw new Error('network is down')
        const { answer: result } = await request('POST', `/local/functions/${name}`, JSON.stringify(data))
        if (typeof result?.errMsg === 'string') throw new Error(result.errMsg)
        return { result, errMsg: 'ok' }
      },
      uploadFile(options) {
        const heard = []
        answer(async ({ cloudPath, filePath }) => {
          if (!hand.isOnline) throw new Error('network is down')
          const path = `/local/storage/upload?path=${encodeURIComponent(cloudPath)}`
          const { status, answer: result } = await request('POST', path, readFileSync(filePath))
          if (status !== 200) throw new Error(result.message)
          for (const listener of heard) listener({ progress: 100 })
          return { fileID: result.fileID }
        })(options)
        return { onProgressUpdate: (listener) => void heard.push(listener), abort: () => undefined }
      },
    },
    navigateTo: answer(({ url }) => void navigate('open', url)),
    redirectTo: answer(({ url }) => void navigate('replace', url)),
    switchTab: answer(({ url }) => void navigate('tab', url)),
    navigateBack: answer(() => void navigate('back')),
    getStorageSync: (key) => storage.get(key) ?? '',
    setStorageSync: (key, value) => void storage.set(key, value),
    removeStorageSync: (key) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
    showToast: answer(({ title }) => void done.toasts.push(title)),
    hideToast: nothing,
    showModal: answer(({ title }) => {
      done.modals.push(title)
      return { confirm: hand.confirms, cancel: !hand.confirms }
    }),
    requestSubscribeMessage: answer(({ tmplIds }) => {
      done.prompts.push(tmplIds)
      return Object.fromEntries(tmplIds.map((id) => [id, hand.consent]))
    }),
    chooseMedia: answer(() => ({
      tempFiles: hand.photos.map((path) => ({ tempFilePath: path, size: statSync(path).size, fileType: 'image' })),
    })),
    getImageInfo: answer(() => ({ width: 1200, height: 800 })),
    compressImage: answer(({ src }) => ({ tempFilePath: src })),
    getFileInfo: answer(({ filePath }) => ({ size: statSync(filePath).size })),
    previewImage: answer(({ urls }) => void done.previews.push(...urls)),
    makePhoneCall: answer(({ phoneNumber }) => void done.calls.push(phoneNumber)),
    setClipboardData: answer(({ data }) => void done.copied.push(data)),
    setNavigationBarTitle: nothing,
    setNavigationBarColor: nothing,
    setBackgroundColor: nothing,
    setTabBarStyle: nothing,
    stopPullDownRefresh: nothing,
    pageScrollTo: nothing,
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
    createSelectorQuery: () => selectorQuery(find, done.drawn),
    createOffscreenCanvas: () => ({ getContext: () => drawing(), toDataURL: () => 'data:image/png;base64,AAAA' }),
    saveImageToPhotosAlbum: answer(({ filePath }) => void done.saved.push(filePath)),
    getFileSystemManager: () => ({ writeFileSync: () => undefined }),
    getNetworkType: answer(() => ({ networkType: 'wifi' })),
    env: { USER_DATA_PATH: '/tmp' },
  }
}

module.exports = { startPhone }
