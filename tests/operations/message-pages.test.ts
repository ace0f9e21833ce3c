import { messagePages } from '@shared/contracts/message-pages'

interface AppConfig {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
}

/** The mini-program's own list of pages; the build tool gives it `defineAppConfig`. */
function pagesOfTheApp(): readonly string[] {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
  const { default: config } = jest.requireActual<{ default: AppConfig }>('../../miniprogram/app.config')
  return [...config.pages, ...config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
}

describe('the pages that messages open', () => {
  it.each(Object.entries(messagePages))('%s is a page of the mini-program', (_name, pathOf) => {
    const [path, query] = pathOf('an-id').split('?')
    expect(pagesOfTheApp()).toContain(path)
    // A page that opens the same for everybody takes none.
    expect(query ?? '').toMatch(pathOf.length === 0 ? /^$/ : /^[a-z]+=an-id$/)
  })
})
