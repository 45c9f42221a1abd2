import type { TrustList } from './model.ts'

/**
 * Whom a list names as the owner of a scheme, which is who may give endorsements under it, besides the one that claims to be.
 * The first that is found; null where the lists name nobody else.
 */
export function schemeOwner(
  scheme: string,
  claimant: string,
  lists: readonly TrustList[],
): { did: string; name: string } | null {
  for (const { entities } of lists) {
    for (const { did, name, actions } of entities.values()) {
      const isOwner = actions.some(({ action, scope }) => action === 'issue' && scope.schemes?.includes(scheme))
      if (isOwner && did !== claimant) return { did, name }
    }
  }
  return null
}
