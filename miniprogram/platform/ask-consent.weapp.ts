import Taro from '@tarojs/taro'
import type { ConsentAnswer, ConsentQuestion } from './consent'

/**
 * WeChat's own prompt for subscribe messages; has to be called within a tap. Gives nothing where WeChat did not show it
 * (no right template, main switch off): the inbox has every message in any case.
 */
export async function askConsent(questions: readonly ConsentQuestion[]): Promise<readonly ConsentAnswer[]> {
  if (questions.length === 0) return []
  try {
    const answers = (await Taro.requestSubscribeMessage({
      tmplIds: questions.map(({ id }) => id),
      entityIds: [],
    })) as unknown as Readonly<Record<string, string>>
    return questions.flatMap(({ id }) => {
      const choice = answers[id]
      return choice === 'accept' || choice === 'reject' || choice === 'ban' || choice === 'filter'
        ? [{ id, choice }]
        : []
    })
  } catch {
    // 20004: the person switched all subscribe messages off; 10005: the prompt could not be shown.
    return []
  }
}
