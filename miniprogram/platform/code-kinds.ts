/** What a person holds up to be read: a QR code of ours, or the barcode of a courier's waybill (mostly Code 128). */
export type CodeKind = 'qr-code' | 'waybill'
