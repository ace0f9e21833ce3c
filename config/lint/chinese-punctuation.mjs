/**
 * Chinese texts use Chinese punctuation: `,:;!?()` beside a Chinese character become their full-width forms (GB/T 15834).
 * Numbers, codes, addresses and markup keep theirs, since nothing Chinese stands beside those marks. The rule mends what
 * it finds (`npx eslint . --fix`).
 */
const fullWidth = {
  ',': '\uff0c',
  ':': '\uff1a',
  ';': '\uff1b',
  '!': '\uff01',
  '?': '\uff1f',
  '(': '\uff08',
  ')': '\uff09',
}
const marks = new Set([',', ':', ';', '!', '?'])
/** Characters beside which a mark is Chinese: ideographs, and Chinese punctuation itself. */
const chinese =
  /[\u3400-\u9fff\u3001\u3002\u3008-\u3011\u2018\u2019\u201c\u201d\u2014\u2026\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]/
const ideograph = /[\u3400-\u9fff]/
/** Stands for a value put into a text. */
const hole = '\ue000'

/** The text with Chinese punctuation, character by character (a blank after a mark goes: '' in its place). */
function punctuated(text, { isPattern = false } = {}) {
  const from = text.split('')
  const to = [...from]
  if (!ideograph.test(text)) return to
  const isChinese = (place) => chinese.test(from[place] ?? '')
  const setMark = (place) => {
    to[place] = fullWidth[from[place]]
    if (!isPattern && from[place + 1] === ' ') to[place + 1] = ''
  }
  from.forEach((character, place) => {
    if (!marks.has(character)) return
    // In a pattern these are its own language.
    if (isPattern && (character === '?' || from[place - 1] === '?')) return
    const betweenHoles = from[place - 1] === hole && from[place + 1] === hole && character !== ':'
    if (isChinese(place - 1) || isChinese(place + 1) || betweenHoles) setMark(place)
  })
  if (isPattern) return to
  const open = []
  from.forEach((character, place) => {
    if (character === '(') open.push(place)
    if (character !== ')' || open.length === 0) return
    const start = open.pop()
    const inside = from.slice(start + 1, place).join('')
    // A script or markup inside a text is not Chinese.
    if (/['"`=<{]/.test(inside)) return
    if (!ideograph.test(inside) && !isChinese(start - 1) && !isChinese(place + 1)) return
    to[start] = fullWidth['(']
    to[place] = fullWidth[')']
    if (marks.has(from[place + 1])) setMark(place + 1)
  })
  return to
}

export const chinesePunctuation = {
  meta: {
    type: 'suggestion',
    fixable: 'code',
    schema: [],
    messages: { half: 'Chinese texts use full-width punctuation: run `npx eslint --fix` on this file.' },
  },
  create(context) {
    const source = context.sourceCode.text
    /** A text made of pieces of the source, with a value between each two. */
    const check = (node, pieces, options) => {
      let text = ''
      const places = []
      pieces.forEach(([start, end], index) => {
        if (index > 0) {
          text += hole
          places.push(-1)
        }
        for (let place = start; place < end; place += 1) {
          text += source[place]
          places.push(place)
        }
      })
      const changes = punctuated(text, options)
        .map((to, index) => ({ to, place: places[index], from: text[index] }))
        .filter(({ to, from, place }) => to !== from && place >= 0)
      if (changes.length === 0) return
      context.report({
        node,
        messageId: 'half',
        fix: (fixer) => changes.map(({ to, place }) => fixer.replaceTextRange([place, place + 1], to)),
      })
    }
    return {
      Literal(node) {
        if (node.regex !== undefined) check(node, [node.range], { isPattern: true })
        else if (typeof node.value === 'string') check(node, [[node.range[0] + 1, node.range[1] - 1]])
      },
      JSXText: (node) => check(node, [node.range]),
      // String.raw holds patterns.
      'TemplateLiteral:not(TaggedTemplateExpression > TemplateLiteral)': (node) =>
        check(
          node,
          node.quasis.map(({ range }, index) => [range[0] + 1, range[1] - (index === node.quasis.length - 1 ? 1 : 2)]),
        ),
    }
  },
}
