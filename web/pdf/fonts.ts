import { createRequire } from 'node:module'
import { openSync } from 'fontkit'

const { resolve } = createRequire(import.meta.url)
const file = (name: string) => resolve(`@expo-google-fonts/noto-sans/${name}`)

/** The fonts that go into each PDF, with Latin, Greek, Cyrillic and Devanagari letters. */
export const FONT_FILES = {
  regular: file('400Regular/NotoSans_400Regular.ttf'),
  bold: file('700Bold/NotoSans_700Bold.ttf'),
} as const

let letters: ReadonlySet<number> | undefined

/**
 * Text with only what the fonts have: PDF/A allows no letter without a shape (ISO 19005-3 §6.2.11.8). What they lack becomes
 * U+FFFD, so that a reader sees that something is missing. Controls but for the line feed go.
 */
export function drawable(text: string): string {
  letters ??= lettersIn(FONT_FILES.regular)
  const has = letters
  const isDrawn = (letter: string) => letter === '\n' || has.has(letter.codePointAt(0) ?? 0)
  return text.replaceAll(CONTROLS, '').replaceAll(/./gsu, (letter) => (isDrawn(letter) ? letter : '\ufffd'))
}

/** Such as turn the direction of what follows, which is not drawn so here. */
const CONTROLS = /[^\P{Cc}\n]|\p{Cf}/gu

function lettersIn(path: string): ReadonlySet<number> {
  const font = openSync(path)
  if (!('characterSet' in font)) throw new Error('web: the file of fonts holds one font')
  return new Set(font.characterSet)
}
