import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { JSON_LIMITS, PassportError, parseJson } from '#platform'
import { expectQuick } from '../time.ts'

const codeOf = (input: string | Uint8Array) => {
  try {
    parseJson(input)
    return 'parsed'
  } catch (error) {
    return error instanceof PassportError ? error.code : String(error)
  }
}

describe('strict JSON', () => {
  test.each([
    ['{"a":1,"a":2}', 'json.duplicateKey'],
    ['{"a":1,"\\u0061":2}', 'json.duplicateKey'],
    ['{"x":{"b":1},"y":{"b":1}}', 'parsed'],
    ['{"__proto__":{}}', 'json.forbiddenKey'],
    ['{"\\u005f_proto__":{}}', 'json.forbiddenKey'],
    ['{"a":{"constructor":1}}', 'json.forbiddenKey'],
    ['["__proto__"]', 'parsed'],
    ['1e400', 'json.number'],
    ['9007199254740993', 'json.number'],
    ['9007199254740992', 'parsed'],
    ['3.0000001', 'parsed'],
    ['0.10000000000000000000001', 'json.number'],
    ['-0', 'parsed'],
    ['1.50e1', 'parsed'],
    ['"\\ud800"', 'json.malformed'],
    ['"\\ud83d\\ude00"', 'parsed'],
    ['{"\\ud800":1}', 'json.malformed'],
    ['\uFEFF{}', 'json.malformed'],
    ['{', 'json.malformed'],
    ['', 'json.malformed'],
    ['{"a":1,}', 'json.malformed'],
    ['NaN', 'json.malformed'],
    ['"open', 'json.malformed'],
    ['// no', 'json.malformed'],
  ])('%s is %s', (input, code) => {
    expect(codeOf(input === '\uFEFF{}' ? new TextEncoder().encode(input) : input)).toBe(code)
  })

  test('refuses bytes that are not UTF-8 instead of replacing them', () => {
    expect(codeOf(Uint8Array.of(0x22, 0xff, 0x22))).toBe('json.notUtf8')
    expect(codeOf(Uint8Array.of(0xff, 0xfe, 0x7b, 0x00))).toBe('json.notUtf8')
  })

  test('allows 32 levels and refuses 33, and 10,000 within a moment', async () => {
    expect(codeOf('['.repeat(32) + ']'.repeat(32))).toBe('parsed')
    expect(codeOf('['.repeat(33) + ']'.repeat(33))).toBe('json.tooDeep')
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
    await expectQuick(100, () => expect(codeOf(deep)).toBe('json.tooDeep'))
  })

  test('allows exactly as many keys, items and characters as it says', () => {
    const keys = (count: number) => `{${Array.from({ length: count }, (_, i) => `"k${i}":0`).join()}}`
    expect(codeOf(keys(JSON_LIMITS.keys))).toBe('parsed')
    expect(codeOf(keys(JSON_LIMITS.keys + 1))).toBe('json.tooLarge')
    const items = (count: number) => `[${Array.from({ length: count }, () => '0').join()}]`
    expect(codeOf(items(JSON_LIMITS.arrayLength))).toBe('parsed')
    expect(codeOf(items(JSON_LIMITS.arrayLength + 1))).toBe('json.tooLarge')
    expect(codeOf(`[${' '.repeat(JSON_LIMITS.length - 2)}]`)).toBe('parsed')
    expect(codeOf(`[${' '.repeat(JSON_LIMITS.length - 1)}]`)).toBe('json.tooLarge')
    expect(codeOf(`"${'x'.repeat(JSON_LIMITS.stringLength + 1)}"`)).toBe('json.tooLarge')
  })

  test('reads what JSON.stringify writes, and reads it the same', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const value: unknown = JSON.parse(text)
        const ours = codeOf(text)
        if (ours === 'parsed') expect(parseJson(text)).toEqual(value)
        else expect(['json.forbiddenKey', 'json.duplicateKey', 'json.malformed']).toContain(ours)
      }),
    )
  })

  test('answers with a code of its own whatever bytes it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(codeOf(bytes)).toMatch(/^(?:parsed|json\..+)$/)
      }),
    )
  })
})
