import type { ZodType, z } from 'zod'
import type { ErrorCode, Json, JsonObject } from '#platform'

/** Who asks. Set by the sign-in or, for a program, by its API key; absent for a visitor. */
export interface SessionUser {
  accountId: string
  /** Only where a service knows several kinds of people: the issuer's staff belong to an issuer. */
  issuerId?: string
}

export interface UploadedFile {
  /** The field of the form that it came in. */
  field: string
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** What a use case is given of a request, already parsed: nothing here is unchecked but `raw` and `files`. */
export interface RequestContext<Params, Query, Body> {
  params: Params
  query: Query
  body: Body
  /** The bytes themselves, where the route asks for `body: 'bytes'`. */
  raw: Uint8Array
  mediaType: string
  files: UploadedFile[]
  header: (name: string) => string | undefined
  /** Whether the asker prefers a page to JSON. */
  wantsHtml: boolean
  user: SessionUser | undefined
  /** Makes the asker signed in, under a new session id. */
  signIn: (user: SessionUser) => Promise<void>
  signOut: () => Promise<void>
  /** One message to show on the next page, then forgotten. */
  flash: (message: string) => void
  takeFlash: () => string | undefined
  /** The client's address, for limits only; never logged or stored whole. */
  address: string
  now: Date
}

/** What a use case answers. HTML is a finished document; `web/` makes it. */
export type Answer =
  | { status?: number; json: Json | object; contentType?: string; headers?: Record<string, string> }
  | { status?: number; html: string; headers?: Record<string, string> }
  | { status?: number; bytes: Uint8Array | string; contentType: string; headers?: Record<string, string> }
  | { redirect: string; status?: 302 | 303 }

export type BodyKind = 'none' | 'json' | 'form' | 'multipart' | 'bytes'

/**
 * What a route takes as its body. JSON is refused strictly before the schema sees it (`parseJson` of `#platform`);
 * a form's field may repeat only where the schema has an array. JSON is at most 1 MiB unless the route says otherwise;
 * what its schema does not allow is answered 422, or 400 with `refusal: 'request.malformed'`. A form that may bring files
 * may also come without any, urlencoded.
 */
export type BodyRule<Schema> =
  | { json: Schema; maxBytes?: number; refusal?: 'request.invalid' | 'request.malformed' }
  | { form: Schema }
  | { multipart: Schema; maxBytes: number; maxFiles?: number }
  | { bytes: { maxBytes: number; mediaTypes: readonly string[] } }

/** A Zod schema by what it makes of a value: to compare whole Zod types takes the compiler long. */
export interface SchemaOf<Output> {
  parse(value: unknown): Output
  safeParse(value: unknown): { success: boolean; data?: Output }
}

export interface RouteOptions<Params, Query, Body> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `:name` for parameters, as Express writes it. */
  path: string
  /** One sentence, for OpenAPI and for whoever reads the table. */
  summary: string
  tag: string
  /** `public`; `user`: signed in (a page redirects to the sign-in, an API answers 401); `apiKey`: `Authorization: Bearer`. */
  access: 'public' | 'user' | 'apiKey'
  params?: SchemaOf<Params>
  query?: SchemaOf<Query>
  body?: BodyKind | BodyRule<SchemaOf<Body>>
  /** By status: what is answered, for OpenAPI. Problems (RFC 9457) need no entry. */
  responses: Record<number, { description: string; schema?: ZodType; mediaType?: string }>
  /** Whether other sites may call it from a browser (only public, cookie-free routes). */
  crossOrigin?: boolean
  /** Whether a page of another site may POST a form here (only public, cookie-free routes). */
  crossSiteForm?: boolean
  /** How often one address may call it; the next call is answered 429. */
  limit?: { requests: number; seconds: number }
  /** Whether its answer cannot be had again, so that no choice of a language leads away from it. */
  isOnce?: boolean
  /** Further members of every problem that this route answers, where another specification wants them (VC-API's `verified`). */
  problemMembers?: JsonObject | ((problem: ProblemFacts) => JsonObject)
  /** Origins besides our own to which a form on this route's page may lead. */
  formAction?: readonly string[]
  run(context: RequestContext<Params, Query, Body>): Promise<Answer>
}

/** What a problem says, for a route that says it in the words of another specification too. */
export interface ProblemFacts {
  code: ErrorCode
  title: string
  detail: string
}

/** A route as the table holds it. */
export type Route = Omit<RouteOptions<unknown, unknown, unknown>, 'params' | 'query' | 'body'> & {
  params?: ZodType
  query?: ZodType
  body?: BodyKind | BodyRule<ZodType>
}

/** Checks a route's types where it is written, and forgets them for the table. */
export function route<P = unknown, Q = unknown, B = unknown>(options: RouteOptions<P, Q, B>): Route {
  return options as unknown as Route
}

export type Infer<T extends ZodType> = z.infer<T>
