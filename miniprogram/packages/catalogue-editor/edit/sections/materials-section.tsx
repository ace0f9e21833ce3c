import { View } from '@tarojs/components'
import { kindsInLetters } from '@shared/domain/item-changes'
import { blankMaterial, itemLimits, newPartCode } from '@shared/domain/item-content'
import type { Material } from '@shared/domain/item'
import { Field } from '../../../../components/field'
import { Notice } from '../../../../components/notice'
import { TextInput } from '../../../../components/text-input'
import { copy } from '../../copy'
import { ChipChoice, switched } from '../parts/chip-choice'
import { ConditionEditor } from '../parts/condition-editor'
import { EntryList } from '../parts/entry-list'
import { FileChoice } from '../parts/file-choice'
import { NumberInput } from '../parts/number-input'
import { flawsIn, partId, type SectionProps } from '../parts/section-props'
import { TextList } from '../parts/text-list'
import { YesNo } from '../parts/yes-no'
import '../parts/form-grid.css'

const words = copy.parts

/** The documents a guide asks for. */
export function MaterialsSection({ content, set, flaws, focus, files }: SectionProps) {
  const problem = flawsIn(flaws, 'materials')
  return (
    <View id={partId('materials')}>
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      <EntryList
        id="part-materials"
        entries={content.materials}
        keyOf={({ code }) => code}
        onChange={(materials) => set('materials', materials)}
        openFirst={
          focus?.part === 'materials' && focus.at !== undefined ? { at: focus.at, jump: focus.jump } : undefined
        }
        add={{
          words: words.material,
          make: () =>
            blankMaterial(
              newPartCode(
                'material',
                content.materials.map(({ code }) => code),
                Math.random,
              ),
            ),
        }}
        view={(material, place, change) => ({
          title: material.name || words.unnamed,
          detail: inShort(material),
          problem: flawsIn(flaws, 'materials', place),
          body: (
            <MaterialForm
              id={`material-${String(place)}`}
              material={material}
              content={content}
              files={files}
              onChange={change}
            />
          ),
        })}
      />
    </View>
  )
}

function inShort({ required, originals, copies, when, whenText }: Material): string {
  return [
    required ? words.required : undefined,
    originals > 0 ? words.originalsShort(originals) : undefined,
    copies > 0 ? words.copiesShort(copies) : undefined,
    when === undefined ? undefined : (whenText ?? words.conditional),
  ]
    .filter((each) => each !== undefined)
    .join(' · ')
}

function MaterialForm({
  id,
  material,
  content,
  files,
  onChange,
}: {
  readonly id: string
  readonly material: Material
  readonly content: SectionProps['content']
  readonly files: readonly string[]
  readonly onChange: (material: Material) => void
}) {
  const set = (change: Partial<Material>) => onChange(plain({ ...material, ...change }))
  return (
    <>
      <Field label={words.materialName} required>
        <TextInput
          id={`${id}-name`}
          label={words.materialName}
          value={material.name}
          maxLength={itemLimits.text}
          onChange={(name) => set({ name })}
        />
      </Field>
      <Field label={words.source} required hint={words.sourceHint}>
        <TextInput
          id={`${id}-source`}
          label={words.source}
          value={material.source}
          maxLength={itemLimits.text}
          onChange={(source) => set({ source })}
        />
      </Field>
      <View className="form-grid">
        <Field label={words.required} required>
          <YesNo id={`${id}-required`} value={material.required} onChange={(required) => set({ required })} />
        </Field>
        <Field label={words.originals} required>
          <NumberInput
            id={`${id}-originals`}
            label={words.originals}
            value={material.originals}
            onChange={(originals = 0) => set({ originals })}
          />
        </Field>
        <Field label={words.copies} required>
          <NumberInput
            id={`${id}-copies`}
            label={words.copies}
            value={material.copies}
            onChange={(copies = 0) => set({ copies })}
          />
        </Field>
        <Field label={words.accepts} required>
          <ChipChoice
            id={`${id}-accepts`}
            table={kindsInLetters}
            chosen={material.accepts}
            onChange={(kind) => set({ accepts: switched(kindsInLetters, material.accepts, kind) })}
          />
        </Field>
        <Field label={words.maxMegabytes} required>
          <NumberInput
            id={`${id}-maxMegabytes`}
            label={words.maxMegabytes}
            decimal
            value={material.maxMegabytes}
            onChange={(maxMegabytes = 0) => set({ maxMegabytes })}
          />
        </Field>
        <Field label={words.maxFiles} required>
          <NumberInput
            id={`${id}-maxFiles`}
            label={words.maxFiles}
            value={material.maxFiles}
            onChange={(maxFiles = 0) => set({ maxFiles })}
          />
        </Field>
      </View>
      <ConditionEditor
        id={`${id}-when`}
        label={words.condition}
        condition={material.when}
        earlier={content.fields}
        onChange={(when) => set(when === undefined ? { when, whenText: undefined } : { when })}
      />
      {material.when !== undefined && (
        <Field label={words.whenText} required hint={words.whenTextHint}>
          <TextInput
            id={`${id}-whenText`}
            label={words.whenText}
            value={material.whenText ?? ''}
            maxLength={itemLimits.text}
            onChange={(whenText) => set({ whenText: whenText === '' ? undefined : whenText })}
          />
        </Field>
      )}
      <Field label={words.tips} required={false}>
        <TextList
          id={`${id}-tips`}
          label={words.tips}
          texts={material.tips}
          addWords={words.tip}
          onChange={(tips) => set({ tips })}
        />
      </Field>
      <FileChoice
        id={`${id}-sample`}
        label={words.sample}
        path={material.sample}
        files={files.filter((path) => path.startsWith('public/samples/'))}
        onChange={(sample) => set({ sample })}
      />
      <FileChoice
        id={`${id}-blankForm`}
        label={words.blankForm}
        path={material.blankForm}
        files={files.filter((path) => path.startsWith('public/forms/'))}
        onChange={(blankForm) => set({ blankForm })}
      />
    </>
  )
}

/** What is undefined is absent. */
function plain(material: Material): Material {
  return JSON.parse(JSON.stringify(material)) as Material
}
