import * as v from 'valibot'
import { itemCode, itemContent, mostImportedItems } from '../domain/item-content'
import { itemStandings } from '../domain/item-standing'
import { contract, id, instant, text } from './contract'
import { keysOf } from './keys-of'

/** Editors: 系统管理 for every department, 政管办督查 for the departments in their scope. */
const access = { kind: 'staff', roles: ['administrator', 'supervisor'] } as const

const version = v.pipe(v.number(), v.integer(), v.minValue(1))
/** Counts the saves of a draft; 0 = there is none yet. */
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))
const standing = v.picklist(keysOf(itemStandings))
const department = text(1, 40)
const itemName = text(1, 60)

const editingErrors = {
  ITEM_NOT_FOUND: '没有找到这个事项，请返回列表刷新后再试。',
  DRAFT_NOT_FOUND: '这份草稿已经发布或者放弃了，请返回列表刷新后再试。',
  DRAFT_CHANGED: '这份草稿刚刚被别人改过，请核对后再保存。',
  PUBLISHED_MEANWHILE: '您核对之后，这个事项又发布了新的版本，请重新核对区别。',
  GUIDE_HAS_FLAWS: '办事指南还有需要改正的地方，改好后才能发布。',
  NOTHING_CHANGED: '草稿和已发布的版本一样，没有要发布的修改。',
  WRONG_STANDING: '这个事项现在不能这样操作，请刷新后再试。',
  NOT_A_DEPARTMENT: '服务中心没有这个部门，请从列表中选择。',
  FILE_TOO_LARGE: '文件太大，每个文件不能超过 4 MB，请分几次导入。',
  IMPORT_NOT_FOUND: '没有收到要导入的文件，请重新选择文件。',
  NOT_TEXT: '文件里不是文字，请选择导出的 JSON 或 CSV 文件。',
} as const

const { ITEM_NOT_FOUND, DRAFT_NOT_FOUND, DRAFT_CHANGED, PUBLISHED_MEANWHILE, GUIDE_HAS_FLAWS } = editingErrors
const { NOTHING_CHANGED, WRONG_STANDING, NOT_A_DEPARTMENT, FILE_TOO_LARGE, IMPORT_NOT_FOUND, NOT_TEXT } = editingErrors

/** A draft as lists show it. */
const draftMark = v.object({ revision, savedAt: instant, savedBy: v.string() })
const editableRow = v.object({
  code: v.string(),
  name: v.string(),
  department: v.string(),
  standing,
  /** The newest version; absent for an item that was never published. */
  version: v.optional(version),
  /** Whether staff publish it from now on, and the centre's configuration no longer does. */
  isEdited: v.boolean(),
  draft: v.optional(draftMark),
})
export type EditableRow = v.InferOutput<typeof editableRow>

/** The items of the caller's departments with where they stand, and the departments new ones may be made for. */
export const listEditableItems = contract({
  name: 'catalogue.listEditableItems',
  kind: 'query',
  access,
  input: v.strictObject({}),
  output: v.object({ items: v.array(editableRow), departments: v.array(v.string()) }),
  errors: {},
})

/** One item for the editing form: its draft if there is one, else the newest version. */
const editableItem = v.object({
  code: v.string(),
  standing,
  isEdited: v.boolean(),
  version: v.optional(version),
  /** What is in the draft, or would be in one that is begun now. */
  content: itemContent,
  revision,
  /** The version the draft was begun from; 0 = from nothing. */
  basedOn: revision,
  savedAt: v.optional(instant),
  savedBy: v.optional(v.string()),
  departments: v.array(v.string()),
  /** Samples and blank forms that some version of any item names. */
  files: v.array(v.string()),
})
export type EditableItem = v.InferOutput<typeof editableItem>

export const getEditableItem = contract({
  name: 'catalogue.getEditableItem',
  kind: 'query',
  access,
  input: v.strictObject({ code: itemCode }),
  output: editableItem,
  errors: { ITEM_NOT_FOUND },
})

/** A new item: blank, or a copy of another one's newest version; its code is made from its name. */
export const createItemDraft = contract({
  name: 'catalogue.createItemDraft',
  kind: 'command',
  access,
  input: v.strictObject({ name: itemName, department, copyOf: v.optional(itemCode) }),
  output: v.object({ code: v.string() }),
  errors: { ITEM_NOT_FOUND, NOT_A_DEPARTMENT },
})

/** Saves the one draft of an item; a revision that is not the last one means somebody else wrote. */
export const saveItemDraft = contract({
  name: 'catalogue.saveItemDraft',
  kind: 'command',
  access,
  input: v.strictObject({ code: itemCode, revision, content: itemContent }),
  output: v.object({ revision, savedAt: instant }),
  errors: { ITEM_NOT_FOUND, DRAFT_CHANGED, NOT_A_DEPARTMENT },
})

export const discardItemDraft = contract({
  name: 'catalogue.discardItemDraft',
  kind: 'command',
  access,
  input: v.strictObject({ code: itemCode, revision }),
  output: v.object({}),
  errors: { DRAFT_NOT_FOUND, DRAFT_CHANGED },
})

/** Publishes a draft as the next version. `over`: the version its differences were looked at against; 0 = none. */
export const publishItemDraft = contract({
  name: 'catalogue.publishItemDraft',
  kind: 'command',
  access,
  input: v.strictObject({ code: itemCode, revision, over: revision }),
  output: v.object({ version }),
  errors: { DRAFT_NOT_FOUND, DRAFT_CHANGED, PUBLISHED_MEANWHILE, GUIDE_HAS_FLAWS, NOTHING_CHANGED },
})

/** Takes an item off the list; who has an application under way goes on. */
export const retireItem = contract({
  name: 'catalogue.retireItem',
  kind: 'command',
  access,
  input: v.strictObject({ code: itemCode, version, reason: text(5, 200) }),
  output: v.object({}),
  errors: { ITEM_NOT_FOUND, WRONG_STANDING, PUBLISHED_MEANWHILE },
})

/** Lists a retired item again, in its newest version. */
export const restoreItem = contract({
  name: 'catalogue.restoreItem',
  kind: 'command',
  access,
  input: v.strictObject({ code: itemCode }),
  output: v.object({ version }),
  errors: { ITEM_NOT_FOUND, WRONG_STANDING, GUIDE_HAS_FLAWS },
})

/** The versions of an item, the newest first, and what staff did to it. */
export const getItemHistory = contract({
  name: 'catalogue.getItemHistory',
  kind: 'query',
  access,
  input: v.strictObject({ code: itemCode, before: v.optional(version) }),
  output: v.object({
    name: v.string(),
    versions: v.array(
      v.object({
        version,
        at: instant,
        source: v.picklist(['configured', 'edited']),
        /** Who published it; absent for the configuration. */
        by: v.optional(v.string()),
        /** The parts that differ from the version before, in words. */
        parts: v.array(v.string()),
      }),
    ),
    /** Where older ones go on. */
    next: v.optional(version),
    steps: v.array(v.object({ at: instant, by: v.string(), label: v.string(), reason: v.optional(v.string()) })),
  }),
  errors: { ITEM_NOT_FOUND },
})

const file = v.object({ name: v.string(), url: v.string() })
/** Files of the chosen items: the published versions, and the drafts of those never published. */
export const exportItems = contract({
  name: 'catalogue.exportItems',
  kind: 'command',
  access,
  input: v.strictObject({
    format: v.picklist(['json', 'csv']),
    codes: v.pipe(v.array(itemCode), v.minLength(1), v.maxLength(mostImportedItems)),
  }),
  output: v.object({ files: v.array(file), expiresAt: instant }),
  errors: { ITEM_NOT_FOUND },
  rate: { calls: 20, seconds: 60 },
})

/** The most bytes of one file of an import. */
export const mostImportBytes = 4 * 1024 * 1024
const fileName = text(1, 120)

/** Announces the files of an import; they are uploaded to the paths answered. */
export const beginItemImport = contract({
  name: 'catalogue.beginItemImport',
  kind: 'command',
  access,
  input: v.strictObject({
    files: v.pipe(
      v.array(v.strictObject({ name: fileName, bytes: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
      v.minLength(1, '请选择文件'),
      v.maxLength(3, '一次最多选三个文件'),
    ),
  }),
  output: v.object({ importId: v.string(), cloudPaths: v.array(v.string()) }),
  errors: { FILE_TOO_LARGE },
  rate: { calls: 20, seconds: 60 },
})

const fileProblem = v.object({
  file: v.string(),
  line: v.number(),
  column: v.string(),
  sentence: v.string(),
})
/** Checks all of an import, and only if nothing at all is wrong makes its items drafts; nothing is published. */
export const importItems = contract({
  name: 'catalogue.importItems',
  kind: 'command',
  access,
  input: v.strictObject({ importId: id }),
  output: v.variant('outcome', [
    v.object({ outcome: v.literal('refused'), problems: v.array(fileProblem), total: v.number() }),
    v.object({
      outcome: v.literal('taken'),
      /** Items that have a draft now. */
      drafts: v.array(v.object({ code: v.string(), name: v.string(), isNew: v.boolean() })),
      /** Items that the files say nothing new about. */
      unchanged: v.number(),
    }),
  ]),
  errors: { IMPORT_NOT_FOUND, NOT_TEXT, FILE_TOO_LARGE, DRAFT_CHANGED },
  rate: { calls: 20, seconds: 60 },
})

/** Timer: removes exported files and uploads that nobody imported. */
export const clearItemFiles = contract({
  name: 'catalogue.clearItemFiles',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: v.object({ removed: v.number() }),
  errors: {},
})
