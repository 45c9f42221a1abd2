import { Button, EnglishText, Heading, Notice, page, translated } from '#web'
import type { ExamplePerson } from '../demonstration.ts'
import { demonstrationWords } from './demonstration-words.tsx'
import { PUBLIC } from './frame.ts'

/** Who can be looked at, and what there is to see in each one's passport. */
export const demonstrationPage = translated((examples: readonly ExamplePerson[]): string => {
  const words = demonstrationWords()
  return page({
    ...PUBLIC,
    title: words.title,
    body: (
      <div class="narrow flow">
        <Heading lead={words.lead}>{words.title}</Heading>
        <Notice tone="attention">{words.notReal}</Notice>
        {examples.map(({ id, name, who, look }) => (
          <article class="card flow" key={id}>
            <h2>
              <bdi>{name}</bdi>
            </h2>
            <p>
              <EnglishText>{who}</EnglishText>
            </p>
            <form class="actions" method="post" action={`/demonstration/${id}`}>
              <Button variant="secondary" name="look" value="/passport">
                {words.passport(name)}
              </Button>
              {look.map(({ href, label }) => (
                <Button variant="secondary" name="look" value={href} key={href}>
                  <EnglishText>{label}</EnglishText>
                </Button>
              ))}
            </form>
          </article>
        ))}
      </div>
    ),
  })
})
