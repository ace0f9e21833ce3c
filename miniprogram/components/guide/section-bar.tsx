import { Text, View } from '@tarojs/components'
import { Tappable } from '../tappable'
import { showPart } from '../../platform/show-part'
import { spoken } from '../../platform/spoken'
import { copy } from './copy'
import './section-bar.css'

type GuideSection = keyof typeof copy.guide.sections
const sections = Object.keys(copy.guide.sections) as readonly GuideSection[]

/** The id of a section's place on the page. */
export const sectionId = (section: GuideSection) => `guide-${section}`

/** The guide's contents, to jump to; a guide is long. */
export function SectionBar({ without = [] }: { readonly without?: readonly GuideSection[] }) {
  return (
    <View className="section-bar" {...spoken({ role: 'navigation', label: copy.guide.sectionsLabel })}>
      {sections
        .filter((section) => !without.includes(section))
        .map((section) => (
          <Tappable
            key={section}
            id={`to-${section}`}
            className="section-bar__way"
            onTap={() => showPart(sectionId(section))}
          >
            <Text>{copy.guide.sections[section]}</Text>
          </Tappable>
        ))}
    </View>
  )
}
