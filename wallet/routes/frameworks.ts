import { z } from 'zod'
import { PassportError } from '#platform'
import { type Route, route } from '#server'
import { CASE_PATH, type CaseKind, documentIdentifier, isCaseKind, type Package, writeCase } from '#skills'
import type { WalletParts } from '../parts.ts'
import { frameworksPage } from '../web/frameworks.tsx'
import { PAGE } from './own.ts'

const PUBLIC = { method: 'GET', tag: 'Frameworks', access: 'public', crossOrigin: true } as const
const LIMIT = { requests: 120, seconds: 60 }
const byId = z.object({ id: z.string().max(100) })
const found = { 200: { description: 'As CASE 1.1 says.', mediaType: 'application/json' } }

/** The frameworks that passports are read by, for anyone: a page, and CASE 1.1 for programs. */
export function frameworkRoutes({ config: { baseUrl }, frameworks, now }: WalletParts): Route[] {
  // A package does not say when it was changed; it cannot have been since the start.
  const where = { baseUrl, at: now() }
  const all = () => frameworks.catalogue.packages().filter(isCaseKind)
  const identifierOf = (one: Package<CaseKind>) => writeCase(one, where).CFDocument.identifier
  const packageOf = (id: string) => {
    const one =
      all().find((other) => documentIdentifier(other.id) === id) ?? all().find((other) => identifierOf(other) === id)
    if (one === undefined) throw new PassportError('request.notFound', 'There is no such framework here.')
    return writeCase(one, where)
  }
  return [
    route({
      ...PUBLIC,
      path: '/frameworks',
      summary: 'The frameworks of skills, standards and units that are known here, to be taken away.',
      responses: PAGE,
      limit: LIMIT,
      run: async () => ({
        html: frameworksPage(all().map((one) => ({ one, identifier: documentIdentifier(one.id) }))),
      }),
    }),
    route({
      ...PUBLIC,
      path: `${CASE_PATH}/CFDocuments`,
      summary: 'Every framework, without its items (CASE 1.1).',
      responses: found,
      limit: LIMIT,
      run: async () => ({ json: { CFDocuments: all().map((one) => writeCase(one, where).CFDocument) } }),
    }),
    route({
      ...PUBLIC,
      path: `${CASE_PATH}/CFDocuments/:id`,
      summary: 'One framework, without its items (CASE 1.1).',
      params: byId,
      responses: found,
      limit: LIMIT,
      run: async ({ params: { id } }) => ({ json: packageOf(id).CFDocument }),
    }),
    route({
      ...PUBLIC,
      path: `${CASE_PATH}/CFPackages/:id`,
      summary: 'One framework with its items and how they stand to one another (CASE 1.1).',
      params: byId,
      responses: found,
      limit: LIMIT,
      run: async ({ params: { id } }) => ({ json: packageOf(id) }),
    }),
    route({
      ...PUBLIC,
      path: `${CASE_PATH}/CFItems/:id`,
      summary: 'One item of a framework (CASE 1.1).',
      params: byId,
      responses: found,
      limit: LIMIT,
      run: async ({ params: { id } }) => {
        const item = all()
          .flatMap((one) => writeCase(one, where).CFItems)
          .find(({ identifier }) => identifier === id)
        if (item === undefined) throw new PassportError('request.notFound', 'There is no such item here.')
        return { json: item }
      },
    }),
  ]
}
