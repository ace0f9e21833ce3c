import type { Guide } from '@shared/contracts/catalogue'
import { formatDate, type CivilDate } from '@shared/domain/civil-time'
import type { FormAnswers } from '@shared/domain/item'
import { materialNeed } from '@shared/domain/situation'
import { limitInWords, visitsInWords } from '@shared/domain/time-limit'
import type { Drawing } from '../../../platform/picture'
import { copy as guideCopy } from '../../../components/guide/copy'
import { copy } from '../copy'
import type { Square } from '../../../components/draw-code'
import { linesOf } from './text-lines'

/** A picture is printed and sent on: the same colours whatever the program's display mode. */
const palette = {
  ground: '#ffffff',
  band: '#0b5d6b',
  onBand: '#ffffff',
  ink: '#17262c',
  soft: '#4a5c64',
  line: '#d5dee2',
  accent: '#08454f',
}
const typeface = "-apple-system, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"
const width = 640
const margin = 40
const codeSide = 168

type DrawStep =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly x: number
      readonly y: number
      readonly size: number
      readonly isBold: boolean
      readonly colour: string
    }
  | {
      readonly kind: 'block'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly colour: string
    }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly side: number; readonly colour: string }

export interface GuideLayout {
  readonly width: number
  readonly height: number
  readonly steps: readonly DrawStep[]
  /** Where the code goes, if there is one. */
  readonly code: Square
}

/** Where everything stands on the picture of a guide: the person's checklist to tick off, the steps, place, and code. */
export function layOutGuide(guide: Guide, answers: FormAnswers, today: CivilDate, hasCode: boolean): GuideLayout {
  const steps: DrawStep[] = []
  let y = 0
  const text = (
    words: string,
    style: { size: number; isBold?: boolean; colour?: string; indent?: number; until?: number },
  ) => {
    const { size, isBold = false, colour = palette.ink, indent = 0, until = width - margin } = style
    const leading = Math.round(size * 1.45)
    for (const line of linesOf(words, (until - margin - indent) / size)) {
      steps.push({
        kind: 'text',
        text: line,
        x: margin + indent,
        y: y + Math.round(leading * 0.76),
        size,
        isBold,
        colour,
      })
      y += leading
    }
  }
  const gap = (height: number) => (y += height)
  const rule = () => {
    gap(18)
    steps.push({ kind: 'block', x: margin, y, width: width - margin * 2, height: 1, colour: palette.line })
    gap(18)
  }
  const heading = (words: string) => {
    text(words, { size: 22, isBold: true, colour: palette.accent })
    gap(8)
  }

  steps.push({ kind: 'block', x: 0, y: 0, width, height: 64, colour: palette.band })
  y = 16
  text(copy.picture.head, { size: 22, colour: palette.onBand })
  y = 88
  text(guide.name, { size: 34, isBold: true })
  text(guide.department, { size: 20, colour: palette.soft })
  gap(14)
  const facts = [
    [guideCopy.guide.committed, limitInWords(guide.committed)],
    [guideCopy.guide.statutory, limitInWords(guide.statutory)],
    [guideCopy.guide.visits, visitsInWords[guide.visits]],
    [guideCopy.guide.fee, guide.fee.amount],
  ] as const
  for (const [name, value] of facts) text(`${name}：${value}`, { size: 20 })
  rule()

  heading(copy.picture.checklist)
  for (const material of guide.materials) {
    const need = materialNeed(guide, material, answers)
    if (need === 'not-needed') continue
    steps.push({ kind: 'box', x: margin, y: y + 6, side: 18, colour: palette.soft })
    text(material.name, { size: 20, indent: 32 })
    const mark =
      need === 'depends'
        ? guideCopy.checklist.depends
        : material.required
          ? guideCopy.checklist.required
          : guideCopy.checklist.optional
    const remarks = [
      mark,
      guideCopy.checklist.copies(material.originals, material.copies),
      need === 'depends' ? (material.whenText ?? '') : '',
    ]
    text(remarks.filter((each) => each !== '').join(' · '), { size: 17, colour: palette.soft, indent: 32 })
    gap(8)
  }
  rule()

  heading(copy.picture.steps)
  guide.steps.forEach(({ name, description }, place) => {
    text(`${String(place + 1)}. ${name}`, { size: 20 })
    text(description, { size: 17, colour: palette.soft, indent: 26 })
    gap(6)
  })
  rule()

  const codeTop = y
  const beside = hasCode ? width - margin - codeSide - 24 : width - margin
  for (const [name, value] of [
    [copy.picture.place, `${guide.place} ${guide.window}`],
    [copy.picture.hours, guide.officeHours],
    [copy.picture.phone, guide.consultPhone],
  ] as const) {
    text(name, { size: 17, colour: palette.soft, until: beside })
    text(value, { size: 20, until: beside })
    gap(8)
  }
  if (hasCode) {
    y = Math.max(y, codeTop + codeSide + 12)
    text(copy.picture.code, { size: 17, colour: palette.soft })
  }
  text(copy.picture.made(formatDate(today), guide.version), { size: 17, colour: palette.soft })
  return { width, height: y + 36, steps, code: { left: width - margin - codeSide, top: codeTop, side: codeSide } }
}

/** Draws what was laid out, on a white ground. */
export function drawGuide(drawing: Drawing, { width: wide, height, steps }: GuideLayout): void {
  drawing.fillStyle = palette.ground
  drawing.fillRect(0, 0, wide, height)
  for (const step of steps) {
    drawing.fillStyle = step.colour
    switch (step.kind) {
      case 'block':
        drawing.fillRect(step.x, step.y, step.width, step.height)
        break
      case 'box':
        drawing.strokeStyle = step.colour
        drawing.lineWidth = 1.5
        drawing.strokeRect(step.x, step.y, step.side, step.side)
        break
      case 'text':
        drawing.font = `${step.isBold ? 'bold ' : ''}${String(step.size)}px ${typeface}`
        drawing.fillText(step.text, step.x, step.y)
        break
    }
  }
}
