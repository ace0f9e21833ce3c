import { staffRoles } from '@shared/contracts/contract'
import { actorNames, applicationActions, applicationStates, clockNames } from '@shared/domain/application-workflow'
import { applicantParts, defects } from '@shared/domain/correction-notice'
import { itemActions, itemStandings } from '@shared/domain/item-standing'
import { audiences, channels, handlingClasses, itemKinds, lifeEvents, serviceAreas } from '@shared/domain/item'
import { generatedNote, table } from './page'

/** Words that no table of the domain holds: English, Chinese, meaning. */
const words: readonly (readonly [english: string, chinese: string, meaning: string])[] = [
  ['application', '申请', 'what a person hands in for an item, from submission to its end'],
  ['applicant', '申请人', 'who handed it in'],
  ['resident', '办事群众', 'a signed-in person, as far as rights go'],
  ['staff', '工作人员', 'who acts for the centre, by roles and departments'],
  ['department', '部门', 'whose matter an item is; the scope of staff'],
  ['item', '事项', 'a matter that can be applied for'],
  ['guide', '办事指南', 'everything an item has published, by version'],
  ['condition', '情形', 'answers on which a field or material depends'],
  ['material', '材料', 'a document the guide asks for'],
  ['field', '填写项', 'a question of the guide’s form'],
  ['answer', '填写内容', 'what was typed into a field'],
  ['draft', '草稿', 'an application not handed in yet'],
  ['changed part', '指南更新项', 'what a newer guide asks again of a draft'],
  ['receipt number', '收件编号', 'names an application towards its applicant'],
  ['receipt slip', '收件回执', 'the picture with the receipt number'],
  ['declaration', '承诺声明', 'that everything is true; ticked before submission'],
  ['consent', '单独同意', 'to the use of identity details, asked for apart'],
  ['pre-review', '预审', 'looking at an application before the window takes it in'],
  ['claim', '领取', 'a reviewer’s sole right to a case, for thirty minutes'],
  ['queue', '待办队列', 'the cases of a member’s departments, the most urgent first'],
  ['notice', '一次性告知', 'the one list of everything that has to be corrected'],
  ['mark', '补正标记', 'one part of a notice, with what is wrong'],
  ['round', '补正轮次', 'a notice and what came back'],
  ['replacement', '补正文件', 'a file for a marked material, not sent in yet'],
  ['outcome', '办理结果', 'the reason and remedies of a refusal, or the words on passing'],
  ['remedy', '救济途径', 'reconsideration and suit'],
  ['deadline', '期限', 'the last day of a limit'],
  ['working day', '工作日', 'Monday to Friday less holidays, plus days worked in exchange'],
  ['provisional', '暂定', 'computed before the year’s holiday notice was known'],
  ['promised saving', '提速率', 'how much shorter the committed limit is than the statutory one'],
  ['visits', '跑动次数', 'how often the applicant has to come'],
  ['pledge', '承诺制', 'accepted on the applicant’s word'],
  ['home visit', '上门服务', 'the centre comes'],
  ['timeline', '办理进度', 'the audit chain as people read it'],
  ['audit chain', '全程留痕', 'every step and look, each entry bound to the one before'],
  ['look', '查看', 'a member’s first opening of a case since its last claim'],
  ['reveal', '查看完整信息', 'seeing masked numbers in full, with a reason'],
  ['message', '消息', 'what a person is told; always in the inbox'],
  ['inbox', '消息中心', 'all messages of a person'],
  ['grant', '订阅授权', 'the right to send one WeChat message of a template'],
  ['phone task', '电话告知', 'somebody must hear of a step and could not be messaged'],
  ['centre', '政务服务中心', 'the building and its organisation'],
  ['window', '窗口', 'a desk at the centre'],
  ['quick phrase', '常用语', 'what a reviewer starts an explanation from'],
]

const tables: readonly (readonly [kind: string, entries: Readonly<Record<string, string>>])[] = [
  ['state of an application', labels(applicationStates)],
  ['action on an application', labels(applicationActions)],
  ['clock of an application', clockNames],
  ['actor', actorNames],
  ['role of staff', staffRoles],
  ['channel', channels],
  ['standing of an item', labels(itemStandings)],
  ['action on an item', labels(itemActions)],
  ['kind of item', itemKinds],
  ['handling class', handlingClasses],
  ['audience', audiences],
  ['service area', serviceAreas],
  ['life event', lifeEvents],
  ['defect', defects],
  ['detail of the applicant', applicantParts],
]

function labels(entries: Readonly<Record<string, { readonly label: string }>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(entries).map(([key, { label }]) => [key, label]))
}

/**
 * docs/glossary.md: one English word for each Chinese term of a kind, and the other way round.
 * @throws Error when a word is used twice within a kind
 */
export function glossaryPage(): string {
  for (const [kind, entries] of tables) refuseTwice(kind, Object.values(entries))
  refuseTwice(
    'words',
    words.flatMap(([english, chinese]) => [english, chinese]),
  )
  return `# Glossary 词汇表

${generatedNote('shared/domain, config/documents/glossary-page.ts')}

The English word is the one the code uses; the Chinese one is what people read.

## Words

${table(
  ['English', '中文', 'meaning'],
  words.map((word) => [...word]),
)}

${tables
  .map(
    ([kind, entries]) =>
      `## By kind: ${kind}\n\n${table(
        ['English', '中文'],
        Object.entries(entries).map(([english, chinese]) => [`\`${english}\``, chinese]),
      )}`,
  )
  .join('\n\n')}
`
}

function refuseTwice(kind: string, terms: readonly string[]): void {
  const twice = terms.find((term, place) => terms.indexOf(term) !== place)
  if (twice !== undefined) throw new Error(`the glossary has "${twice}" twice among the ${kind}`)
}
