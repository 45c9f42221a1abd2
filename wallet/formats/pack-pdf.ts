import { sourceOf } from '#credential'
import type { JsonObject } from '#platform'
import type { GapRow } from '#skills'
import { count, currencies, formatDate, gapStatesOfOthers, type PdfBlock, writePdf } from '#web'
import type { Pack } from '../pack.ts'
import { confirmedNow } from '../portfolio.ts'
import { credentialFacts } from './credential-facts.ts'

/** The file that travels inside: what a verifier takes. */
const ATTACHED = 'presentation.json'

interface MadePack {
  pack: Pack
  /** As the person is called. */
  name: string
  audience: string
  link: { url: string; until: string }
  presentation: JsonObject
  madeAt: Date
}

/** An application pack on paper, with its presentation inside. It proves nothing, and says how it can be checked. */
export function packPdf(made: MadePack): Promise<Uint8Array> {
  const title = `Application for ${made.pack.target.title}`
  return writePdf({
    title,
    madeAt: made.madeAt,
    footer: `${title}, ${formatDate(made.madeAt)}. Paper proves nothing: check it by the link.`,
    blocks: packBlocks(made),
    attachments: [
      {
        name: ATTACHED,
        mediaType: 'application/vp',
        bytes: new TextEncoder().encode(JSON.stringify(made.presentation)),
        description: 'The credentials themselves, for a verifier',
      },
    ],
  })
}

/** What stands on the pages. */
export function packBlocks({ pack, name, audience, link, madeAt }: Omit<MadePack, 'presentation'>): PdfBlock[] {
  const { target, rows, work } = pack
  return [
    { kind: 'heading', level: 1, text: `Application for ${target.title}` },
    { kind: 'paragraph', text: `${name}, for ${audience}. Made on ${formatDate(madeAt)}.` },
    { kind: 'heading', level: 2, text: 'What I can show for it' },
    {
      kind: 'table',
      columns: ['Skill', 'How it is shown', 'By', 'Current?'],
      rows: rows.map((row) => skillRow(row, pack)),
    },
    { kind: 'heading', level: 2, text: count(pack.held.length, 'credential') },
    ...pack.held.flatMap(credentialFacts),
    ...(work.length === 0 ? [] : workBlocks(pack)),
    { kind: 'heading', level: 2, text: 'How to check it' },
    {
      kind: 'paragraph',
      text: `This document proves nothing by itself. Open the link or scan the code: a verifier says whether the credentials are genuine and still hold. It works until ${formatDate(link.until)}. The credentials are inside this file too, as ${ATTACHED}.`,
    },
    { kind: 'qr', text: link.url, label: 'The link to these credentials' },
    { kind: 'link', url: link.url },
  ]
}

function skillRow({ name, isEssential, state, shownBy, currency, until }: GapRow, { facts }: Pack): string[] {
  const fact = facts.find(({ item }) => shownBy !== null && item === sourceOf(shownBy))
  const lasts = currency === null || currency === 'unknown' ? 'Not stated' : currencies[currency]
  return [
    isEssential ? name : `${name} (wanted, not essential)`,
    gapStatesOfOthers[state],
    fact === undefined ? '' : `${fact.title}, ${fact.issuerName}`,
    fact === undefined ? '' : until === null ? lasts : `${lasts}: ${formatDate(until)}`,
  ]
}

function workBlocks({ work }: Pack): PdfBlock[] {
  return [
    { kind: 'heading', level: 2, text: 'What I made or did' },
    ...work.flatMap((entry): PdfBlock[] => [
      { kind: 'heading', level: 3, text: entry.item.title },
      ...(entry.item.about === '' ? [] : [{ kind: 'paragraph' as const, text: entry.item.about }]),
      {
        kind: 'list',
        items: confirmedNow(entry).map(({ by, relation }) => `Confirmed by ${by}, who says they are: ${relation}`),
      },
    ]),
    {
      kind: 'paragraph',
      text: 'These are no credentials, and a verifier does not check them. Who confirmed them is what they say.',
      isSoft: true,
    },
  ]
}
