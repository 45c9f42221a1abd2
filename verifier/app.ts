import { z } from 'zod'
import type { ContextLoader } from '#contexts'
import { verifyResponse } from '#protocol'
import { type Answer, attachment, deriveRoute, type Route, route } from '#server'
import { frameworks } from '#skills'
import { batchAnswer, checkAnswer } from './answer-schema.ts'
import { batchItem } from './batch-item.ts'
import { check } from './check.ts'
import { type BatchParts, checkBatch, MAX_ITEMS } from './check-batch.ts'
import { checkManySubmitted, MAX_FILES, manyForm, manyQuery } from './check-many.ts'
import { checkForm, checkLink, checkSubmitted, linkQuery } from './check-on-page.ts'
import { compareForm, compareQuery, compareSubmitted } from './compare-on-page.ts'
import { findForm, findQuery, findSubmitted, MAX_PEOPLE } from './find-on-page.ts'
import { question, receiptQuestion } from './question.ts'
import { MEDIA_TYPES, readThing } from './read.ts'
import { checkForReceipt, type ReceiptParts } from './receipt.ts'
import { didParams, resolveDidOverHttp } from './resolve-did.ts'
import {
  notVerified,
  verifyCredential,
  verifyCredentialRequest,
  verifyPresentation,
  verifyPresentationRequest,
} from './verify-api.ts'
import { acceptsPage } from './web/accepts-page.tsx'
import { checkPage } from './web/check-page.tsx'
import { comparePage } from './web/compare-page.tsx'
import { findPage } from './web/find-page.tsx'
import { kindsPage } from './web/kinds-page.tsx'
import { manyPage } from './web/many-page.tsx'

const MIB = 1024 * 1024

type VerifierUse = ReceiptParts & BatchParts & { fetchesDids: boolean; contexts: ContextLoader }

/** All that the verifier answers. It has no accounts, and cookies only for a choice of language, so any site may call it. */
export function routes(parts: VerifierUse): Route[] {
  return [...pages(parts), ...programs(parts)]
}

function pages(parts: ReceiptParts & BatchParts): Route[] {
  const common = { tag: 'Pages', access: 'public' } as const
  const responses = { 200: { description: 'A page.', mediaType: 'text/html' } }
  return [
    route({
      ...common,
      method: 'GET',
      path: '/',
      summary: 'Where an employer begins.',
      responses,
      run: async () => ({ html: checkPage() }),
    }),
    route({
      ...common,
      method: 'GET',
      path: '/accepts',
      summary: 'What can be checked here.',
      responses,
      run: async () => ({ html: acceptsPage((await parts.world()).contexts.urls()) }),
    }),
    route({
      ...common,
      method: 'GET',
      path: '/check',
      summary: 'Checks what a link leads to; without one, asks for it.',
      query: linkQuery,
      responses,
      run: ({ query }) => checkLink(query, parts),
    }),
    route({
      ...common,
      method: 'POST',
      path: '/check',
      summary: 'Checks what was pasted, or the file that was chosen, and shows the verdict.',
      body: { multipart: checkForm, maxBytes: 8 * MIB },
      crossSiteForm: true,
      responses,
      run: ({ body, files }) => checkSubmitted(body, files, parts),
    }),
    route({
      ...common,
      method: 'GET',
      path: '/check/many',
      summary: 'Where many are brought at once.',
      query: manyQuery,
      responses,
      run: async ({ query }) => ({ html: manyPage({ isBlind: query.blind === 'on' }) }),
    }),
    route({
      ...common,
      method: 'POST',
      path: '/check/many',
      summary: 'Checks files, the rows of a table, or links, and shows the verdict on each in one table.',
      body: { multipart: manyForm, maxBytes: 20 * MIB, maxFiles: MAX_FILES },
      responses,
      run: ({ body, files }) => checkManySubmitted(body, files, parts),
    }),
    route({
      ...common,
      method: 'GET',
      path: '/check/compare',
      summary: 'Where what two people shared is brought.',
      query: compareQuery,
      responses,
      run: async ({ query }) => ({ html: comparePage({ known: frameworks(), isBlind: query.blind === 'on' }) }),
    }),
    route({
      ...common,
      method: 'POST',
      path: '/check/compare',
      summary: 'Shows what two people can show for one role or standard, skill by skill, with no score.',
      body: { multipart: compareForm, maxBytes: 16 * MIB },
      responses,
      run: ({ body, files }) => compareSubmitted(body, files, parts),
    }),
    route({
      ...common,
      method: 'GET',
      path: '/kinds',
      summary:
        'Academic or technical, a whole qualification or a module, something newer: what is known, with sources.',
      responses,
      run: async () => ({ html: kindsPage(frameworks()) }),
    }),
    route({
      ...common,
      method: 'GET',
      path: '/check/find',
      summary: 'Where what several people shared is brought, to find who can show a skill.',
      query: findQuery,
      responses,
      run: async ({ query }) => ({ html: findPage({ known: frameworks(), isBlind: query.blind === 'on' }) }),
    }),
    route({
      ...common,
      method: 'POST',
      path: '/check/find',
      summary: 'Shows who of several people can show a skill or behaviour, and by what, with no score.',
      body: { multipart: findForm, maxBytes: 20 * MIB, maxFiles: MAX_PEOPLE },
      responses,
      run: ({ body, files }) => findSubmitted(body, files, parts),
    }),
    route({
      ...common,
      method: 'POST',
      path: '/receipt',
      summary: 'Checks what was pasted once more, and hands out a receipt of that.',
      body: { multipart: receiptForm, maxBytes: 8 * MIB },
      responses: { 200: { description: 'A ZIP file.', mediaType: 'application/zip' } },
      run: async ({ body: { text, summary } }) =>
        download(await checkForReceipt(new TextEncoder().encode(text), 'text/plain', { summary }, parts)),
    }),
  ]
}

const receiptForm = z.object({ text: z.string(), summary: z.enum(['include']).optional() })

function programs(parts: VerifierUse): Route[] {
  const common = { access: 'public', crossOrigin: true } as const
  const verifyApi = {
    ...common,
    method: 'POST',
    tag: 'VC-API',
    responses: {
      200: { description: 'Verified: the verdict is `accepted`.', schema: verifyResponse },
      400: { description: 'Not verified; `errors` say why.', schema: verifyResponse },
    },
    problemMembers: notVerified,
  } as const
  return [
    route({
      ...common,
      method: 'POST',
      path: '/api/check',
      tag: 'Check',
      summary: 'Checks one thing: a credential, the picture it is in, a presentation, a ZIP file of them, or a link.',
      query: question,
      body: { bytes: { maxBytes: 8 * MIB, mediaTypes: MEDIA_TYPES } },
      responses: { 200: { description: 'What was found.', schema: checkAnswer } },
      run: async ({ raw, mediaType, query }) => ({ json: await check(readThing(raw, mediaType), query, parts) }),
    }),
    route({
      ...common,
      method: 'POST',
      path: '/api/receipt',
      tag: 'Check',
      summary: 'Checks one thing, and answers with a signed receipt and all that was looked at, to be kept.',
      query: receiptQuestion,
      body: { bytes: { maxBytes: 8 * MIB, mediaTypes: MEDIA_TYPES } },
      responses: { 200: { description: 'A ZIP file: the receipt and the documents.', mediaType: 'application/zip' } },
      run: async ({ raw, mediaType, query }) => download(await checkForReceipt(raw, mediaType, query, parts)),
    }),
    route({
      ...common,
      method: 'POST',
      path: '/api/check/batch',
      tag: 'Check',
      summary: `Checks up to ${MAX_ITEMS} things, each by itself.`,
      query: question,
      body: { json: batchRequest, maxBytes: 10 * MIB, refusal: 'request.malformed' },
      responses: { 200: { description: 'A report or a problem for each, in order.', schema: batchAnswer } },
      run: async ({ body, query }) => ({
        bytes: `{"results":[${(await checkBatch(body.items, query, parts)).join()}]}`,
        contentType: 'application/json',
      }),
    }),
    route({
      ...verifyApi,
      path: '/credentials/verify',
      summary: 'Verifies a credential (VC-API §3.3.1).',
      body: { json: verifyCredentialRequest, refusal: 'request.malformed' },
      run: ({ body }) => verifyCredential(body, parts),
    }),
    route({
      ...verifyApi,
      path: '/presentations/verify',
      summary: 'Verifies a presentation (VC-API §3.3.2).',
      body: { json: verifyPresentationRequest, refusal: 'request.malformed' },
      run: ({ body }) => verifyPresentation(body, parts),
    }),
    deriveRoute(parts.contexts),
    route({
      ...common,
      method: 'GET',
      path: '/1.0/identifiers/:did',
      tag: 'Identity',
      summary: 'Resolves a DID (DID Resolution §7.1); did:web only where the operator allows it.',
      params: didParams,
      responses: {
        200: { description: 'The resolution result, or the document alone.', mediaType: 'application/ld+json' },
        400: { description: 'Not a DID.', mediaType: 'application/ld+json' },
        404: { description: 'The document could not be had.', mediaType: 'application/ld+json' },
        410: { description: 'The DID was given up.', mediaType: 'application/ld+json' },
        501: { description: 'This kind of DID is not resolved here.', mediaType: 'application/ld+json' },
      },
      run: ({ params, header }) => resolveDidOverHttp(params.did, header('accept'), parts),
    }),
    route({
      ...common,
      method: 'GET',
      path: '/.well-known/did.json',
      tag: 'Identity',
      summary: 'The DID document of this verifier.',
      responses: { 200: { description: 'The document.', mediaType: 'application/did+json' } },
      run: async () => ({ json: parts.identity.document, contentType: 'application/did+json' }),
    }),
  ]
}

function download({ zip }: { zip: Uint8Array }): Answer {
  return attachment(zip, { name: 'receipt.zip', mediaType: 'application/zip' })
}

const batchRequest = z.object({ items: z.array(batchItem).max(MAX_ITEMS) })
