import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ParcelView } from '@shared/contracts/deliveries'
import { formatDateTime } from '@shared/domain/civil-time'
import { parcelProgress } from '@shared/domain/parcel-track'
import { Button } from '../../components/button'
import { classNames } from '../../components/class-names'
import { spoken } from '../../platform/spoken'
import { copy } from './copy'
import './parcel-track.css'

/** Scans shown before the rest is asked for. */
const atFirst = 8

/** Where a parcel was, newest first; each scan with its kind where the kind changes. */
export function ParcelTrack({ scans }: { readonly scans: ParcelView['scans'] }) {
  const [isOpen, setOpen] = useState(false)
  if (scans.length === 0) return <Text className="parcel-track__none">{copy.parcel.noScans}</Text>
  const shown = isOpen ? scans : scans.slice(0, atFirst)
  return (
    <View>
      <View className="parcel-track" {...spoken({ role: 'list' })}>
        {shown.map((scan, place) => (
          <View
            key={`${String(scan.at)} ${scan.text}`}
            className={classNames('parcel-track__scan', place === 0 && 'parcel-track__scan--latest')}
            {...spoken({ role: 'listitem' })}
          >
            <View className="parcel-track__dot" />
            <View className="parcel-track__words">
              {scan.progress !== scans[place + 1]?.progress && (
                <Text className="parcel-track__kind">{parcelProgress[scan.progress].label}</Text>
              )}
              <Text userSelect>{scan.text}</Text>
              <Text className="parcel-track__when">{formatDateTime(scan.at)}</Text>
            </View>
          </View>
        ))}
      </View>
      {scans.length > atFirst && (
        <Button id="track-all" kind="quiet" icon={isOpen ? 'up' : 'down'} onTap={() => setOpen(!isOpen)}>
          {isOpen ? copy.parcel.fold : copy.parcel.allScans(scans.length)}
        </Button>
      )}
    </View>
  )
}
