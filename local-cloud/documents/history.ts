interface Past {
  version: number
  name: string
  before: string | undefined
}

/**
 * What documents were before recent commits: an undo list, kept only while an open transaction may still have to see
 * the past. A version numbers each commit.
 */
export class History {
  private version = 0
  private readonly list: Past[] = []
  private readonly byName = new Map<string, Past[]>()
  private size = 0

  get now(): number {
    return this.version
  }

  /** Roughly how many characters of old bodies are held. */
  get weight(): number {
    return this.size
  }

  /** Begins a commit; what {@link record} notes belongs to it. */
  advance(): void {
    this.version++
  }

  record(name: string, before: string | undefined): void {
    const past = { version: this.version, name, before }
    this.list.push(past)
    const own = this.byName.get(name)
    if (own) own.push(past)
    else this.byName.set(name, [past])
    this.size += weightOf(past)
  }

  /** Whether a document changed after a version. */
  changedSince(name: string, version: number): boolean {
    return (this.byName.get(name)?.at(-1)?.version ?? 0) > version
  }

  /** What a document was at a version: undefined when it has not changed since, else its body or undefined. */
  at(name: string, version: number): { body: string | undefined } | undefined {
    const past = this.byName.get(name)?.find((entry) => entry.version > version)
    return past && { body: past.before }
  }

  /** Forgets what nobody can ask for: everything up to a version, or all of it. */
  forget(upTo: number): void {
    let gone = 0
    for (const past of this.list) {
      if (past.version > upTo) break
      gone++
      this.size -= weightOf(past)
      const own = this.byName.get(past.name)
      own?.shift()
      if (own?.length === 0) this.byName.delete(past.name)
    }
    if (gone > 0) this.list.splice(0, gone)
  }
}

function weightOf({ name, before }: Past): number {
  return name.length * 2 + (before?.length ?? 0) + 100
}
