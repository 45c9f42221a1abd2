import { z } from 'zod'
import { PassportError } from '#platform'
import { type Route, route } from '#server'
import {
  CASE_PATH,
  type CaseItem,
  type CaseKind,
  type CasePackage,
  documentIdentifier,
  isCaseKind,
  type Package,
  writeCase,
} from '#skills'
import type { WalletParts } from '../parts.ts'
import { frameworksPage } from '../web/frameworks.tsx'
import { PAGE } from './own.ts'

const PUBLIC = { method: 'GET', tag: 'Frameworks', access: 'public', crossOrigin: true } as const
const LIMIT = { requests: 120, seconds: 60 }
const byId = z.object({ id: z.string().max(100) })
const AS_CASE = { 200: { description: 'As CASE 1.1 says.', mediaType: 'application/json' } }

/** What is answered of the frameworks. */
interface CaseAnswers {
  all: CasePackage[]
  /** By the identifier of a document, in any version of it. */
  packages: Map<string, CasePackage>
  items: Map<string, CaseItem>
}

function caseAnswers(packages: readonly Package<CaseKind>[], where: Parameters<typeof writeCase>[1]): CaseAnswers {
  const all = packages.map((one) => writeCase(one, where))
  return {
    all,
    packages: new Map([
      ...all.map((one) => [one.CFDocument.identifier, one] as const),
      ...packages.flatMap(({ id }, at) => (all[at] === undefined ? [] : [[documentIdentifier(id), all[at]] as const])),
    ]),
    items: new Map(all.flatMap(({ CFItems }) => CFItems.map((item) => [item.identifier, item] as const))),
  }
}

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new PassportError('request.notFound', 'There is no such framework or item here.')
  return thing
}

/** The frameworks that passports are read by, for anyone: a page, and CASE 1.1 for programs. */
export function frameworkRoutes({ config: { baseUrl }, frameworks, now }: WalletParts): Route[] {
  // A package does not say when it was changed; it cannot have been since the start.
  const where = { baseUrl, at: now() }
  const known = frameworks.catalogue.packages().filter(isCaseKind)
  let made: CaseAnswers | undefined
  const answers = () => {
    made ??= caseAnswers(known, where)
    return made
  }
  return [
    route({
      ...PUBLIC,
      path: '/frameworks',
      summary: 'The frameworks of skills, standards and units that are known here, to be taken away.',
      responses: PAGE,
      limit: LIMIT,
      run: async () => ({
        html: frameworksPage(known.map((one) => ({ one, identifier: documentIdentifier(one.id) }))),
      }),
    }),
    route({
      ...PUBLIC,
      path: `${CASE_PATH}/CFDocuments`,
      summary: 'Every framework, without its items (CASE 1.1).',
      responses: AS_CASE,
      limit: LIMIT,
      run: async () => ({ json: { CFDocuments: answers().all.map(({ CFDocument }) => CFDocument) } }),
    }),
    route({
      ...PUBLIC,
      path: `${CASE_PATH}/CFDocuments/:id`,
      summary: 'One framework, without its items (CASE 1.1).',
      params: byId,
      responses: AS_CASE,
      limit: LIMIT,
      run: async ({ params: { id } }) => ({ json: found(answers().packages.get(id)).CFDocument }),
    }),
    route({
      ...PUBLIC,
      path: `${CASE_PATH}/CFPackages/:id`,
      summary: 'One framework with its items and how they stand to one another (CASE 1.1).',
      params: byId,
      responses: AS_CASE,
      limit: LIMIT,
      run: async ({ params: { id } }) => ({ json: found(answers().packages.get(id)) }),
    }),
    route({
      ...PUBLIC,
      path: `${CASE_PATH}/CFItems/:id`,
      summary: 'One item of a framework (CASE 1.1).',
      params: byId,
      responses: AS_CASE,
      limit: LIMIT,
      run: async ({ params: { id } }) => ({ json: found(answers().items.get(id)) }),
    }),
  ]
}
