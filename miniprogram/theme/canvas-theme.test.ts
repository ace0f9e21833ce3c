import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss from 'postcss'
import { canvasTheme, canvasThemeNames } from './canvas-theme'

const sheet = postcss.parse(readFileSync(join(__dirname, 'theme.css'), 'utf8'))

/** The variables that an element with these classes of the screen has. */
function variables(classes: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  sheet.walkRules((rule) => {
    const asked = rule.selectors.filter((selector) => /^(\.[\w-]+)+$/.test(selector))
    if (
      !asked.some((selector) =>
        selector
          .slice(1)
          .split('.')
          .every((name) => classes.includes(name)),
      )
    )
      return
    rule.walkDecls(/^--/, ({ prop, value }) => void found.set(prop.slice(2), value))
  })
  return found
}

describe('the theme of canvases', () => {
  it.each([
    ['standard', false, false],
    ['large', true, false],
    ['dark', false, true],
    ['large and dark', true, true],
  ])('is that of the style sheet in %s mode', (_mode, isLarge, isDark) => {
    const styled = variables(['screen', ...(isLarge ? ['screen--large'] : []), ...(isDark ? ['screen--dark'] : [])])
    expect(canvasTheme({ isLarge, isDark })).toEqual(
      Object.fromEntries(canvasThemeNames.map((name) => [name, styled.get(name)])),
    )
  })
})
