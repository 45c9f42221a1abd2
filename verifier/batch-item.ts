import { z } from 'zod'
import { isObject, type JsonObject } from '#platform'
import { type Item, MEDIA_TYPES } from './read.ts'

/** What is no text in itself, and so comes in base64. */
const BINARY: readonly string[] = ['image/png', 'application/zip']

const text = z
  .string()
  .meta({ description: 'A link, a JWT, an SD-JWT, or the JSON of a credential as a text, which is judged by itself.' })
  .transform((text): Item => ({ kind: 'text', text }))

const file = z
  .strictObject({
    mediaType: z.string().meta({ description: MEDIA_TYPES.join(', '), example: 'image/png' }),
    content: z.string().meta({ description: `The content; of ${BINARY.join(' and ')} in base64.` }),
  })
  .meta({ description: 'A file.' })
  .transform(({ mediaType, content }): Item => {
    const bytes = Buffer.from(content, BINARY.includes(mediaType) ? 'base64' : 'utf8')
    return { kind: 'bytes', mediaType, bytes }
  })

const document = z
  .custom<JsonObject>(isObject)
  .meta({ description: 'A credential or a presentation.', override: { type: 'object' } })
  .transform((document): Item => ({ kind: 'document', json: JSON.stringify(document) }))

/** One thing of many. What is none of these is the fault of that one alone: it is read as a text that says nothing. */
export const batchItem = z.union([text, file, document]).catch({ kind: 'text', text: '' })
