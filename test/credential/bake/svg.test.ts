import { expect, test } from '@jest/globals'
import { bakeSvg, unbakeSvg } from '#credential'
import { type ErrorCode, PassportError } from '#platform'
import { expectQuick } from '../../time.ts'
import { sampleCredential } from '../sample.ts'
import { svg, textOf, V2, V3 } from './pictures.ts'

const JSON_TEXT = JSON.stringify(sampleCredential('did:example:a', { name: 'a ]]> b <&"\' ü 🏅' }))
const claims = Buffer.from('{"type":["VerifiableCredential"]}').toString('base64url')
const JWT = `eyJhbGciOiJub25lIn0.${claims}.c2ln`
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0'
const utf8 = (text: string) => new TextEncoder().encode(text)

function refusal(act: () => unknown): ErrorCode | 'nothing' {
  try {
    act()
  } catch (error) {
    if (error instanceof PassportError) return error.code
    throw error
  }
  return 'nothing'
}

test.each([
  ['JSON', JSON_TEXT],
  ['a JWT', JWT],
])('%s that is baked comes out as it was, from any picture', (_what, text) => {
  for (const image of [
    svg(),
    svg('<!-- a --><style><![CDATA[ a > b ]]></style><g><path d="M0 0"/></g>'),
    svg('', ' xmlns:openbadges="http://other.example"'),
    svg('', ` xmlns:openbadges="${NAMESPACE}"`),
    utf8('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    utf8('\uFEFF<s:svg xmlns:s="http://www.w3.org/2000/svg" ></s:svg >'),
    utf8('<?xml-stylesheet href="a"?><!-- b --><svg xmlns="http://www.w3.org/2000/svg"\n/>\n<!-- c -->'),
  ]) {
    expect(unbakeSvg(bakeSvg(image, text))).toEqual({ generation: 'v3', text })
  }
})

test('the badge is written as the specification shows it, and the picture stays as it is written', () => {
  const image = svg('<rect/>')
  const start = textOf(image).slice(0, -'><rect/></svg>\n'.length)
  expect(textOf(bakeSvg(image, JWT))).toBe(
    `${start} xmlns:openbadges="${NAMESPACE}"><openbadges:credential verify="${JWT}"></openbadges:credential><rect/></svg>\n`,
  )
  const json = '{"type":"VerifiableCredential","name":"]]>"}'
  expect(textOf(bakeSvg(image, json))).toContain(
    '><openbadges:credential><![CDATA[{"type":"VerifiableCredential","name":"]]]]><![CDATA[>"}]]></openbadges:credential><rect/></svg>',
  )
})

test('a badge that is there already is replaced, of either generation and wherever it is', () => {
  const v2 = `<ob:assertion ${V2} verify="https://a.example/1"><![CDATA[{}]]></ob:assertion>`
  const v3 = `<ob:credential ${V3}>{}</ob:credential>`
  const within = `<ob:credential ${V3}>${v2}</ob:credential>`
  const baked = bakeSvg(svg(`${v3}<g>${v2}<rect/>${within}</g>${v3}`), JWT)
  expect(unbakeSvg(baked).text).toBe(JWT)
  expect(textOf(baked)).toBe(textOf(bakeSvg(svg('<g><rect/></g>'), JWT)))
})

test.each([
  ['v3', 'JSON in CDATA', `<ob:credential ${V3}>\n <![CDATA[ {"a":"<&"} ]]>\n</ob:credential>`, '{"a":"<&"}'],
  [
    'v3',
    'JSON in several CDATA',
    `<ob:credential ${V3}><![CDATA[{"a":"]]]]><![CDATA[>"}]]></ob:credential>`,
    '{"a":"]]>"}',
  ],
  [
    'v3',
    'JSON with references',
    `<ob:credential ${V3}>{&quot;a&#34;:&#x22;&lt;&amp;&#x1F3C5;"}</ob:credential>`,
    '{"a":"<&🏅"}',
  ],
  ['v3', 'JSON with a remark', `<ob:credential ${V3}>{<!-- a -->}</ob:credential>`, '{}'],
  ['v3', 'a JWT', `<ob:credential ${V3} verify=" a.b.c\n"/>`, 'a.b.c'],
  ['v3', 'without a prefix', `<credential xmlns="${NAMESPACE}" verify='a.b.c'></credential>`, 'a.b.c'],
  [
    'v3',
    'beside another vocabulary',
    `<x:credential xmlns:x="http://x.example" verify="d.e.f"/><ob:credential ${V3} verify="a.b.c"/>`,
    'a.b.c',
  ],
  [
    'v2',
    'an assertion',
    `<ob:assertion ${V2} verify="https://a.example/1"><![CDATA[{"a":1}]]></ob:assertion>`,
    '{"a":1}',
  ],
  ['v2', 'a JWS', `<ob:assertion ${V2} verify="a.b.c"/>`, 'a.b.c'],
  ['v2', 'an address', `<ob:assertion ${V2} verify="https://a.example/1?a=1&amp;b=2"/>`, 'https://a.example/1?a=1&b=2'],
])('reads %s %s', (generation, _what, inside, text) => {
  expect(unbakeSvg(svg(inside))).toEqual({ generation, text })
  expect(unbakeSvg(svg(`<defs/><g>${inside}</g>`))).toEqual({ generation, text })
})

test('what else is in the picture is nothing to us: it is read and never drawn', () => {
  const hostile = '<script>alert(1)</script><image href="https://track.example/1.png" onload="alert(1)"/>'
  expect(unbakeSvg(svg(`${hostile}<ob:credential ${V3}>{}</ob:credential>`)).text).toBe('{}')
})

const badge = `<ob:credential ${V3}>{}</ob:credential>`
const root = '<svg xmlns="http://www.w3.org/2000/svg">'

test.each([
  ['nothing', '', 'image.malformed'],
  ['another document', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'image.malformed'],
  ['an svg of no namespace', `<svg>${badge}</svg>`, 'image.malformed'],
  ['an svg of another namespace', `<svg xmlns="http://www.w3.org/1999/xhtml">${badge}</svg>`, 'image.malformed'],
  ['a picture without a badge', `${root}</svg>`, 'image.noBadge'],
  [
    'a badge of another namespace',
    `${root}<ob:credential xmlns:ob="https://purl.imsglobal.org/ob/v3p1">{}</ob:credential></svg>`,
    'image.noBadge',
  ],
  ['a badge in a remark', `${root}<!--${badge}--></svg>`, 'image.noBadge'],
  ['a badge in CDATA', `${root}<![CDATA[${badge}]]></svg>`, 'image.noBadge'],
  ['two badges', `${root}${badge}${badge}</svg>`, 'image.severalBadges'],
  [
    'two badges by two prefixes',
    `${root}${badge}<g xmlns="${NAMESPACE}"><credential>{}</credential></g></svg>`,
    'image.severalBadges',
  ],
  ['badges of both generations', `${root}${badge}<ob:assertion ${V2}>{}</ob:assertion></svg>`, 'image.severalBadges'],
  ['a badge inside a badge', `${root}<ob:credential ${V3}>{}${badge}</ob:credential></svg>`, 'image.severalBadges'],
  ['an element inside a badge', `${root}<ob:credential ${V3}>{}<a/></ob:credential></svg>`, 'image.malformed'],
  [
    'a badge that says two things',
    `${root}<ob:credential ${V3} verify="a.b.c">{}</ob:credential></svg>`,
    'image.malformed',
  ],
  ['a badge that says nothing', `${root}<ob:credential ${V3}/></svg>`, 'image.malformed'],
  ['JSON where a JWT belongs', `${root}<ob:credential ${V3} verify="{}"/></svg>`, 'image.malformed'],
  [
    'an address as a new badge',
    `${root}<ob:credential ${V3}>https://a.example</ob:credential></svg>`,
    'image.malformed',
  ],
  ['a DOCTYPE', `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a">${root}${badge}</svg>`, 'image.malformed'],
  [
    'an entity that multiplies',
    `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${root}${badge}</svg>`,
    'image.malformed',
  ],
  ['an entity that nobody declared', `${root}<ob:credential ${V3}>{&a;}</ob:credential></svg>`, 'image.malformed'],
  ['an entity in an attribute', `${root}<g a="&nbsp;"/>${badge}</svg>`, 'image.malformed'],
  ['an ampersand by itself', `${root}a & b${badge}</svg>`, 'image.malformed'],
  ['a character that does not exist', `${root}&#x110000;${badge}</svg>`, 'image.malformed'],
  ['a character 0', `${root}&#0;${badge}</svg>`, 'image.malformed'],
  ['half a character', `${root}&#xD800;${badge}</svg>`, 'image.malformed'],
  ['a control character', `${root}\u0001${badge}</svg>`, 'image.malformed'],
  ['another encoding', `<?xml version="1.0" encoding="ISO-8859-1"?>${root}${badge}</svg>`, 'image.malformed'],
  ['another version of XML', `<?xml version="1.1"?>${root}${badge}</svg>`, 'image.malformed'],
  ['a late declaration', `${root}<?xml version="1.0"?>${badge}</svg>`, 'image.malformed'],
  ['a picture cut off', `${root}${badge}`, 'image.malformed'],
  ['a remark without an end', `${root}${badge}</svg><!-- `, 'image.malformed'],
  ['a remark in a remark', `${root}${badge}<!-- -- --></svg>`, 'image.malformed'],
  ['CDATA without an end', `${root}<ob:credential ${V3}><![CDATA[{}</ob:credential></svg>`, 'image.malformed'],
  ['an end of CDATA alone', `${root}<ob:credential ${V3}>{"a":"]]>"}</ob:credential></svg>`, 'image.malformed'],
  ['crossed tags', `${root}<a><b></a></b>${badge}</svg>`, 'image.malformed'],
  ['one end too many', `${root}${badge}</svg></svg>`, 'image.malformed'],
  ['a second picture', `${root}${badge}</svg>${root}${badge}</svg>`, 'image.malformed'],
  ['text before', `a${root}${badge}</svg>`, 'image.malformed'],
  ['text behind', `${root}${badge}</svg>a`, 'image.malformed'],
  ['CDATA behind', `${root}${badge}</svg><![CDATA[]]>`, 'image.malformed'],
  ['an attribute twice', `${root}<ob:credential ${V3} verify="a.b.c" verify="d.e.f"/></svg>`, 'image.malformed'],
  ['an attribute without quotes', `${root}<g a=1/>${badge}</svg>`, 'image.malformed'],
  ['a prefix that nobody explains', `${root}<q:a/>${badge}</svg>`, 'image.malformed'],
  ['a prefix of an attribute that nobody explains', `${root}<a q:b=""/>${badge}</svg>`, 'image.malformed'],
  ['a prefix explained elsewhere', `${root}<g ${V3}/><ob:credential>{}</ob:credential></svg>`, 'image.malformed'],
  ['a prefix that is taken back', `${root}<g xmlns:ob=""/>${badge}</svg>`, 'image.malformed'],
  ['129 levels', `${root}${'<g>'.repeat(128)}${'</g>'.repeat(128)}${badge}</svg>`, 'image.malformed'],
  ['50,001 elements', `${root}${'<g/>'.repeat(50_000)}${badge}</svg>`, 'image.malformed'],
  [
    'a badge over 1 MiB',
    `${root}<ob:credential ${V3}>{"a":"${'x'.repeat(1024 * 1024)}"}</ob:credential></svg>`,
    'request.tooLarge',
  ],
  ['a file over 2 MiB', `${root}${badge}${' '.repeat(2 * 1024 * 1024)}</svg>`, 'request.tooLarge'],
])('refuses %s', (_what, source, code) => {
  expect(refusal(() => unbakeSvg(utf8(source)))).toBe(code)
})

test('refuses what is not UTF-8', () => {
  expect(refusal(() => unbakeSvg(Buffer.from(`${root}${badge}ü</svg>`, 'latin1')))).toBe('image.malformed')
  expect(refusal(() => unbakeSvg(Buffer.from(`${root}${badge}</svg>`, 'utf16le')))).toBe('image.malformed')
})

test('2 MiB of the worst markup is refused or read within a second of work', async () => {
  const fill = (piece: string) => piece.repeat(Math.floor((2 * 1024 * 1024 - 400) / piece.length))
  for (const inside of [
    fill(' '),
    fill('<'),
    fill('<a '),
    fill('&lt;'),
    fill('<!---->'),
    fill(']'),
    `<a${fill(' b=""')}`,
  ]) {
    const picture = utf8(`${root}${badge}${inside}</svg>`)
    await expectQuick(1_000, () => refusal(() => unbakeSvg(picture)))
  }
})

test('bakes into no picture that it would not read, and nothing that XML cannot hold', () => {
  expect(refusal(() => bakeSvg(utf8(`<!DOCTYPE svg>${root}</svg>`), JWT))).toBe('image.malformed')
  expect(refusal(() => bakeSvg(svg(), '{"type":"VerifiableCredential","name":"\uFFFF"}'))).toBe('image.malformed')
  expect(refusal(() => bakeSvg(svg(`<a>${'x'.repeat(2 * 1024 * 1024 - 200)}</a>`), JWT))).toBe('request.tooLarge')
})
