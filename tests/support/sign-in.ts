/** Signs a persona in as a browser does. @returns the headers that later requests of that browser carry */
export async function signIn(url: string, persona: string): Promise<{ readonly cookie: string }> {
  const answer = await fetch(`${url}/local/sign-in`, { method: 'POST', body: JSON.stringify({ persona }) })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (answer.status !== 200 || cookie === undefined)
    throw new Error(`${persona} cannot sign in: ${await answer.text()}`)
  return { cookie }
}
