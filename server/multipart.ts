import type { Request, RequestHandler, Response } from 'express'
import { PassportError } from '#platform'
import { addField } from './fields.ts'
import type { UploadedFile } from './route.ts'

/** What a form's fields and the parts' own headers may take beside the files. */
const OVERHEAD_BYTES = 64 * 1024

/**
 * Reads a multipart form (RFC 7578) in memory: at most `maxBytes` of files altogether, 20 files unless more may be, 200 short fields under
 * the rules of every form. The length must be known beforehand, so that it is refused before it is read.
 */
export async function readMultipart(
  request: Request,
  response: Response,
  {
    mediaType,
    maxBytes,
    maxFiles = 20,
    arrays,
  }: { mediaType: string; maxBytes: number; maxFiles?: number | undefined; arrays: ReadonlySet<string> },
): Promise<{ body: unknown; files: UploadedFile[] }> {
  if (mediaType !== 'multipart/form-data') {
    throw new PassportError('media.unsupported', 'The content must be multipart/form-data.')
  }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new PassportError('media.unsupported', 'A multipart form must not be compressed.')
  }
  const length = request.headers['content-length']
  if (length === undefined) throw new PassportError('request.malformed', 'A form with files must state its length.')
  if (Number(length) > maxBytes + OVERHEAD_BYTES) throw tooLarge(maxBytes)
  const { default: multer } = await import('multer')
  const upload = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      fileSize: maxBytes,
      files: maxFiles,
      fields: 200,
      parts: maxFiles + 200,
      fieldSize: Math.max(OVERHEAD_BYTES, maxBytes),
      fieldNameSize: 200,
    },
  })
  const { fields, files } = await parse(request, response, upload.any(), maxBytes)
  const read = new Map<string, string | string[]>()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one !== 'string') throw new PassportError('request.malformed', `The field "${name}" is not a text.`)
      addField(read, name, one, arrays)
    }
  }
  return {
    body: Object.fromEntries(read),
    files: files.map(({ fieldname: field, originalname: name, mimetype: mediaType, buffer: bytes }) => ({
      field,
      name,
      mediaType,
      bytes,
    })),
  }
}

function parse(
  request: Request,
  response: Response,
  upload: RequestHandler,
  maxBytes: number,
): Promise<{ fields: Record<string, unknown>; files: Express.Multer.File[] }> {
  return new Promise((resolve, reject) => {
    // Multer answers through its callback; what it returns is nothing to wait for.
    void upload(request, response, (cause: unknown) => {
      if (cause === undefined || cause === null) {
        const files = request.files
        return resolve({ fields: request.body ?? {}, files: Array.isArray(files) ? files : [] })
      }
      request.resume()
      const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'LIMIT_FILE_SIZE'
      reject(
        isTooLarge ? tooLarge(maxBytes) : new PassportError('request.malformed', 'The form cannot be read.', { cause }),
      )
    })
  })
}

const tooLarge = (maxBytes: number) =>
  new PassportError(
    'request.tooLarge',
    `The files are larger than ${Math.floor(maxBytes / 1024).toLocaleString('en-GB')} KiB. Choose smaller ones, or fewer at once.`,
  )
