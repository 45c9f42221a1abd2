import type { ShownCredential } from './shown-credential.ts'

/**
 * What stands in the blind view for the titles of which no words stay, by item: of what a person signed about themself, and of an
 * issuer whom no list vouches for where nothing says the name of the person, which then could not be taken out of it.
 */
export function hiddenTitles(isNamed: boolean, all: readonly ShownCredential[]): ReadonlyMap<string, string> {
  const each = [...new Map(all.map((one) => [one.item, one])).values()]
  const own = each.filter(({ isOwn }) => isOwn)
  const unvouched = isNamed ? [] : each.filter(({ isOwn, recognition }) => !isOwn && recognition !== 'recognised')
  return new Map([
    ...own.map(({ item }, at) => [item, `Own statement ${at + 1}`] as const),
    ...unvouched.map(({ item }, at) => [item, `Award ${at + 1}`] as const),
  ])
}
