import { z } from 'zod'
import type { Route } from '#server'
import { certificateUnits } from '#skills'
import { EVIDENCE_LIMITS, openEvidence } from '../evidence.ts'
import {
  addCertificate,
  type CertificateWish,
  certificateChoices,
  deleteCertificate,
  findCertificate,
  listCertificates,
} from '../old-certificates.ts'
import type { WalletParts } from '../parts.ts'
import { readPassport } from '../skills/read-passport.ts'
import { certificateFormPage } from '../web/skills/certificate-form.tsx'
import { certificatePage, certificatesPage } from '../web/skills/certificates.tsx'
import { ONWARDS, own, PAGE } from './own.ts'
import { fileAnswer } from './portfolio.ts'

const TAG = 'Skills'
const AT = '/skills/certificates'

const params = z.object({ certificate: z.string().max(100) })
const text = z.string().max(1_000).default('')
const form = z.object({ paper: text, which: text, awardingBody: text, awardedOn: text, number: text })
const NOTHING: CertificateWish = { paper: '', which: '', awardingBody: '', awardedOn: '', number: '' }

/** Old certificates on paper: claimed, with a picture, and what they may stand for. */
export function certificateRoutes(parts: WalletParts): Route[] {
  const { library } = parts.frameworks
  return [
    own(parts, {
      method: 'GET',
      path: AT,
      summary: 'The old certificates of the person who is signed in.',
      tag: TAG,
      help: 'oldCertificates',
      run: async (person, { takeFlash }) => ({
        html: certificatesPage({ person, records: await listCertificates(parts, person), flash: takeFlash() }),
      }),
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/new`,
      summary: 'The form of an old certificate, and which certificates what the paper says may mean.',
      tag: TAG,
      help: 'oldCertificates',
      query: z.object({ paper: z.string().max(1_000).optional() }),
      run: async (person, { query: { paper = '' } }) => {
        const choices = paper.trim() === '' ? null : certificateChoices(library, paper)
        return { html: certificateFormPage({ person, choices, wish: { ...NOTHING, paper } }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: AT,
      summary: 'Put an old certificate into the passport, as claimed.',
      tag: TAG,
      help: 'oldCertificates',
      body: { multipart: form, maxBytes: EVIDENCE_LIMITS.fileBytes, maxFiles: 1 },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { body: wish, files: [file], flash }) => {
        const added = await addCertificate(parts, person, wish, file)
        if ('faults' in added) {
          const choices = certificateChoices(library, wish.paper)
          return { status: 422, html: certificateFormPage({ person, choices, wish, faults: added.faults }) }
        }
        flash('It is in your passport, as claimed.')
        return { redirect: `${AT}/${added.name}` }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:certificate`,
      summary: 'One old certificate: its pictures, and what it may stand for.',
      tag: TAG,
      help: 'oldCertificates',
      params,
      run: async (person, { params: { certificate }, takeFlash }) => {
        const entry = await findCertificate(parts, person, certificate)
        const { scheme, unit } = entry.content
        const { facts, known } = await readPassport(parts, person)
        const same = facts.find(
          ({ certificates, status, isOwn }) =>
            status === 'active' &&
            !isOwn &&
            scheme !== '' &&
            certificates.some((one) => one.scheme === scheme && (one.unit ?? '') === unit),
        )
        const units = certificateUnits(library, { scheme, unit: unit === '' ? undefined : unit }).map((one) => one.unit)
        return {
          html: certificatePage({ person, entry, known, units, credential: same?.item ?? null, flash: takeFlash() }),
        }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:certificate/files/:digest`,
      summary: 'A picture of an old certificate, as it was added.',
      tag: TAG,
      params: params.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
      responses: { 200: { description: 'The file.', mediaType: 'application/octet-stream' } },
      run: async (person, { params: { certificate, digest } }) =>
        fileAnswer(await openEvidence(parts, person, certificate, digest)),
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:certificate/delete`,
      summary: 'Delete an old certificate with its pictures.',
      tag: TAG,
      params,
      run: async (person, { params: { certificate }, flash }) => {
        await deleteCertificate(parts, person, certificate)
        flash('It is deleted.')
        return { redirect: AT }
      },
    }),
  ]
}
