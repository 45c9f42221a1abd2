/** Lets a limited number of holders into each of many rooms, first come first served. */
export interface Slots {
  /** Waits for a place and answers how to give it back; throws the signal's reason if that comes first. */
  take(room: string, signal: AbortSignal): Promise<() => void>
  /** Whether all places of a room are taken. */
  isFull(room: string): boolean
}

/** As many holders a room as `places`. */
export function createSlots(places: number): Slots {
  const rooms = new Map<string, { held: number; waiting: Set<() => void> }>()

  const leave = (name: string) => () => {
    const room = rooms.get(name)
    if (room === undefined) return
    const [next] = room.waiting
    if (next !== undefined) return next()
    room.held--
    if (room.held === 0) rooms.delete(name)
  }

  return {
    isFull: (name) => (rooms.get(name)?.held ?? 0) >= places,
    async take(name, signal) {
      const room = rooms.get(name) ?? { held: 0, waiting: new Set() }
      rooms.set(name, room)
      if (room.held < places) {
        room.held++
        return leave(name)
      }
      await new Promise<void>((resolve, reject) => {
        const enter = () => {
          room.waiting.delete(enter)
          signal.removeEventListener('abort', giveUp)
          resolve()
        }
        const giveUp = () => {
          room.waiting.delete(enter)
          reject(signal.reason)
        }
        room.waiting.add(enter)
        if (signal.aborted) giveUp()
        else signal.addEventListener('abort', giveUp, { once: true })
      })
      return leave(name)
    },
  }
}
