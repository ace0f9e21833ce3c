import type { RatingContent } from '@shared/contracts/surveys'
import { seal, unseal } from '../kernel/sealed'
import type { Answer } from './store'

/** What was written in an answer. */
interface Words {
  readonly comment?: string
  readonly praise?: { readonly whom: string; readonly words: string }
}

/** An answer's content as it is stored; `answerId` is what the words are sealed for. */
export function storedContent(
  answerId: string,
  content: RatingContent,
): Pick<Answer, 'grade' | 'answers' | 'tags' | 'hasPraise' | 'words'> {
  const { comment = '', praise } = content
  const words: Words = {
    ...(comment === '' ? {} : { comment }),
    ...(praise === undefined ? {} : { praise }),
  }
  return {
    grade: content.grade,
    answers: content.answers ?? {},
    tags: [...new Set(content.tags)],
    hasPraise: praise !== undefined,
    ...(Object.keys(words).length === 0 ? {} : { words: seal(`surveys.words:${answerId}`, words) }),
  }
}

export function wordsOf({ _id, words }: Pick<Answer, '_id' | 'words'>): Words {
  return words === undefined ? {} : (unseal(`surveys.words:${_id}`, words) as Words)
}

/** The content as its author sees it again. */
export function contentOf(answer: Answer): RatingContent {
  return { grade: answer.grade, answers: { ...answer.answers }, tags: [...answer.tags], ...wordsOf(answer) }
}

export function sealAuthor(answerId: string, name: string): Pick<Answer, 'author'> {
  return { author: seal(`surveys.author:${answerId}`, name) }
}
export function authorOf({ _id, author }: Pick<Answer, '_id' | 'author'>): string | undefined {
  return author === undefined ? undefined : (unseal(`surveys.author:${_id}`, author) as string)
}
