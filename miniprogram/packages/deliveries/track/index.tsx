import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { trackParcel } from '@shared/contracts/deliveries'
import type { OutputOf } from '@shared/contracts/contract'
import { Button } from '../../../components/button'
import { Screen } from '../../../components/screen'
import { refreshSession, useSession } from '../../../cloud/session'
import { showTop } from '../../../platform/show-part'
import { copy } from '../copy'
import { ParcelCard } from '../parcel-card'
import { parcelTones } from '../parcel-tone'
import { Standing } from '../standing'
import { MyParcels } from './my-parcels'
import { TrackForm } from './track-form'

type Found = OutputOf<typeof trackParcel>

/** 快递查询, open to everybody: one's own parcels when signed in, any other by its receipt number. */
export default function Track() {
  const session = useSession()
  const [found, setFound] = useState<Found>()
  useEffect(() => void refreshSession(), [])
  const isSignedIn = session.kind === 'known' && session.signedIn
  const show = (result: Found | undefined) => {
    setFound(result)
    showTop()
  }
  return (
    <Screen title={copy.track.title}>
      {found === undefined ? (
        <View>
          {isSignedIn && <MyParcels />}
          <TrackForm isSignedIn={isSignedIn} onFound={show} />
        </View>
      ) : (
        <Result found={found} onAgain={() => show(undefined)} />
      )}
    </Screen>
  )
}

function Result({ found, onAgain }: { readonly found: Found; readonly onAgain: () => void }) {
  const { parcel } = found
  return (
    <View id="track-result">
      <Standing
        label={found.standing}
        meaning={found.next}
        tone={parcel === undefined ? 'accent' : parcelTones[parcel.progress]}
        itemName={found.itemName}
        note={`${copy.track.recipient} ${found.recipient}`}
      />
      {parcel !== undefined && <ParcelCard parcel={parcel} />}
      <Button id="track-again" kind="secondary" icon="search" onTap={onAgain}>
        {copy.track.again}
      </Button>
    </View>
  )
}
