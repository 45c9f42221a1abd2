import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { verifyChain } from '#storage'
import { readConfig } from '../../issuer/config.ts'
import { openParts } from '../../issuer/parts.ts'
import { getIssuer } from '../../issuer/records/issuers.ts'
import { startIssuer } from '../../issuer/start.ts'
import { liftSuspension, suspendDependents } from '../../issuer/suspend-dependents.ts'
import { bundle } from './bundle.ts'
import { College, copies } from './dependents.ts'
import { issuerSettings } from './service.ts'
import { warmProcess } from './warm-process.ts'

const COUNT = 1_000
const NORTH = 'https://north.example/'
const FOLDER = mkdtempSync(join(tmpdir(), 'passport-cascade-'))

test('killed again and again while it suspends and while it lifts, each credential is changed and each learner told once', async () => {
  const program = await bundle(join(import.meta.dirname, 'suspending-process.ts'), FOLDER)
  const settings = await issuerSettings()
  const first = await startIssuer(settings)
  const college = await College.open(first)
  const { id: original } = await college.award('Ada', { centre: [NORTH] })
  await copies(college, original, { count: COUNT - 1 })
  const north = await college.dependency('centre', NORTH)
  await first.stop()

  /** Kills one process after the other, each some slices after its start, until the work is done. */
  const untilDone = async (end: string): Promise<number> => {
    for (let kills = 0; kills < 60; kills++) {
      const { child, warm } = warmProcess(program, FOLDER)
      await warm
      const ended = new Promise((resolve) => child.once('exit', resolve))
      const slices = new Promise<void>((resolve) => {
        let seen = 0
        child.on('message', () => {
          seen += 1
          if (seen > 2) resolve()
        })
      })
      child.send(settings)
      await Promise.race([slices, sleep(4_000)])
      await sleep((kills * 37) % 90)
      child.kill('SIGKILL')
      await ended
      const parts = await openParts(readConfig(settings))
      const { state } = await parts.storage.db.selectFrom('suspension').select('state').executeTakeFirstOrThrow()
      await parts.close()
      if (state === end) return kills
    }
    throw new Error('The work did not end.')
  }

  /** Acts as staff would, with no service at work. */
  const act = async (deed: (parts: Awaited<ReturnType<typeof openParts>>) => Promise<unknown>) => {
    const parts = await openParts(readConfig(settings))
    await deed(parts)
    await parts.close()
  }
  const staff = { issuer: await issuerOf(settings), actor: 'test' }
  const asked = { dependencyId: north, reason: 'Inquiry', publicReason: undefined, tells: true }
  await act((parts) => suspendDependents({ ...asked, counted: { credentials: COUNT, learners: COUNT } }, staff, parts))
  expect(await untilDone('suspended')).toBeGreaterThan(1)
  await act(async ({ storage: { db } }) => {
    expect(await figures(db)).toEqual({ suspended: COUNT, set: COUNT, told: COUNT, audited: COUNT })
  })
  await act(async (parts) => {
    const { id } = await parts.storage.db.selectFrom('suspension').select('id').executeTakeFirstOrThrow()
    await liftSuspension(id, { credentials: COUNT, tells: true }, staff, parts)
  })
  expect(await untilDone('lifted')).toBeGreaterThan(1)
  await act(async ({ storage: { db } }) => {
    expect(await figures(db)).toEqual({ suspended: 0, set: 0, told: 2 * COUNT, audited: COUNT })
    expect(await verifyChain(db)).toMatchObject({ intact: true })
  })
}, 240_000)

async function issuerOf(settings: Record<string, string>) {
  const parts = await openParts(readConfig(settings))
  const issuer = await getIssuer(parts.storage.db, 'college')
  await parts.close()
  return issuer
}

async function figures(db: Awaited<ReturnType<typeof openParts>>['storage']['db']) {
  const count = async (rows: Promise<unknown[]>) => (await rows).length
  const credentials = db.selectFrom('credential').select('id')
  const mail = await db.selectFrom('job').select('id').where('kind', '=', 'mail').execute()
  const audited = db.selectFrom('audit').select('seq').where('action', '=', 'credential.suspended')
  return {
    suspended: await count(credentials.where('status', '=', 'suspended').execute()),
    set: await count(db.selectFrom('status_index').select('position').where('is_set', '=', 1).execute()),
    // One message, the first, offered the credential that was really awarded.
    told: mail.length - 1,
    audited: await count(audited.execute()),
  }
}
