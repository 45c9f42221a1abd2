import { type ZodType, z } from 'zod'
import type {
  createDocument,
  ZodOpenApiContentObject,
  ZodOpenApiOperationObject,
  ZodOpenApiPathsObject,
} from 'zod-openapi'
import type { BodyKind, BodyRule, Route } from './route.ts'

/** An OpenAPI 3.1 document, as plain JSON. */
export type OpenApiDocument = ReturnType<typeof createDocument>

const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().meta({ description: 'What went wrong, for programs.', example: 'json.tooDeep' }),
    errors: z
      .array(z.looseObject({ code: z.string().optional(), pointer: z.string().optional(), message: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem', description: 'What could not be done, and why (RFC 9457).' })

/**
 * The description of a service, made from the very definitions that validate its requests. The library is loaded when
 * somebody first asks, and not at every start.
 */
export async function describeApi(service: {
  title: string
  version: string
  baseUrl: string
  cookieName: string
  routes: readonly Route[]
}): Promise<OpenApiDocument> {
  const { createDocument } = await import('zod-openapi')
  const paths: ZodOpenApiPathsObject = {}
  for (const route of service.routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: service.title, version: service.version },
    servers: [{ url: service.baseUrl }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key of an issuer.' },
        session: { type: 'apiKey', in: 'cookie', name: service.cookieName, description: 'A person who signed in.' },
      },
    },
  })
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const inPath = route.params ?? z.object(Object.fromEntries(names.map((name) => [name, z.string()])))
  const content = contentOf(route.body ?? 'none')
  return {
    summary: route.summary,
    tags: [route.tag],
    requestParams: {
      ...(names.length > 0 && inPath instanceof z.ZodObject ? { path: inPath } : {}),
      ...(route.query instanceof z.ZodObject ? { query: route.query } : {}),
    },
    ...(content === undefined ? {} : { requestBody: { required: true, content } }),
    ...(route.access === 'public' ? {} : { security: [route.access === 'user' ? { session: [] } : { apiKey: [] }] }),
    responses: {
      ...Object.fromEntries(Object.entries(route.responses).map(([status, answer]) => [status, responseOf(answer)])),
      default: {
        description: 'It could not be done.',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  }
}

function responseOf({ description, schema, mediaType }: Route['responses'][number]) {
  if (schema === undefined && mediaType === undefined) return { description }
  return { description, content: { [mediaType ?? 'application/json']: schema === undefined ? {} : { schema } } }
}

function contentOf(body: BodyKind | BodyRule<ZodType>): ZodOpenApiContentObject | undefined {
  if (body === 'none') return undefined
  if (body === 'json') return { 'application/json': {} }
  if (body === 'form') return { 'application/x-www-form-urlencoded': {} }
  if (body === 'multipart') return { 'multipart/form-data': {} }
  if (body === 'bytes') return { '*/*': {} }
  if ('json' in body) return { 'application/json': { schema: body.json } }
  if ('form' in body) return { 'application/x-www-form-urlencoded': { schema: body.form } }
  if ('multipart' in body) return { 'multipart/form-data': { schema: body.multipart } }
  return Object.fromEntries(body.bytes.mediaTypes.map((mediaType) => [mediaType, {}]))
}
