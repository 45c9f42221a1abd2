import type { Answer } from './route.ts'

/**
 * A file of somebody's own, to be saved and kept by no cache (RFC 6266 §4.2, RFC 9111 §5.2.2.5). `name` is ours: of letters, digits,
 * dots and hyphens alone.
 */
export function attachment(bytes: Uint8Array, { name, mediaType }: { name: string; mediaType: string }): Answer {
  const headers = { 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' }
  return { bytes, contentType: mediaType, headers }
}
