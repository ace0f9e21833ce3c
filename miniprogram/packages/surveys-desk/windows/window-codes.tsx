import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { listRatedWindows, type RatedWindow } from '@shared/contracts/surveys'
import { Button } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { Tag } from '../../../components/tag'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { useQuery } from '../../../cloud/use-query'
import { canPrint, printCards } from '../../../platform/print-picture'
import { showTop } from '../../../platform/show-part'
import { windowLink } from '../../../platform/window-link'
import { windowWords as text } from '../copy'
import { ListRow } from '../list-row'
import { SplitView } from '../split-view'
import { drawCard } from './draw-card'
import { WindowCode } from './window-code'
import './window-codes.css'

/** The area is the first letter of a window's code (config/centre/windows). */
const areaOf = ({ window }: RatedWindow) => window.slice(0, 1)

/** The windows by area, and the card of the chosen one. */
export function WindowCodes() {
  const { data, problem, reload } = useQuery(listRatedWindows, {})
  const [area, setArea] = useState<string>()
  const [chosen, setChosen] = useState<RatedWindow>()
  if (data === undefined) {
    return problem === undefined ? <Skeleton cards={3} /> : <Problem problem={problem} onRetry={() => void reload()} />
  }
  const areas = [...new Set(data.windows.map(areaOf))]
  const shown = area ?? areas[0]
  const windows = data.windows.filter((each) => areaOf(each) === shown)
  const printAll = () => {
    const cards = windows.flatMap((each) => {
      const link = windowLink(each.window)
      return link === undefined ? [] : [drawCard(each, link, 'print')]
    })
    printCards(cards, text.title)
  }
  const list = (
    <>
      <Text className="window-codes__lead">{text.lead}</Text>
      <View className="window-codes__areas">
        {areas.map((each) => (
          <Chip key={each} id={`area-${each}`} isOn={each === shown} onTap={() => setArea(each)}>
            {text.area(each)}
          </Chip>
        ))}
      </View>
      {canPrint && windows.length > 0 && (
        <View className="window-codes__print">
          <Button id="print-all" kind="secondary" icon="file" onTap={printAll}>
            {text.printAll(windows.length)}
          </Button>
        </View>
      )}
      {windows.length === 0 && <Empty icon="qr" title={text.none} />}
      {windows.map((each) => (
        <ListRow
          key={each.window}
          id={`window-${each.window}`}
          title={each.name}
          lines={[each.department]}
          isChosen={each.window === chosen?.window}
          tags={<Tag>{text.code(each.window)}</Tag>}
          onOpen={() => {
            setChosen(each)
            showTop()
          }}
        />
      ))}
    </>
  )
  return (
    <SplitView
      list={list}
      chosen={chosen === undefined ? undefined : <WindowCode key={chosen.window} window={chosen} />}
      empty={<Empty icon="qr" title={text.choose} detail={text.chooseDetail} />}
      onBack={() => setChosen(undefined)}
    />
  )
}
