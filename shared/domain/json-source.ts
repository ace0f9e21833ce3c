/** Where something begins in a text: line and column, both from 1. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

export type JsonReading =
  | {
      readonly ok: true
      readonly value: unknown
      /** Where the value at this path begins; the nearest one around it for a path that leads nowhere. */
      readonly placeOf: (path: readonly (string | number)[]) => TextPlace
    }
  | { readonly ok: false; readonly place: TextPlace; readonly sentence: string }

/** Deeper than anything of ours is nested. */
const deepest = 40

/** A parsed value with the offset it begins at and its parts. */
interface Node {
  readonly offset: number
  readonly value: unknown
  readonly parts?: ReadonlyMap<string | number, Node>
}

class Unreadable extends Error {
  constructor(
    readonly offset: number,
    readonly sentence: string,
  ) {
    super(sentence)
  }
}

/**
 * Reads JSON (RFC 8259) and remembers where each value stands, so that what is wrong with one can be shown in the file.
 * A key that stands twice in one object is refused, since only one of the two would count.
 */
export function readJson(text: string): JsonReading {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const placeAt = (offset: number): TextPlace => {
    let low = 0
    let high = lineStarts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 }
  }
  try {
    const root = new Reader(text).whole()
    return {
      ok: true,
      value: root.value,
      placeOf: (path) => {
        let node = root
        for (const step of path) {
          const part = node.parts?.get(step)
          if (part === undefined) break
          node = part
        }
        return placeAt(node.offset)
      },
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { ok: false, place: placeAt(error.offset), sentence: error.sentence }
  }
}

class Reader {
  private at = 0
  constructor(private readonly text: string) {}

  whole(): Node {
    const node = this.value(0)
    this.space()
    if (this.at < this.text.length) this.refuse('内容已经结束，后面还有多余的文字')
    return node
  }

  private value(depth: number): Node {
    this.space()
    if (depth > deepest) this.refuse('嵌套太深')
    const offset = this.at
    switch (this.text[this.at]) {
      case undefined:
        return this.refuse('文件不完整，到这里就断了')
      case '{':
        return this.object(depth)
      case '[':
        return this.array(depth)
      case '"':
        return { offset, value: this.string() }
      default:
        return { offset, value: this.word() }
    }
  }

  private object(depth: number): Node {
    const offset = this.at
    const parts = new Map<string, Node>()
    this.at += 1
    this.space()
    if (this.take('}')) return { offset, value: {}, parts }
    for (;;) {
      this.space()
      const keyAt = this.at
      if (this.text[this.at] !== '"') this.refuse('这里应为带双引号的名称')
      const key = this.string()
      if (parts.has(key)) this.refuse(`“${key}”重复出现`, keyAt)
      this.space()
      if (!this.take(':')) this.refuse('这里应为英文冒号')
      parts.set(key, this.value(depth + 1))
      this.space()
      if (this.take(',')) continue
      if (this.take('}')) break
      this.refuse('这里应为英文逗号或右花括号')
    }
    // Not an object literal: a key such as __proto__ is a name like any other.
    const value = Object.fromEntries([...parts].map(([key, part]) => [key, part.value]))
    return { offset, value, parts }
  }

  private array(depth: number): Node {
    const offset = this.at
    const parts: Node[] = []
    this.at += 1
    this.space()
    if (!this.take(']')) {
      for (;;) {
        parts.push(this.value(depth + 1))
        this.space()
        if (this.take(',')) continue
        if (this.take(']')) break
        this.refuse('这里应为英文逗号或右方括号')
      }
    }
    return { offset, value: parts.map(({ value }) => value), parts: new Map(parts.entries()) }
  }

  private string(): string {
    const begin = this.at
    this.at += 1
    for (;;) {
      const character = this.text[this.at]
      if (character === undefined || character === '\n') return this.refuse('文字没有结束，缺少双引号', begin)
      this.at += character === '\\' ? 2 : 1
      if (character === '"') break
    }
    return this.parsed(begin, '文字里有不能识别的符号') as string
  }

  private word(): unknown {
    const begin = this.at
    while (/[^\s,:[\]{}"]/.test(this.text[this.at] ?? ' ')) this.at += 1
    if (this.at === begin) this.refuse('这里缺少内容')
    return this.parsed(begin, `不能识别“${this.text.slice(begin, Math.min(this.at, begin + 20))}”，文字要加英文双引号`)
  }

  /** The token from `begin` to here, as the platform's own reader takes it. */
  private parsed(begin: number, sentence: string): unknown {
    try {
      return JSON.parse(this.text.slice(begin, this.at)) as unknown
    } catch {
      return this.refuse(sentence, begin)
    }
  }

  private space(): void {
    while (' \t\r\n'.includes(this.text[this.at] ?? '.')) this.at += 1
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false
    this.at += 1
    return true
  }

  private refuse(sentence: string, offset = this.at): never {
    throw new Unreadable(Math.min(offset, this.text.length), sentence)
  }
}
