import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassportError } from '#platform'
import { frameworks } from '#skills'
import type { CheckAnswer } from '../../verifier/answer.ts'
import { type CheckParts, check } from '../../verifier/check.ts'
import { employerView, type ReadEmployerView } from '../../verifier/employer/employer-view.ts'
import { readThing } from '../../verifier/read.ts'
import { makeWorld } from '../credential/world.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'examples', 'passports')

/** The ZIP of an example person, as an employer is sent it. */
export const passport = (id: string) => new Uint8Array(readFileSync(join(FOLDER, `${id}.zip`)))

/** What a check needs, in a world that stands still and has neither network nor lists. */
export const PARTS: CheckParts = {
  world: async (at) => makeWorld({}, at === undefined ? {} : { at }),
  fetch: () => Promise.reject(new PassportError('fetch.failed', 'There is no network.')),
}

const answers = new Map<string, Promise<CheckAnswer>>()

/** The answer about an example person, worked out once. */
export function answerAbout(id: string): Promise<CheckAnswer> {
  const known = answers.get(id) ?? check(readThing(passport(id), 'application/zip'), {}, PARTS)
  answers.set(id, known)
  return known
}

export const viewOf = async (id: string): Promise<ReadEmployerView> => employerView(await answerAbout(id), frameworks())
