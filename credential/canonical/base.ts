/** The parts of a reference (RFC 3986 appendix B). What is not there is undefined; a path always is, if only empty. */
const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s

/** A reference, read from an absolute base (RFC 3986 §5.2.2). Nothing is decoded, and no case is changed. */
export function resolveReference(base: string, reference: string): string {
  const [, scheme = '', baseAuthority, basePath = '', baseQuery] = PARTS.exec(base) ?? []
  const [, , authority, path = '', query, fragment] = PARTS.exec(reference) ?? []
  if (authority !== undefined) return recompose(scheme, authority, removeDotSegments(path), query, fragment)
  if (path === '') return recompose(scheme, baseAuthority, basePath, query ?? baseQuery, fragment)
  const whole = path.startsWith('/') ? path : merge(baseAuthority, basePath, path)
  return recompose(scheme, baseAuthority, removeDotSegments(whole), query, fragment)
}

/** §5.2.3: the reference's path takes the place of what follows the base's last slash. */
function merge(authority: string | undefined, basePath: string, path: string): string {
  if (authority !== undefined && basePath === '') return `/${path}`
  return basePath.slice(0, basePath.lastIndexOf('/') + 1) + path
}

/** §5.2.4, which leaves no segment that says "here" or "one up". */
function removeDotSegments(path: string): string {
  const segments = path.split('/')
  const kept: string[] = []
  for (const [at, segment] of segments.entries()) {
    const isLast = at === segments.length - 1
    if (segment !== '.' && segment !== '..') kept.push(segment)
    else {
      if (segment === '..' && (kept.length > 1 || (kept.length === 1 && kept[0] !== ''))) kept.pop()
      if (isLast) kept.push('')
    }
  }
  const joined = kept.join('/')
  return path.startsWith('/') && !joined.startsWith('/') ? `/${joined}` : joined
}

/** §5.3. */
function recompose(
  scheme: string,
  authority: string | undefined,
  path: string,
  query: string | undefined,
  fragment: string | undefined,
): string {
  const host = authority === undefined ? '' : `//${authority}`
  return `${scheme}:${host}${path}${query === undefined ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`
}
