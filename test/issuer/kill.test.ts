import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { readBit, receiveJson, verify } from '#credential'
import { gunzip } from '#platform'
import { verifyChain } from '#storage'
import { readConfig } from '../../issuer/config.ts'
import { createIssuer } from '../../issuer/create-issuer.ts'
import { openParts } from '../../issuer/parts.ts'
import { startIssuer } from '../../issuer/start.ts'
import { makeWorld } from '../credential/world.ts'
import { bundle } from './bundle.ts'
import type { Go, Said } from './issuing-process.ts'
import { issuerSettings } from './service.ts'
import { warmProcess } from './warm-process.ts'

const KILLS = 50

const FOLDER = mkdtempSync(join(tmpdir(), 'passport-kill-'))

test('50 kills while it issues: nothing acknowledged is lost, nothing is issued twice, nothing half-signed', async () => {
  const program = await bundle(join(import.meta.dirname, 'issuing-process.ts'), FOLDER)
  const settings = await issuerSettings()
  const parts = await openParts(readConfig(settings))
  await createIssuer(
    { name: 'College', slug: 'college', suite: 'vc-jwt', algorithm: 'ES256', status: true, did: 'key' },
    parts,
  )
  await parts.close()

  const asked = new Set<string>()
  const issued = new Map<string, { id: string; credential: string }>()
  const revoked = new Set<string>()
  const failed: Said[] = []
  let settled = 0
  let next = warmProcess(program, FOLDER)
  for (let round = 0; round < KILLS; round++) {
    const { child, warm } = next
    await warm
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const begun = new Promise<void>((resolve) => {
      child.on('message', (said: Said) => {
        if (said.said === 'settled') settled += said.count
        if (said.said === 'asked') asked.add(said.key)
        if (said.said === 'revoked') {
          revoked.add(said.id)
          resolve()
        }
        if (said.said === 'failed') failed.push(said)
        if (said.said !== 'issued') return
        const before = issued.get(said.key)
        if (before) expect(said).toMatchObject(before)
        issued.set(said.key, { id: said.id, credential: said.credential })
        // However slow the machine, every tenth process lives until it has revoked one.
        if (round % 10 !== 9) resolve()
      })
    })
    const retry = [...asked].filter((key) => !issued.has(key))
    child.send({ settings, round, retry } satisfies Go)
    next = warmProcess(program, FOLDER)
    await begun
    await sleep(10 + ((round * 37) % 90))
    child.kill('SIGKILL')
    await ended
  }
  await next.warm
  next.child.kill('SIGKILL')

  // The last start is of the whole service; it answers for all that came before.
  const running = await startIssuer(settings)
  try {
    const { db } = running.parts.storage
    expect(failed).toEqual([])
    expect(issued.size).toBeGreaterThan(KILLS)
    const rows = await db.selectFrom('credential').selectAll().execute()
    const byKey = Map.groupBy(
      rows.filter(({ state }) => state === 'issued'),
      ({ credential_id }) => credential_id,
    )
    for (const [key, { id, credential }] of issued) {
      const found = byKey.get(`urn:example:${key}`)
      expect(found?.map((row) => [row.id, row.signed])).toEqual([[id, credential]])
    }
    expect([...byKey.values()].filter((same) => same.length > 1)).toEqual([])
    expect(rows.filter(({ state, signed }) => (state === 'issued') !== (signed !== null))).toEqual([])
    expect(rows.filter(({ state }) => state === 'intended')).toEqual([])
    expect(settled).toBeGreaterThan(0)
    for (const row of rows.filter(({ state }) => state === 'issued').slice(-20)) {
      const { checks } = await verify(receiveJson(JSON.parse(row.signed ?? '')), makeWorld())
      expect(
        checks.filter(({ check }) => check === 'proof' || check === 'issuer').map(({ outcome }) => outcome),
      ).toEqual(['passed', 'passed'])
    }
    expect(revoked.size).toBeGreaterThan(0)
    const bits = await revocationBits(`${running.url}/issuers/college/status/revocation-1`)
    const places = await db.selectFrom('status_index').selectAll().execute()
    const revocation = await db
      .selectFrom('published_list')
      .select('id')
      .where('kind', '=', 'revocation')
      .executeTakeFirstOrThrow()
    for (const id of revoked) {
      const place = places.find((one) => one.credential_id === id && one.list_id === revocation.id)
      expect(readBit(bits, place?.position ?? -1)).toBe(true)
    }
    const leaves = await db.selectFrom('log_leaf').selectAll().orderBy('position').execute()
    expect(leaves.map(({ position }) => position)).toEqual(leaves.map((_leaf, index) => index))
    const signed = rows.filter(({ state }) => state === 'issued').map(({ id }) => id)
    expect(leaves.map(({ credential_id }) => credential_id).sort()).toEqual(signed.sort())
    expect(await verifyChain(db)).toMatchObject({ intact: true })
    const { rows: integrity } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    expect(integrity).toEqual([{ integrity_check: 'ok' }])
  } finally {
    await running.stop()
  }
}, 240_000)

async function revocationBits(url: string): Promise<Uint8Array> {
  const { id } = (await (await fetch(url)).json()) as { id: string }
  const claims = JSON.parse(Buffer.from(id.split('.')[1] ?? '', 'base64url').toString())
  return gunzip(Buffer.from(claims.credentialSubject.encodedList.slice(1), 'base64url'), 1_000_000)
}
