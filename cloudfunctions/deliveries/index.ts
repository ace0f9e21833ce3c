import { serve } from '../kernel/serve'
import { answerFailure } from './operations/answer-failure'
import { carryOutInstruction } from './operations/carry-out-instruction'
import { chooseDelivery } from './operations/choose-delivery'
import { clearPapers } from './operations/clear-papers'
import { closeRound } from './operations/close-round'
import { confirmParcel } from './operations/confirm-parcel'
import { correctWaybill } from './operations/correct-waybill'
import { countDesk } from './operations/count-desk'
import { findAtDesk } from './operations/find-at-desk'
import { getDelivery } from './operations/get-delivery'
import { listAddresses } from './operations/list-addresses'
import { listDesk } from './operations/list-desk'
import { listMyParcels } from './operations/list-my-parcels'
import { listRounds } from './operations/list-rounds'
import { makeHandOverSheet } from './operations/make-hand-over-sheet'
import { makeLabels } from './operations/make-labels'
import { pollParcels } from './operations/poll-parcels'
import { receiveOriginals } from './operations/receive-originals'
import { recordReturn } from './operations/record-return'
import { removeAddress } from './operations/remove-address'
import { revealAddress } from './operations/reveal-address'
import { saveAddress } from './operations/save-address'
import { sendOriginals } from './operations/send-originals'
import { shipParcel } from './operations/ship-parcel'
import { sweepDeliveries } from './operations/sweep-deliveries'
import { trackParcel } from './operations/track-parcel'
import { withdrawOriginals } from './operations/withdraw-originals'

/** The cloud function `deliveries`. */
export const main = serve([
  getDelivery,
  chooseDelivery,
  answerFailure,
  confirmParcel,
  listMyParcels,
  trackParcel,
  sendOriginals,
  withdrawOriginals,
  listAddresses,
  saveAddress,
  removeAddress,
  listDesk,
  countDesk,
  findAtDesk,
  shipParcel,
  correctWaybill,
  recordReturn,
  carryOutInstruction,
  receiveOriginals,
  revealAddress,
  makeLabels,
  closeRound,
  listRounds,
  makeHandOverSheet,
  pollParcels,
  sweepDeliveries,
  clearPapers,
])
