import { Heading } from '../components/Heading.tsx'
import { type PageOptions, page } from '../page.tsx'

/** As much of an OpenAPI 3.1 document as the page shows. */
export interface ApiDocument {
  info: { title: string; version: string; description?: string }
  paths?: object
}

interface Operation {
  method: string
  path: string
  summary: string
  tag: string
  secured: boolean
  parameters: { name: string; where: string; about: string }[]
  responses: { status: string; about: string }[]
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** The API for people who read, made from the same document that programs get at `/openapi.json`. */
export function apiPage(openapi: ApiDocument, frame: Pick<PageOptions, 'service' | 'user' | 'nav'>): string {
  const operations = operationsOf(openapi)
  const tags = [...new Set(operations.map(({ tag }) => tag))]
  return page({
    ...frame,
    title: 'For programs',
    listed: true,
    body: (
      <div class="flow">
        <Heading lead={openapi.info.description ?? `${openapi.info.title}, version ${openapi.info.version}.`}>
          For programs
        </Heading>
        <p>
          The same as a file: <a href="/openapi.json">OpenAPI 3.1</a>. Errors are problem documents (RFC 9457), each
          with a <code>code</code>.
        </p>
        {tags.map((tag) => (
          <section key={tag} class="flow">
            <h2>{tag}</h2>
            {operations
              .filter((operation) => operation.tag === tag)
              .map((operation) => (
                <OperationCard key={`${operation.method}${operation.path}`} operation={operation} />
              ))}
          </section>
        ))}
      </div>
    ),
  })
}

function OperationCard({ operation }: { operation: Operation }) {
  const { method, path, summary, secured, parameters, responses } = operation
  return (
    <details class="card operation">
      <summary>
        <code class="operation-method">{method.toUpperCase()}</code> <code class="operation-path">{path}</code>
        <span class="operation-summary">{summary}</span>
      </summary>
      <div class="flow">
        {secured && <p>It needs a key or a signed-in user.</p>}
        {parameters.length > 0 && (
          <>
            <h3>Parameters</h3>
            <ul>
              {parameters.map(({ name, where, about }) => (
                <li key={`${where}${name}`}>
                  <code>{name}</code> in the {where}
                  {about && `: ${about}`}
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>Answers</h3>
        <ul>
          {responses.map(({ status, about }) => (
            <li key={status}>
              <code>{status}</code> {about}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

function operationsOf({ paths = {} }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, item]: [string, unknown]) =>
    METHODS.flatMap((method) => {
      const operation = isRecord(item) ? item[method] : undefined
      return isRecord(operation) ? [operationOf(method, path, operation)] : []
    }),
  )
}

function operationOf(method: string, path: string, operation: Record<string, unknown>): Operation {
  const { responses, security, parameters } = operation
  return {
    method,
    path,
    summary: textOf(operation.summary),
    tag: textOf(listOf(operation.tags)[0]) || 'Other',
    secured: listOf(security).length > 0,
    parameters: listOf(parameters)
      .filter(isRecord)
      .map((parameter) => ({
        name: textOf(parameter.name),
        where: textOf(parameter.in),
        about: textOf(parameter.description),
      })),
    responses: Object.entries(isRecord(responses) ? responses : {}).map(([status, answer]) => ({
      status,
      about: isRecord(answer) ? textOf(answer.description) : '',
    })),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
