import { readQr } from './qr.ts'

const EVERY_MS = 150

/** Shows the camera in a dialog, and once it reads a code, fills the field with it and sends the field's form. */
export async function scan(element: HTMLElement): Promise<void> {
  const field = document.getElementById(element.dataset.scan ?? '')
  const start = element.querySelector<HTMLButtonElement>('[data-scan-start]')
  const stop = element.querySelector<HTMLButtonElement>('[data-scan-stop]')
  const dialog = element.querySelector<HTMLDialogElement>('[data-scan-dialog]')
  const video = element.querySelector<HTMLVideoElement>('[data-scan-video]')
  const status = element.querySelector('[data-scan-status]')
  if (!start || !stop || !dialog || !video || !status || !isText(field) || !(await hasCamera())) return
  element.hidden = false
  let stream: MediaStream | undefined
  let timer: ReturnType<typeof setInterval> | undefined

  const end = () => {
    clearInterval(timer)
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = undefined
  }
  const look = () => {
    const text = readQr(video, video.videoWidth, video.videoHeight)
    if (text === null) return
    dialog.close()
    field.value = text
    field.form?.requestSubmit()
  }
  const open = async () => {
    dialog.showModal()
    try {
      const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (!dialog.open) {
        for (const track of opened.getTracks()) track.stop()
        return
      }
      stream = opened
      video.srcObject = stream
      await video.play()
      timer = setInterval(look, EVERY_MS)
    } catch {
      status.textContent = 'The camera could not be opened. Allow it in your browser, or paste the link instead.'
    }
  }
  start.addEventListener('click', () => void open())
  stop.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', end)
}

function isText(element: HTMLElement | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

async function hasCamera(): Promise<boolean> {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices()
    return devices.some(({ kind }) => kind === 'videoinput')
  } catch {
    return false
  }
}
