import { z } from 'zod'
import { PassportError } from '#platform'
import { ASSURANCE_STEPS } from '#trust'
import type { FormError } from '#web'
import { type Act, type ActName, act as actSchema } from './act.ts'
import { readScopeForm, scopeFields } from './scope-form.ts'

const text = z.string().max(20_000).default('')
const many = z.array(z.string().max(300)).default([])

export const ACT_NAMES = [
  'add',
  'extend',
  'rescope',
  'end',
  'suspend',
  'lift',
  'withdraw',
  'reinstate',
  'pinKeys',
  'pinLog',
  'endKey',
  'close',
  'handOver',
  'delegate',
  'rename',
] as const satisfies readonly ActName[]

/** The form that proposes a change, as a browser sends it. Each act asks for some of this. */
export const changeForm = z.object({
  act: z.enum(ACT_NAMES),
  did: text,
  name: text,
  of: many,
  from: text,
  until: text,
  ...scopeFields,
  assurance: z.enum(['', ...ASSURANCE_STEPS]).default(''),
  reason: text,
  retroactive: many,
  key: text,
  keyReason: z.enum(['superseded', 'compromised']).default('superseded'),
  custodianDid: text,
  custodianName: text,
  successorDid: text,
  successorName: text,
  depth: z.enum(['0', '1', '2', '3']).default('0'),
  list: text,
  note: text,
})

export type ChangeForm = z.infer<typeof changeForm>

/** What was read elsewhere for an act: the keys of somebody, or their issue log; and what on the register it takes the place of. */
export interface Read {
  keys?: unknown
  log?: unknown
  replaces?: string | undefined
}

/** What a filled-in form proposes, or what is missing in it. What is read elsewhere is no question of the form: something stands for it at first. */
export function readChangeForm(
  form: ChangeForm,
  { keys = SOME_KEYS, log = SOME_LOG, replaces }: Read = {},
): { act: Act } | { faults: FormError[] } {
  const faults: FormError[] = []
  const fault = (field: string, message: string) => void faults.push({ field, message })
  const day = (field: 'from' | 'until', time: 'T00:00:00Z' | 'T23:59:59Z', isOptional = false) => {
    const value = form[field].trim()
    if (value === '' && isOptional) return null
    if (z.iso.date().safeParse(value).success) return `${value}${time}`
    fault(field, 'Enter a day.')
    return SOME_DAY
  }
  const scope = () => {
    try {
      return readScopeForm(form)
    } catch (error) {
      if (!(error instanceof PassportError)) throw error
      fault(error.code === 'trust.scopeUnlimited' ? 'types' : 'achievements', error.message)
      return SOME_SCOPE
    }
  }
  const award = () => ({
    from: day('from', 'T00:00:00Z'),
    until: day('until', 'T23:59:59Z', true),
    scope: scope(),
    assurance: form.assurance === '' ? null : form.assurance,
  })
  const body = (who: 'custodian' | 'successor') => {
    const did = form[`${who}Did`].trim()
    return did === '' && form[`${who}Name`].trim() === '' ? null : { did, name: form[`${who}Name`] }
  }
  const { act: name, did } = form
  const of = form.of.map(Number)
  const wanted = () => {
    switch (name) {
      case 'add':
        return { name: form.name, awards: [award()], keys }
      case 'extend':
        return { award: award() }
      case 'rescope':
        return { of, award: award() }
      case 'end':
      case 'endKey':
        return name === 'end'
          ? { of, until: day('until', 'T23:59:59Z') }
          : { key: form.key, until: day('until', 'T00:00:00Z'), reason: form.keyReason }
      case 'suspend':
        return { of, from: day('from', 'T00:00:00Z') }
      case 'lift':
        return { of, until: day('until', 'T00:00:00Z') }
      case 'withdraw':
        return { of, on: day('from', 'T00:00:00Z'), isRetroactive: form.retroactive.length > 0, reason: form.reason }
      case 'reinstate':
        return { of }
      case 'pinKeys':
        return { keys }
      case 'pinLog':
        return { log, replaces }
      case 'close':
        return { on: day('until', 'T23:59:59Z'), custodian: body('custodian') }
      case 'handOver': {
        const on = day('until', 'T23:59:59Z')
        const from = new Date(Date.parse(on ?? SOME_DAY) + 1_000).toISOString()
        return { on, from, custodian: body('custodian'), successor: body('successor'), keys }
      }
      case 'delegate': {
        const { assurance: _, ...rest } = award()
        return { ...rest, depth: Number(form.depth), list: form.list.trim(), replaces }
      }
      case 'rename':
        return { name: form.name }
    }
  }
  const candidate = { act: name, did, ...wanted() }
  const read = actSchema.safeParse(candidate)
  if (read.success && faults.length === 0) return { act: read.data }
  const issues = read.success ? [] : read.error.issues
  const all = [
    ...issues.map(({ path, message }) => ({ field: fieldOf(path), message: said(path, message) })),
    ...faults,
  ]
  return { faults: all.filter(({ field }, at) => all.findIndex((one) => one.field === field) === at) }
}

/** Stand for what is missing and was named, so that the rest is looked at too. */
const SOME_DAY = '2026-01-01T00:00:00Z'
const SOME_SCOPE = { achievementTypes: ['Badge'] }
const SOME_LOG = { url: 'https://log.example/', key: 'z', since: SOME_DAY, seen: { size: 0, root: '', at: SOME_DAY } }
const SOME_KEYS = [{ key: 'z', from: null, until: null, reason: null }]

/** Whose DID document a form's keys are read from, where it needs any. */
export function keysWantedOf({ act, did, successorDid }: ChangeForm): string | null {
  if (act === 'add' || act === 'pinKeys') return did.trim()
  return act === 'handOver' ? successorDid.trim() : null
}

/** The field of the form that asks for a part of an act. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [first, second] = path.map(String)
  if (first === 'custodian' || first === 'successor') return `${first}${second === 'name' ? 'Name' : 'Did'}`
  if (first === 'on') return 'until'
  if (first === 'keys' || first === 'log') return 'did'
  return first === 'awards' || first === 'award' ? 'types' : (first ?? 'did')
}

const SAID: Readonly<Record<string, string>> = {
  did: 'Enter a DID such as did:web:college.example.',
  name: 'Enter its name.',
  of: 'Choose what it is about.',
  reason: 'Enter the reason. It is published.',
  key: 'Choose the key.',
  list: 'Enter the address of its own list.',
}

function said(path: readonly PropertyKey[], message: string): string {
  return SAID[String(path.at(-1))] ?? SAID[String(path[0])] ?? `This ${message}.`
}
