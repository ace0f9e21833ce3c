import type { Size } from '../platform/size'

/** How a picture is looked at: 1 = as large as fits, and quarter turns clockwise. */
export interface Look {
  readonly zoom: number
  readonly turns: 0 | 1 | 2 | 3
}
export const fitted: Look = { zoom: 1, turns: 0 }

const steps = [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.4, 8] as const

/** One step larger or smaller; nothing beyond the ends. */
export function zoomed(look: Look, direction: 1 | -1): Look {
  const next =
    direction === 1 ? steps.find((step) => step > look.zoom) : [...steps].reverse().find((step) => step < look.zoom)
  return next === undefined ? look : { ...look, zoom: next }
}

export function turned(look: Look): Look {
  return { ...look, turns: ((look.turns + 1) % 4) as Look['turns'] }
}

/** The picture's own box (unturned) and the room it takes up turned, in CSS px. */
export interface Placing {
  readonly picture: Size
  readonly room: Size
}

/** Places a picture of natural size in a frame: whole at zoom 1, never blown up beyond twice its size there. */
export function placePicture(frame: Size, natural: Size, look: Look): Placing {
  const isLying = look.turns % 2 === 1
  const seen = isLying ? { width: natural.height, height: natural.width } : natural
  const fit = Math.min(frame.width / Math.max(1, seen.width), frame.height / Math.max(1, seen.height), 2)
  const scale = fit * look.zoom
  const room = { width: seen.width * scale, height: seen.height * scale }
  return { picture: isLying ? { width: room.height, height: room.width } : room, room }
}
