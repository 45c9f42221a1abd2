import { confirm } from './confirm.ts'
import { copy } from './copy.ts'
import { progress } from './progress.ts'

/** Each island wakes the elements that carry its attribute. The larger ones are loaded only by pages that have one. */
for (const element of document.querySelectorAll<HTMLDetailsElement>('details[data-confirm]')) confirm(element)
for (const element of document.querySelectorAll<HTMLElement>('[data-copy]')) copy(element)
for (const element of document.querySelectorAll<HTMLElement>('[data-progress]')) progress(element)

const passkeys = document.querySelectorAll<HTMLElement>('[data-passkey]')
if (passkeys.length > 0) {
  const { passkey } = await import('./passkey.ts')
  for (const element of passkeys) passkey(element)
}

const scans = document.querySelectorAll<HTMLElement>('[data-scan]')
if (scans.length > 0) {
  const { scan } = await import('./scan.ts')
  for (const element of scans) await scan(element)
}

const forms = document.querySelectorAll<HTMLFormElement>('form[data-many]')
if (forms.length > 0) {
  const { many } = await import('./many.ts')
  for (const form of forms) many(form)
}

const drops = document.querySelectorAll<HTMLElement>('[data-file-drop]')
if (drops.length > 0) {
  const { fileDrop } = await import('./file-drop.ts')
  for (const element of drops) fileDrop(element)
}
