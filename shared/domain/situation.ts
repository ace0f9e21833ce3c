import { conditionHolds, type Condition, type FormAnswers, type FormField, type Item, type Material } from './item'

/** A question with a few answers to choose from. */
export type ChoiceField = FormField & { readonly type: 'choice' }

/**
 * 情形引导: the questions that decide which materials somebody needs, in the form's order, as far as they apply to the
 * answers given so far. A question that only opens another such question counts too.
 */
export function situationQuestions(
  item: Pick<Item, 'fields' | 'materials'>,
  answers: FormAnswers,
): readonly ChoiceField[] {
  const deciding = new Set(item.materials.flatMap(({ when }) => fieldsOf(when)))
  // A question may depend on an earlier one, so from the last to the first.
  for (const field of [...item.fields].reverse()) {
    if (deciding.has(field.code)) for (const code of fieldsOf(field.when)) deciding.add(code)
  }
  return item.fields.filter(
    (field): field is ChoiceField =>
      field.type === 'choice' && deciding.has(field.code) && conditionHolds(field.when, answers),
  )
}

/** Whether a material is needed, not needed, or depends on what is not answered yet. */
export type MaterialNeed = 'needed' | 'not-needed' | 'depends'

/** What the answers given so far say about one material. */
export function materialNeed(
  item: Pick<Item, 'fields'>,
  material: Pick<Material, 'when'>,
  answers: FormAnswers,
): MaterialNeed {
  return decide(item, material.when, answers)
}

function decide(item: Pick<Item, 'fields'>, condition: Condition | undefined, answers: FormAnswers): MaterialNeed {
  const clauses = condition?.all ?? []
  const decided = clauses.map((clause): MaterialNeed => {
    const field = item.fields.find(({ code }) => code === clause.field)
    const asked = field === undefined ? 'not-needed' : decide(item, field.when, answers)
    if (asked !== 'needed') return asked
    const answer = answers[clause.field] ?? ''
    if (answer === '') return 'depends'
    return clause.in.includes(answer) ? 'needed' : 'not-needed'
  })
  if (decided.includes('not-needed')) return 'not-needed'
  return decided.includes('depends') ? 'depends' : 'needed'
}

const fieldsOf = (condition: Condition | undefined): readonly string[] =>
  (condition?.all ?? []).map(({ field }) => field)
