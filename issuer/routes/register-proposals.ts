import { z } from 'zod'
import { PassportError } from '#platform'
import { type Route, route } from '#server'
import { isSameLog, logsOf } from '#trust'
import type { FormError } from '#web'
import type { IssuerParts } from '../parts.ts'
import { findEntry } from '../records/register-entries.ts'
import {
  ACT_NAMES,
  type ChangeForm,
  changeForm,
  keysWantedOf,
  type Read,
  readChangeForm,
} from '../register/change-form.ts'
import { newKeys } from '../register/merge-keys.ts'
import { proposeChange } from '../register/propose.ts'
import { readKeys, readLog } from '../register/read-keys.ts'
import { scopeFormOf } from '../register/scope-form.ts'
import { type Staff, staffOf } from '../viewer.ts'
import { REGISTER_PLACE } from '../web/frame.tsx'
import { changeFormPage } from '../web/register-change-form-page.tsx'
import { ONWARDS, PAGE, STAFF } from './console.ts'

const text = z.string().max(2_048).default('')

/** The forms with which a change of the register is proposed. */
export function registerProposalRoutes(parts: IssuerParts): Route[] {
  const { db } = parts.storage

  async function formPage(staff: Staff, form: ChangeForm, faults: readonly FormError[] = []): Promise<string> {
    const entry = form.act === 'add' ? undefined : await findEntry(db, staff.issuer.id, form.did)
    if (form.act !== 'add' && entry === undefined) {
      throw new PassportError('request.notFound', 'It is not on your register.')
    }
    const isNew = faults.length === 0
    const action = form.act === 'rescope' ? entry?.entity.actions.at(-1) : undefined
    const asItIs = isNew && action ? { ...scopeFormOf(action.scope), assurance: action.assurance ?? '' } : {}
    const shown = isNew && form.act === 'rename' ? { name: entry?.entity.name ?? '' } : {}
    return changeFormPage({ staff, form: { ...form, ...asItIs, ...shown }, entity: entry?.entity, faults })
  }

  return [
    route({
      ...STAFF,
      method: 'GET',
      path: `${REGISTER_PLACE}/new`,
      summary: 'The form that adds somebody to the register.',
      query: z.object({ did: text, name: text, from: text }),
      responses: PAGE,
      run: async ({ user, query }) => {
        const staff = await staffOf(user, 'issuer', parts)
        return { html: await formPage(staff, changeForm.parse({ act: 'add', ...query })) }
      },
    }),
    route({
      ...STAFF,
      method: 'GET',
      path: `${REGISTER_PLACE}/propose`,
      summary: 'The form that changes an entry.',
      query: z.object({ act: z.enum(ACT_NAMES), did: text }),
      responses: PAGE,
      run: async ({ user, query }) => {
        const staff = await staffOf(user, 'issuer', parts)
        return { html: await formPage(staff, changeForm.parse(query)) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${REGISTER_PLACE}/propose`,
      summary: 'Propose a change of the register.',
      body: { form: changeForm },
      responses: ONWARDS,
      run: async ({ user, body: form, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const refuse = async (faults: readonly FormError[]) => ({
          status: 422,
          html: await formPage(staff, form, faults),
        })
        try {
          const tried = readChangeForm(form)
          if ('faults' in tried) return await refuse(tried.faults)
          const read = readChangeForm(form, await readFor(form, staff.issuer.id, parts))
          if ('faults' in read) return await refuse(read.faults)
          const by = { id: staff.actor, role: staff.member.role }
          const id = await proposeChange(staff.issuer.id, { act: read.act, note: form.note }, by, parts)
          flash('It is proposed. A colleague has to confirm it.')
          return { redirect: `${REGISTER_PLACE}/changes/${id}` }
        } catch (error) {
          if (!(error instanceof PassportError) || !isAboutForm(error)) throw error
          return await refuse([{ field: fieldOf(error, form), message: error.message }])
        }
      },
    }),
  ]
}

/** Faults that whoever fills the form in can put right. */
function isAboutForm({ code }: PassportError): boolean {
  return (
    /^(?:did|fetch|trust)\./.test(code) ||
    code === 'request.conflict' ||
    code === 'issueLog.forked' ||
    code.startsWith('register.no')
  )
}

/** The field of the form that a refusal is about. */
function fieldOf({ code }: PassportError, form: ChangeForm): string {
  if (/^(?:did|fetch|log)\.|^register\.no/.test(code)) return form.act === 'handOver' ? 'successorDid' : 'did'
  if (code.startsWith('trust.')) return 'types'
  const first: Partial<Record<ChangeForm['act'], string>> = {
    add: 'did',
    endKey: 'key',
    close: 'until',
    handOver: 'until',
    delegate: 'list',
  }
  return first[form.act] ?? 'of'
}

/** What an act needs that no question of the form is about. */
async function readFor(form: ChangeForm, issuerId: string, parts: IssuerParts): Promise<Read> {
  const did = form.did.trim()
  const from = keysWantedOf(form)
  const keys = from === null ? [] : await readKeys(from, parts)
  const entity = (await findEntry(parts.storage.db, issuerId, did))?.entity
  switch (form.act) {
    case 'pinKeys': {
      const fresh = newKeys(entity?.keys ?? [], keys)
      return { keys: plain(fresh.length === 0 ? keys : fresh) }
    }
    case 'pinLog': {
      const known = entity === undefined ? [] : logsOf(entity)
      const log = await readLog(did, known, parts)
      const [inUse] = known
      return { log: plain(log), replaces: inUse && !isSameLog(inUse, log) ? inUse.url : undefined }
    }
    case 'delegate': {
      const list = entity?.recognisedIn ?? null
      return { replaces: list === null || list === form.list.trim() ? undefined : list }
    }
    default:
      return from === null ? {} : { keys: plain(keys) }
  }
}

const plain = (value: object): unknown => JSON.parse(JSON.stringify(value))
