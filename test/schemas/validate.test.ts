import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { validate } from '#schemas'

const FOLDER = join(import.meta.dirname, '..', '..', 'schemas', '1edtech')
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, `ob_v3p0_${name}_schema.json`), 'utf8'))

test('the schema of an endorsement stands word for word in the one of a badge, where it is compiled', () => {
  const { $defs, ...whole } = read('endorsementcredential')
  const badge = read('achievementcredential').$defs
  const { title: _title, $id: _id, $schema: _schema, ...endorsement } = whole
  expect(badge.EndorsementCredential).toEqual(endorsement)
  expect(badge).toMatchObject($defs)
})

test('an endorsement is held against its own schema', () => {
  const [fault] = validate('open-badges-endorsement', {})
  expect(fault).toEqual({ pointer: '', message: "must have required property '@context'" })
  expect(validate('open-badges-endorsement', { '@context': [], type: ['VerifiableCredential'] })).toHaveLength(1)
})
