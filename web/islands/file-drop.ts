import { readQr } from './qr.ts'

/** The keyword under which Open Badges are baked into pictures (Open Badges 3.0 §5.3). */
const BAKED = 'openbadge'

/**
 * Takes a dropped file into the form's own file input. A picture that carries no baked badge but shows a QR code fills
 * the form's text field instead. The form is sent as it would be without scripts. A file chosen before this was loaded
 * is taken too.
 */
export function fileDrop(zone: HTMLElement): void {
  const input = zone.querySelector<HTMLInputElement>('input[type=file]')
  const status = zone.querySelector('[data-file-drop-status]')
  if (!input || !status) return

  const take = async () => {
    const files = [...(input.files ?? [])]
    status.textContent = files.length > 0 ? `Chosen: ${files.map(({ name }) => name).join(', ')}` : ''
    const [file] = files
    if (!file || !zone.dataset.submits) return
    const field = input.form?.elements.namedItem(zone.dataset.qrField ?? '')
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      const text = files.length === 1 ? await qrIn(file) : null
      if (text !== null) {
        field.value = text
        input.value = ''
        input.required = false
      } else field.required = false
    }
    input.form?.requestSubmit()
  }

  zone.addEventListener('dragover', (event) => {
    event.preventDefault()
    zone.classList.add('file-drop-over')
  })
  zone.addEventListener('dragleave', () => zone.classList.remove('file-drop-over'))
  zone.addEventListener('drop', (event) => {
    event.preventDefault()
    zone.classList.remove('file-drop-over')
    if (!event.dataTransfer || event.dataTransfer.files.length === 0) return
    input.files = event.dataTransfer.files
    void take()
  })
  input.addEventListener('change', () => void take())
  if (input.files?.length && !cameBack()) void take()
  zone.dataset.fileDrop = 'awake'
}

/** Whoever comes back to a page finds in it the file of before, put there by the browser: nobody has chosen it anew. */
function cameBack(): boolean {
  const [arrival] = performance.getEntriesByType('navigation')
  return arrival instanceof PerformanceNavigationTiming && arrival.type !== 'navigate'
}

async function qrIn(file: File): Promise<string | null> {
  if (!/^image\/(png|jpeg|webp|gif)$/.test(file.type) || (await file.text()).includes(BAKED)) return null
  try {
    const picture = await createImageBitmap(file)
    return readQr(picture, picture.width, picture.height)
  } catch {
    return null
  }
}
