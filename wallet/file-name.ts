import { looksCompact, summarise } from '#credential'
import type { HeldCredential } from './records/credentials.ts'

/** A credential's file: its number where there is one, its title in plain letters, and the ending of its form. */
export function fileName(
  { shown, text }: HeldCredential,
  { number, ending = looksCompact(text) ? 'jwt' : 'json' }: { number?: number; ending?: string } = {},
): string {
  const { title } = summarise(shown)
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '')
  const start = number === undefined ? '' : `${String(number).padStart(3, '0')}-`
  return `${start}${plain || 'credential'}.${ending}`
}
