/** Somebody a browser can be signed in as. */
export interface LocalPerson {
  readonly id: string
  readonly name: string
  /** Who this is, for whoever chooses. */
  readonly description: string
}

export interface LocalPeople {
  readonly people: readonly LocalPerson[]
  /** The id of the one signed in. */
  readonly current: string | undefined
}

/** Who can sign in here and who is; undefined when the server cannot be reached. */
export async function findLocalPeople(): Promise<LocalPeople | undefined> {
  try {
    const response = await fetch('/local/personas')
    if (!response.ok) return undefined
    const { personas, current } = (await response.json()) as {
      personas: readonly LocalPerson[]
      current: string | null
    }
    return { people: personas, current: current ?? undefined }
  } catch {
    // No connection, or something that is no answer of this server.
    return undefined
  }
}

/** Signs the browser in; false when it did not work. */
export function signInAs(id: string): Promise<boolean> {
  return post('/local/sign-in', { persona: id })
}

export function signOut(): Promise<boolean> {
  return post('/local/sign-out', {})
}

async function post(path: string, body: object): Promise<boolean> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    // A refusal of the local cloud is HTTP 200 with a code.
    return response.ok && !('code' in ((await response.json()) as object))
  } catch {
    return false
  }
}

/**
 * Loads the program anew, so that nothing of the person before is left in its memory: on the page before this one, or
 * where it is.
 */
export function startAfresh(isBack: boolean): void {
  if (!isBack) {
    window.location.reload()
    return
  }
  const before = window.location.href
  window.addEventListener('popstate', () => window.location.reload(), { once: true })
  window.history.back()
  // There was no page before this one: to the home page.
  window.setTimeout(() => {
    if (window.location.href !== before) return
    window.location.hash = '#/pages/home/index'
    window.location.reload()
  }, 400)
}
