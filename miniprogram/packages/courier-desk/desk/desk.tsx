import { useState } from 'react'
import { View } from '@tarojs/components'
import type { DeskRow } from '@shared/contracts/deliveries'
import { KeyList } from '../../../components/key-list'
import { ToolButton } from '../../../components/tool-button'
import { Empty } from '../../../components/waiting'
import { focusElement } from '../../../platform/focus'
import { openPage } from '../../../platform/open-page'
import { hasShortcuts } from '../../../platform/shortcuts'
import { useWideScreen } from '../../../platform/wide-screen'
import { batchWords, keys, roundWords, scanWords, words } from '../copy'
import { rowIdPrefix } from '../desk-row'
import { ItemDetail } from '../item/item-detail'
import type { News } from '../news'
import { ScanBox, scanField } from '../scan-box'
import { useCarrier } from '../use-carrier'
import { useDesk, type DeskList } from '../use-desk'
import { useLabels } from '../use-paper'
import { useScan } from '../use-scan'
import './desk.css'
import { DeskRows } from './desk-rows'
import { DeskTabs } from './desk-tabs'

/** The desk: where codes are scanned, the lists, and on a wide screen the chosen item beside them. */
export function Desk() {
  const isWide = useWideScreen()
  const [list, setList] = useState<DeskList>('ready')
  const [opened, setChosen] = useState<DeskRow>()
  const [isKeyListOpen, setKeyListOpen] = useState(false)
  const { pages, counts, refresh } = useDesk(list)
  // What the list has of it may be newer: a colleague's step, or the applicant's.
  const listed = pages.rows?.find(({ id }) => id === opened?.id)
  const chosen = listed !== undefined && listed.version > (opened?.version ?? 0) ? listed : opened
  const labels = useLabels()
  const { carrier } = useCarrier(chosen?.carriers ?? [])
  const scan = useScan({
    chosen: isWide ? chosen : undefined,
    carrier: carrier?.code,
    onFound: (row, news) => {
      scan.setNews(news)
      open(row, isWide)
    },
    onShipped: (row, news) => {
      setChosen(row)
      changed(news)
    },
  })

  const open = (row: DeskRow, keepsFocus: boolean) => {
    if (!isWide) {
      openPage(pageOf(row))
      return
    }
    setChosen(row)
    if (keepsFocus) focusElement(scanField, 'nowhere')
  }
  const changed = (news: News) => {
    scan.setNews(news)
    refresh()
    if (isWide) focusElement(scanField, 'nowhere')
  }
  const step = (by: 1 | -1) => {
    const rows = pages.rows ?? []
    const at = rows.findIndex((row) => row.id === chosen?.id)
    const next = rows[at < 0 ? 0 : at + by]
    if (next === undefined) return
    scan.setNews(undefined)
    open(next, false)
    focusElement(`${rowIdPrefix}${next.id}`, 'sight')
    focusElement(scanField, 'nowhere')
  }
  const clear = () => {
    setChosen(undefined)
    scan.setNews(undefined)
    focusElement(scanField, 'nowhere')
  }
  const printed = () => {
    if (chosen !== undefined) setChosen({ ...chosen, label: 'printed' })
    refresh()
    focusElement(scanField, 'nowhere')
  }
  const print = async () => {
    if (chosen?.actions.includes('ship') === true && (await labels.make({ applicationIds: [chosen.id] }))) printed()
  }
  const deskKeys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: clear,
    F2: () => void print(),
    F4: () => openPage('/packages/courier-desk/batch/index'),
    '?': () => setKeyListOpen(true),
  }

  const left = (
    <>
      <ScanBox
        title={scanWords.label}
        hint={
          chosen?.actions.includes('ship') === true && isWide
            ? scanWords.hintShip(chosen.receiptNumber)
            : scanWords.hint
        }
        news={scan.news}
        busy={scan.busy}
        keys={isWide ? deskKeys : {}}
        onCode={(code) => void scan.take(code)}
        {...(isWide && chosen !== undefined ? { onEmpty: () => focusElement('item', 'sight') } : {})}
      />
      <View className="desk__tools">
        <ToolButton
          id="to-batch"
          icon="list"
          words={batchWords.open}
          onTap={() => openPage('/packages/courier-desk/batch/index')}
        />
        <ToolButton
          id="to-rounds"
          icon="briefcase"
          words={roundWords.open}
          onTap={() => openPage('/packages/courier-desk/rounds/index')}
        />
        {hasShortcuts && isWide && (
          <ToolButton id="show-keys" words={`${words.keys} ?`} onTap={() => setKeyListOpen(true)} />
        )}
      </View>
      <DeskTabs list={list} counts={counts?.counts} onList={setList} />
      <DeskRows
        list={list}
        pages={pages}
        chosen={isWide ? chosen?.id : undefined}
        onRefresh={refresh}
        onOpen={(row) => open(row, true)}
      />
      {isKeyListOpen && <KeyList keys={keys} onClose={() => setKeyListOpen(false)} />}
    </>
  )
  if (!isWide) return <View>{left}</View>
  return (
    <View className="desk">
      <View className="desk__list">{left}</View>
      <View className="desk__item">
        {chosen === undefined ? (
          <Empty icon="parcel" title={words.choose} detail={words.chooseDetail} />
        ) : (
          <ItemDetail
            key={`${chosen.id}/${String(chosen.version)}`}
            row={chosen}
            labels={labels}
            onPrinted={printed}
            onChanged={(row, news) => {
              setChosen(row)
              changed(news)
            }}
          />
        )}
      </View>
    </View>
  )
}

/** An item's own page on a phone: found by what is written on it. */
function pageOf(row: DeskRow): string {
  const code = row.materials === undefined ? row.receiptNumber : (row.parcel?.waybill ?? row.receiptNumber)
  return `/packages/courier-desk/item/index?code=${encodeURIComponent(code)}&id=${row.id}`
}
