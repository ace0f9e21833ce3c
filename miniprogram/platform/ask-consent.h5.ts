import './ask-consent.css'
import type { ConsentAnswer, ConsentQuestion } from './consent'

/**
 * The browser's stand-in for WeChat's prompt: the same question in a dialog of the page, its answer given to the local
 * cloud as WeChat would keep it.
 */
export async function askConsent(questions: readonly ConsentQuestion[]): Promise<readonly ConsentAnswer[]> {
  if (questions.length === 0) return []
  const choice = await choose(questions)
  const answers = questions.map(({ id }) => ({ id, choice }))
  await fetch('/local/wechat/subscribe', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answers: answers.map(({ id }) => ({ templateId: id, choice })) }),
  })
  return answers
}

function choose(questions: readonly ConsentQuestion[]): Promise<'accept' | 'reject'> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog')
    dialog.className = 'consent'
    dialog.setAttribute('aria-label', '订阅消息')
    const title = document.createElement('h2')
    title.className = 'consent__title'
    title.textContent = '桂林政务 申请向您发送以下消息'
    const list = document.createElement('ul')
    list.className = 'consent__list'
    for (const question of questions) {
      const line = document.createElement('li')
      line.className = 'consent__message'
      line.textContent = question.title
      list.append(line)
    }
    const buttons = document.createElement('div')
    buttons.className = 'consent__buttons'
    for (const [answer, label] of [
      ['reject', '取消'],
      ['accept', '允许'],
    ] as const) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = `consent__button consent__button--${answer}`
      button.id = `consent-${answer}`
      button.textContent = label
      button.onclick = () => {
        dialog.close()
        dialog.remove()
        resolve(answer)
      }
      buttons.append(button)
    }
    dialog.oncancel = () => {
      dialog.remove()
      resolve('reject')
    }
    dialog.append(title, list, buttons)
    // Within the page, whose display mode it shares.
    const page = [...document.querySelectorAll<HTMLElement>('.screen')].find(
      ({ offsetParent }) => offsetParent !== null,
    )
    ;(page ?? document.body).append(dialog)
    dialog.showModal()
  })
}
