import { type Mark, receiveJson, verify } from '#credential'
import { parseJsonObject } from '#platform'
import type { IssuerParts } from './parts.ts'

/** The marks of others on what was signed, as any verifier with our lists finds them now. Without any, nobody is asked. */
export async function marksOn(signed: string, { world }: Pick<IssuerParts, 'world'>): Promise<readonly Mark[]> {
  const received = receiveJson(parseJsonObject(signed))
  if (!/"endorsement(?:Jwt)?":/.test(JSON.stringify(received.credential))) return []
  const { marks } = await verify(received, { ...(await world()), asHolder: true })
  return marks
}
