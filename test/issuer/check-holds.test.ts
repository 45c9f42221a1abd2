import { expect, test } from '@jest/globals'
import { checkBeside, checkHere } from '../../issuer/check-holds.ts'
import { readConfig } from '../../issuer/config.ts'
import { createIssuer } from '../../issuer/create-issuer.ts'
import { issue } from '../../issuer/issue.ts'
import { homeOf } from '../../issuer/own-work.ts'
import { openParts } from '../../issuer/parts.ts'
import { getIssuer } from '../../issuer/records/issuers.ts'
import { issuerSettings, PLAIN } from './service.ts'

test('in this thread and beside it, what was signed holds, and what was changed since or is signed by another does not', async () => {
  const parts = await openParts(readConfig(await issuerSettings()), { memory: true })
  const checks = [checkHere(parts.contexts), checkBeside(undefined)]
  try {
    const plain = { suite: 'eddsa-rdfc-2022', algorithm: 'EdDSA', status: true } as const
    const issued = []
    for (const slug of ['college', 'other']) {
      await createIssuer({ ...plain, name: slug, slug }, parts)
      const issuer = await getIssuer(parts.storage.db, slug)
      issued.push((await issue({ credential: PLAIN }, issuer, { actor: 'test' }, parts)).verifiableCredential)
    }
    const [ours = {}, others = {}] = issued
    const home = await homeOf(await getIssuer(parts.storage.db, 'college'), parts)
    const secured = [ours, { ...ours, validUntil: '2099-01-01T00:00:00Z' }, others, ours]
    for (const check of checks) expect(await check.run(secured, home)).toEqual([true, false, false, true])
  } finally {
    for (const check of checks) await check.close()
    await parts.close()
  }
})
