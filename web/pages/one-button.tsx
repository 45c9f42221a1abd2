import type { ComponentChildren } from 'preact'
import { Button } from '../components/Button.tsx'
import { Heading } from '../components/Heading.tsx'
import { type PageOptions, page } from '../page.tsx'

interface OneButtonPageOptions extends Pick<PageOptions, 'service' | 'user' | 'nav' | 'flash'> {
  title: string
  /** What the button does, in one sentence. */
  sentence: ComponentChildren
  action: string
  button: string
  fields?: Readonly<Record<string, string>>
  /** More to know before pressing. */
  more?: ComponentChildren
}

/** What a one-time link opens: programs that follow links in mail change nothing here, since only the button acts. */
export function oneButtonPage(options: OneButtonPageOptions): string {
  const { title, sentence, action, button, fields = {}, more, ...frame } = options
  return page({
    ...frame,
    title,
    body: (
      <div class="narrow flow">
        <Heading lead={sentence}>{title}</Heading>
        <form method="post" action={action}>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button>{button}</Button>
        </form>
        {more && <div class="flow soft">{more}</div>}
      </div>
    ),
  })
}
